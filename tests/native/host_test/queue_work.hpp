#pragma once

#include "host/main_thread_queue.hpp"

#include "access/principal.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

// Work for a queue of the main thread, and what is heard of it, for its tests.

namespace mvr::host::test {

struct Said {
    std::string text;
};

} // namespace mvr::host::test

template <> struct mvr::Description<mvr::host::test::Said> {
    static constexpr std::tuple members{Member{"text", &mvr::host::test::Said::text, ""}};
};

namespace mvr::host::test {

using namespace std::chrono_literals;

inline DescribedValue said(std::string text) { return DescribedValue(Said{std::move(text)}); }

struct Asked {
    std::optional<Result<DescribedValue>> outcome;

    MainThreadQueue::OnResult on_result()
    {
        return [this](Result<DescribedValue> result) { outcome = std::move(result); };
    }
};

inline MainThreadQueue::Work work(std::string_view command,
                                  access::Scope scope = access::Scope::lessons_read)
{
    auto call = std::make_shared<mcp::Call>();
    call->principal = access::owner();
    call->scope = scope;
    return {{command, said(""), nullptr}, call};
}

inline MainThreadQueue::Work authoring() { return work("author", access::Scope::lessons_write); }

inline MainThreadQueue::Work overdue(MainThreadQueue::Work work)
{
    work.call->deadline = std::chrono::steady_clock::now();
    return work;
}

inline SceneRequest taken(MainThreadQueue &queue)
{
    auto request = queue.take(0ms);
    REQUIRE(request);
    return *request;
}

} // namespace mvr::host::test
