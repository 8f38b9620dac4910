#include "queue_work.hpp"

#include <vector>

using namespace mvr;
using namespace mvr::host;
using namespace mvr::host::test;

// What whoever waits hears when the server stops or the program ends.

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

    Asked decision;
    bool is_decided = false;
    queue.run_when_allowed(work("decide").call, [&] { is_decided = true; }, decision.on_result());
    REQUIRE(decision.outcome);
    CHECK(decision.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(is_decided);

    queue.accept_requests();
    queue.submit(work("of the next start"), of_next_start.on_result());
    CHECK(taken(queue).command.name == "of the next start");
}

TEST_CASE("whoever waits when the program ends hears so", "[host][queue]")
{
    MainThreadQueue queue;
    Asked asked;
    queue.submit(work("read_lesson"), asked.on_result());

    queue.reject_all({Errc::shutting_down, "stopping", "", ""});

    REQUIRE(asked.outcome);
    CHECK(asked.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(queue.take(0ms));
}
