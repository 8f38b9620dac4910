#include "queue_work.hpp"

#include <chrono>
#include <string>

using namespace mvr;
using namespace mvr::host;
using namespace mvr::host::test;

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

TEST_CASE("authoring that touches no scene waits for the unit too, and is done in order",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    std::string done;
    const auto run = [&](const MainThreadQueue::Work &work, char name) {
        queue.run_when_allowed(work.call, [&done, name] { done += name; }, asked.on_result());
    };
    run(authoring(), 'a');
    queue.set_running_unit("Seat the gasket");
    run(authoring(), 'b');
    run(authoring(), 'c');
    run(work("tutoring", access::Scope::records_write), 'd');
    queue.expire();
    CHECK(done == "ad");

    queue.set_running_unit("");
    queue.expire();
    queue.expire();

    CHECK(done == "adbc");
    CHECK_FALSE(asked.outcome);
}

TEST_CASE("authoring that touches no scene is withdrawn when its time is up or the server stops",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked late;
    Asked stopped;
    bool done = false;
    const auto work = [&done] { done = true; };
    queue.set_running_unit("Seat the gasket");
    queue.run_when_allowed(overdue(authoring()).call, work, late.on_result());
    queue.run_when_allowed(authoring().call, work, stopped.on_result());

    queue.expire();
    queue.reject_requests({Errc::shutting_down, "the server is stopping", "", ""});

    REQUIRE(late.outcome);
    CHECK(late.outcome->error().code == Errc::busy);
    CHECK(late.outcome->error().message.find("\"Seat the gasket\"") != std::string::npos);
    REQUIRE(stopped.outcome);
    CHECK(stopped.outcome->error().code == Errc::shutting_down);
    queue.set_running_unit("");
    queue.expire();
    CHECK_FALSE(done);
}

TEST_CASE("a client hears that its authoring waits for a unit, and for which", "[host][queue]")
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
    CHECK(error.remedy.find("left the unit") != std::string::npos);
    queue.set_running_unit("");
    CHECK_FALSE(queue.take(0ms)); // withdrawn
}

TEST_CASE("a client that wants progress hears what Blender is at with its call", "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    std::string heard;
    const auto listening = [&heard](std::string_view command) {
        auto made = work(command);
        made.call->report_progress = [&heard](const mcp::Progress &now) { heard = now.message; };
        return made;
    };
    queue.submit(listening("save_lesson"), asked.on_result());
    CHECK(taken(queue).command.name == "save_lesson");
    queue.set_activity("saving the file");
    const auto began = std::chrono::steady_clock::now();

    queue.expire(began + 1100ms); // once a second
    CHECK(heard.starts_with("Blender is at work on it; it is saving the file (1."));

    queue.submit(work("read_lesson"), asked.on_result());
    CHECK(taken(queue).command.name == "read_lesson");
    queue.expire(began + 2200ms);
    CHECK(heard.starts_with("Blender is at work on it (2.")); // the other one saves
}

TEST_CASE("a busy main thread is reported: with what, how long, and that nothing changed",
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
