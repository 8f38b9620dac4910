#pragma once

// Calls of an engine as its owner makes them, and waiting for what they came to.

#include "on_tape.hpp"

#include "host/engine.hpp"
#include "support/json.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>

namespace mvr::host {

/// Waits until the record is open, or known not to open.
inline void wait_until_settled(Engine &engine)
{
    for (int i = 0; i < 1000 && engine.status().record.state == RecordState::opening; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

inline Result<Json> json(Result<DescribedValue> reply)
{
    return reply ? Result<Json>(Json::parse(reply->json_text())) : std::move(reply).error();
}

inline Result<DescribedValue> no_scene(const mcp::SceneCommand &)
{
    return Error{Errc::internal, "this tool needs no scene", "", ""};
}

/// A call of the main thread.
inline Result<Json> call(Engine &engine, const std::string &tool,
                         const Json &arguments = Json::object())
{
    wait_until_settled(engine);
    return json(engine.call(tool, OnTape(arguments).view, no_scene));
}

/// Waits for the end of what was begun.
inline Result<Json> finish(Engine &engine, std::uint64_t id)
{
    auto ended = engine.take_completion(std::chrono::seconds(10));
    if (!ended || ended->id != id) return Error{Errc::internal, "it did not end", "", ""};
    return json(std::move(ended->outcome));
}

inline const Json learner = {
    {"learner_id", "l"}, {"static_profile", Json::object()}, {"dynamic_profile", Json::object()}};

/// Waits until the record says that it holds this many events and nothing waits.
inline RecordStatus settled_record(Engine &engine, std::int64_t events)
{
    for (int i = 0; i < 1000; ++i) {
        RecordStatus record = engine.status().record;
        if (record.events == events && record.pending == 0) return record;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return engine.status().record;
}

} // namespace mvr::host
