#include "queue_work.hpp"

#include <chrono>

using namespace mvr;
using namespace mvr::host;
using namespace mvr::host::test;

// When the calls that wait are looked at, and what becomes of those that were cancelled.

TEST_CASE("a client that has cancelled what Blender is at hears no more of its progress",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    int reports = 0;
    auto listening = work("save_lesson");
    listening.call->report_progress = [&reports](const mcp::Progress &) { ++reports; };
    queue.submit(listening, asked.on_result());
    taken(queue);
    const auto began = std::chrono::steady_clock::now();
    queue.expire(began + 2s);
    REQUIRE(reports == 1);

    listening.call->stop.request_stop();
    queue.expire(began + 4s);

    CHECK(reports == 1);
    CHECK_FALSE(asked.outcome); // its end is still waited for
}

TEST_CASE("what waits is looked at by time and not after each job, except for a unit's end",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked late;
    Asked asked;
    bool is_done = false;
    const auto begin = std::chrono::steady_clock::now();
    queue.tick(begin);
    queue.set_running_unit("Seat the gasket");
    queue.run_when_allowed(authoring().call, [&is_done] { is_done = true; }, asked.on_result());
    auto overdue = work("read_lesson");
    overdue.call->deadline = begin;
    queue.submit(overdue, late.on_result());
    queue.set_running_unit("");

    queue.tick(begin + MainThreadQueue::expire_interval / 2);
    CHECK(is_done);
    CHECK_FALSE(late.outcome);
    queue.tick(begin + MainThreadQueue::expire_interval);

    REQUIRE(late.outcome);
    CHECK(late.outcome->error().code == Errc::busy);
}

TEST_CASE("authoring that is cancelled while it waits for a unit is withdrawn when that has ended",
          "[host][queue]")
{
    MainThreadQueue queue;
    Asked cancelled;
    bool is_done = false;
    queue.set_running_unit("Seat the gasket");
    const auto work = authoring();
    queue.run_when_allowed(work.call, [&is_done] { is_done = true; }, cancelled.on_result());
    work.call->stop.request_stop();
    queue.set_running_unit("");

    queue.expire();

    CHECK_FALSE(is_done);
    REQUIRE(cancelled.outcome);
    CHECK(cancelled.outcome->error().code == Errc::conflict);
}
