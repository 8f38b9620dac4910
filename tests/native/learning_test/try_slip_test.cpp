#include "try_run.hpp"

using namespace mvr::learning;
using namespace mvr::learning::test;

TEST_CASE("a slip taken back before anything else is a self-correction", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 1", "a", {.state = 5});
    run.moves("bolt 2", "a", slipped);
    CHECK(run.fold().progress("a").slipped);
    CHECK(run.undoes("bolt 2", "a", {.state = 5}).empty());
    CHECK_FALSE(run.fold().progress("a").slipped);
    run.moves("bolt 5", "a", right);

    const auto ended = run.looks();

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].own());
    CHECK(ended[0].slips == 1);
    CHECK(ended[0].self_corrected == 1);
}

TEST_CASE("a slip that is left for another object fails the try", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 1", "a", {.state = 5});
    run.moves("bolt 2", "a", slipped);
    CHECK(run.moves("bolt 2", "a", slipped).empty()); // the same drag goes on

    const auto ended = run.moves("bolt 5", "a", slipped);

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].ending == TryOutcome::failed);
    CHECK(ended[0].cause == TryCause::slip_left);
    CHECK(ended[0].slips == 1);
    CHECK(run.fold().progress("a").lost);
}

TEST_CASE("an order that was left violated can only fail once until it is taken back",
          "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", slipped);
    CHECK(run.moves("bolt 5", "a", slipped).size() == 1);
    for (int i = 0; i < 8; ++i)
        CHECK(run.moves("bolt " + std::to_string(i), "a", slipped).empty());
    CHECK(run.submits().ended.empty());

    run.undoes("bolt 2", "a", {.state = 9});
    run.moves("bolt 1", "a", right);

    CHECK(run.looks().size() == 1);
}

TEST_CASE("undo of another object is not going on to it", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", slipped);

    CHECK(run.undoes("bolt 5", "a", slipped).empty());
    CHECK(run.fold().progress("a").slipped);
}

TEST_CASE("a slip is not forgiven by moving the object back by hand", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", slipped);
    run.moves("bolt 2", "a", slipped);

    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 1);
    CHECK(submission.ended[0].ending == TryOutcome::failed);
}

TEST_CASE("a violated order does not pass, whatever else holds", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", {.holds = true, .broken = true, .state = 3});

    CHECK(run.looks().empty());
}

TEST_CASE("undo of all that a try did leaves nothing to submit, redo takes it up again",
          "[learning][try]")
{
    Run run({"a"});
    run.moves("part", "a", wrong);
    run.undoes("part", "a", at_start);
    CHECK_FALSE(run.fold().progress("a").begun);
    CHECK(run.submits().not_begun == std::vector<std::string>{"a"});

    run.undoes("part", "a", wrong);
    CHECK(run.fold().progress("a").running);
    const Submission submission = run.submits();
    REQUIRE(submission.ended.size() == 1);
    CHECK(submission.ended[0].ending == TryOutcome::failed);
}

TEST_CASE("a first slip that undo takes back is remembered by the try that goes on",
          "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", slipped);
    run.undoes("bolt 2", "a", at_start);
    run.moves("bolt 1", "a", right);

    const auto ended = run.looks();

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].own());
    CHECK(ended[0].self_corrected == 1);
}

TEST_CASE("undo and redo of what passed are no performance", "[learning][try]")
{
    Run run({"a"});
    run.moves("part", "a", right);
    CHECK(run.looks().size() == 1);
    for (int i = 0; i < 10; ++i) {
        run.undoes("part", "a", at_start);
        run.undoes("part", "a", right);
        CHECK(run.looks().empty());
    }
}

TEST_CASE("undo of something that the condition does not name takes back no try of it",
          "[learning][try]")
{
    Run run({"a"});
    run.enters("a", at_start); // the view is entered and has to be held
    CheckpointReading same;
    same.checkpoint_id = "a";
    run.follow(std::move(same), true);

    CHECK(run.fold().progress("a").running);
}
