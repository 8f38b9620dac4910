#include "host/main_thread_queue.hpp"

#include "access/principal.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace {
struct Said {
    std::string text;
};
} // namespace

template <> struct mvr::Description<Said> {
    static constexpr std::tuple members{Member{"text", &Said::text, ""}};
};

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

DescribedValue said(std::string text) { return DescribedValue(Said{std::move(text)}); }

struct Asked {
    std::optional<Result<DescribedValue>> outcome;

    MainThreadQueue::OnResult on_result()
    {
        return [this](Result<DescribedValue> result) { outcome = std::move(result); };
    }
};

MainThreadQueue::Work work(std::string_view command,
                           access::Scope scope = access::Scope::lessons_read)
{
    auto call = std::make_shared<mcp::Call>();
    call->principal = access::owner();
    call->scope = scope;
    return {{command, said(""), nullptr}, call};
}

MainThreadQueue::Work authoring() { return work("author", access::Scope::lessons_write); }

MainThreadQueue::Work overdue(MainThreadQueue::Work work)
{
    work.call->deadline = std::chrono::steady_clock::now();
    return work;
}

SceneRequest taken(MainThreadQueue &queue)
{
    auto request = queue.take(0ms);
    REQUIRE(request);
    return *request;
}

} // namespace

TEST_CASE("a request is taken once and its answer goes to its caller", "[host][queue]")
{
    MainThreadQueue queue;
    Asked first;
    Asked second;
    queue.submit(work("one"), first.on_result());
    queue.submit(work("two"), second.on_result());

    const SceneRequest a = taken(queue);
    const SceneRequest b = taken(queue);
    queue.answered(b.id, said("second"));

    CHECK(a.command.name == "one");
    CHECK(b.command.name == "two");
    CHECK_FALSE(queue.take(0ms));
    CHECK_FALSE(first.outcome);
    REQUIRE(second.outcome);
    CHECK((*second.outcome)->as<Said>().text == "second");
}

TEST_CASE("authoring waits while a unit runs, and what else is asked for goes on", "[host][queue]")
{
    MainThreadQueue queue;
    Asked waiting;
    Asked tutoring;
    queue.set_running_unit("Seat the gasket");
    queue.submit(authoring(), waiting.on_result());
    queue.submit(work("observe_unit", access::Scope::records_write), tutoring.on_result());

    CHECK(taken(queue).command.name == "observe_unit");
    CHECK_FALSE(queue.take(0ms));
    CHECK_FALSE(queue.take(1ms)); // nor is it waited for in vain
    queue.expire();
    CHECK_FALSE(waiting.outcome);
    queue.set_running_unit("");

    CHECK(taken(queue).command.name == "author");
}

TEST_CASE("a client is told that its authoring waits for a unit, and for which", "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    queue.set_running_unit("Seat the gasket");
    queue.submit(overdue(authoring()), asked.on_result());

    queue.expire();

    REQUIRE(asked.outcome);
    const Error &error = asked.outcome->error();
    CHECK(error.code == Errc::busy);
    CHECK(error.message.find("\"Seat the gasket\"") != std::string::npos);
    CHECK(error.message.find("nothing was changed") != std::string::npos);
    CHECK(error.remedy.find("end_session") != std::string::npos);
    queue.set_running_unit("");
    CHECK_FALSE(queue.take(0ms)); // withdrawn
}

TEST_CASE("a busy main thread is told: with what, how long, and that nothing changed",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    queue.set_activity("rendering");
    queue.submit(overdue(work("read_lesson")), asked.on_result());

    queue.expire();

    REQUIRE(asked.outcome);
    REQUIRE_FALSE(*asked.outcome);
    const Error &error = asked.outcome->error();
    CHECK(error.code == Errc::busy);
    CHECK(error.message.find("rendering") != std::string::npos);
    CHECK(error.message.find(" s ") != std::string::npos);
    CHECK(error.message.find("nothing was changed") != std::string::npos);
    CHECK_FALSE(queue.take(0ms)); // withdrawn: it can no longer happen
}

TEST_CASE("each call waits until its own deadline", "[host][queue]")
{
    MainThreadQueue queue;
    Asked patient;
    Asked hurried;
    queue.submit(work("patient"), patient.on_result());
    queue.submit(overdue(work("hurried")), hurried.on_result());

    queue.expire();

    REQUIRE(hurried.outcome);
    CHECK(hurried.outcome->error().code == Errc::busy);
    CHECK_FALSE(patient.outcome);
    CHECK(taken(queue).command.name == "patient");
}

TEST_CASE("work that was taken is never called busy, and its late answer reaches its caller",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    queue.submit(overdue(work("save_lesson")), asked.on_result());
    const SceneRequest request = taken(queue);

    for (int i = 0; i < 3; ++i)
        queue.expire();
    CHECK_FALSE(asked.outcome);
    queue.answered(request.id, said("late"));

    REQUIRE(asked.outcome);
    REQUIRE(*asked.outcome);
    CHECK((*asked.outcome)->as<Said>().text == "late");
}

TEST_CASE("a call that its client cancelled before it was begun is not done", "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    auto wanted = work("create_knowledge_node");
    wanted.call->stop.request_stop();
    queue.submit(wanted, asked.on_result());

    CHECK_FALSE(queue.take(0ms)); // nor before anybody has looked for such
    queue.expire();

    REQUIRE(asked.outcome);
    CHECK_FALSE(*asked.outcome);
    CHECK(queue.waiting() == 0);
}

TEST_CASE("a stop tells every client that waits, and leaves what is being done", "[host][queue]")
{
    MainThreadQueue queue;
    Asked begun;
    Asked waiting;
    queue.submit(work("begun"), begun.on_result());
    const SceneRequest request = taken(queue);
    queue.submit(work("waiting"), waiting.on_result());

    queue.reject_requests({Errc::shutting_down, "stopping", "", ""});

    REQUIRE(waiting.outcome);
    CHECK(waiting.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(queue.take(0ms)); // nobody will do it
    CHECK_FALSE(begun.outcome);
    queue.answered(request.id, said("done"));
    CHECK(*begun.outcome);
}

TEST_CASE("what a client asks for while its server stops is rejected at once", "[host][queue]")
{
    MainThreadQueue queue;
    Asked late;
    Asked of_next_start;
    queue.reject_requests({Errc::shutting_down, "stopping", "", ""});

    queue.submit(work("late"), late.on_result());
    REQUIRE(late.outcome);
    CHECK(late.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(queue.take(0ms));

    queue.accept_requests();
    queue.submit(work("of the next start"), of_next_start.on_result());
    CHECK(taken(queue).command.name == "of the next start");
}

TEST_CASE("whoever waits when the program ends is told so", "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    queue.submit(work("read_lesson"), asked.on_result());

    queue.reject_all({Errc::shutting_down, "stopping", "", ""});

    REQUIRE(asked.outcome);
    CHECK(asked.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(queue.take(0ms));
}
