#include "try_run.hpp"

#include "support/error.hpp"

using namespace mvr::learning;
using namespace mvr::learning::test;

TEST_CASE("a look ends a try whose condition holds, once", "[learning][try]")
{
    Run run({"a"});
    CHECK(run.moves("part", "a", right).empty());

    const auto ended = run.looks();

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].checkpoint_id == "a");
    CHECK(ended[0].ending == TryOutcome::passed);
    CHECK(ended[0].cause == TryCause::held);
    CHECK(ended[0].began_seconds == Approx(0.1));
    CHECK(ended[0].own());
    CHECK(run.looks().empty());
}

TEST_CASE("a look never ends a try as failed", "[learning][try]")
{
    Run run({"a"});
    run.moves("part", "a", wrong);
    run.moves("part", "a", slipped);

    CHECK(run.looks().empty());
    CHECK(run.fold().progress("a").running);
}

TEST_CASE("forty looks at a scene in which nothing was done count as no try", "[learning][try]")
{
    Run run({"a", "b", "c"});
    std::size_t tries = 0;
    for (int i = 0; i < 40; ++i) {
        tries += run.waits("a", at_start).size() + run.looks().size();
    }
    CHECK(tries == 0);
    CHECK(run.leaves().empty());
}

TEST_CASE("a unit of three parts that is looked at after each part counts three of three",
          "[learning][try]")
{
    Run run({"a", "b", "c"});
    std::vector<FinishedTry> ended;
    for (const char *id : {"a", "b", "c"}) {
        run.moves(id, id, right);
        for (FinishedTry &one : run.looks())
            ended.push_back(std::move(one));
        CHECK(run.looks().empty());
    }
    const Submission submission = run.submits();

    REQUIRE(ended.size() == 3);
    for (const FinishedTry &one : ended)
        CHECK(one.own());
    CHECK(submission.ended.empty());
    CHECK(submission.not_begun.empty());
}

TEST_CASE("what holds at rest has passed without a look, what is dragged past has not",
          "[learning][try]")
{
    Run run({"a"});
    run.moves("part", "a", right);
    run.moves("part", "a", wrong);
    CHECK(run.looks().empty());

    run.step(try_rest_seconds * 0.6);
    run.moves("part", "a", right);
    CHECK(run.waits("a", right).empty());
    const auto ended = run.waits("a", right);

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].ending == TryOutcome::passed);
}

TEST_CASE("submitting fails what was begun and does not hold, and names what was not begun",
          "[learning][try]")
{
    Run run({"a", "b", "c"});
    run.moves("x", "a", right);
    run.moves("y", "b", wrong);

    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 2);
    CHECK(submission.ended[0].ending == TryOutcome::passed);
    CHECK(submission.ended[1].ending == TryOutcome::failed);
    CHECK(submission.ended[1].cause == TryCause::submitted);
    CHECK(submission.not_begun == std::vector<std::string>{"c"});
}

TEST_CASE("submitting again without a change submits nothing", "[learning][try]")
{
    Run run({"a"});
    run.moves("y", "a", wrong);
    CHECK(run.submits().ended.size() == 1);

    const Submission again = run.submits();

    CHECK(again.ended.empty());
    CHECK(again.not_begun.empty());
}

TEST_CASE("after a failed try the next change begins another one", "[learning][try]")
{
    Run run({"a"});
    run.moves("y", "a", wrong);
    run.submits();
    run.moves("y", "a", right);

    const auto ended = run.looks();

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].ending == TryOutcome::passed);
}

TEST_CASE("one checkpoint can be submitted alone", "[learning][try]")
{
    Run run({"a", "b"});
    run.moves("x", "a", wrong);
    run.moves("y", "b", wrong);

    const Submission submission = run.fold().submit(1, "b");

    REQUIRE(submission.ended.size() == 1);
    CHECK(submission.ended[0].checkpoint_id == "b");
    CHECK(run.fold().progress("a").running);
}

TEST_CASE("a change that leaves a passed condition holding is no other performance",
          "[learning][try]")
{
    Run run({"a"});
    run.moves("part", "a", right);
    run.looks();
    for (int i = 0; i < 40; ++i) {
        run.moves("part", "a", right);
        CHECK(run.looks().empty());
    }
    run.moves("part", "a", wrong);
    CHECK(run.fold().progress("a").running);
}

TEST_CASE("leaving abandons what runs and passes what holds", "[learning][try]")
{
    Run run({"a", "b"});
    run.moves("x", "a", wrong);
    run.moves("y", "b", right);

    const auto ended = run.leaves();

    REQUIRE(ended.size() == 2);
    CHECK(ended[0].ending == TryOutcome::abandoned);
    CHECK(ended[0].cause == TryCause::unit_left);
    CHECK(ended[1].ending == TryOutcome::passed);
    CHECK(run.leaves().empty());
}

TEST_CASE("what is to be left alone passes once when work is submitted", "[learning][try]")
{
    Run run({"keep", "work"}, true);
    CHECK(run.submits().ended.empty()); // nothing was done yet

    run.moves("part", "work", wrong);
    CHECK(run.looks().empty());
    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 2);
    CHECK(submission.ended[0].checkpoint_id == "keep");
    CHECK(submission.ended[0].own());
    CHECK(submission.ended[1].ending == TryOutcome::failed);
    CHECK(run.submits().ended.empty());
}

TEST_CASE("what time alone made true passes when work is submitted, like what held from the start",
          "[learning][try]")
{
    Run run({"keep", "work"});
    run.moves("part", "work", wrong);
    run.waits("keep", true);
    CHECK(run.looks().empty());
    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 2);
    CHECK(submission.ended[0].checkpoint_id == "keep");
    CHECK(submission.ended[0].own());
    CHECK(submission.not_begun.empty());
}

TEST_CASE("what changed since the last look is known", "[learning][try]")
{
    Run run({"a"});
    CHECK_FALSE(run.fold().progress("a").changed);
    run.moves("x", "a", wrong);
    CHECK(run.fold().progress("a").changed);
    run.looks();
    CHECK_FALSE(run.fold().progress("a").changed);
}

TEST_CASE("a checkpoint that the unit has not is a programming error", "[learning][try]")
{
    Run run({"a"});
    CHECK_THROWS_AS(run.fold().progress("b"), mvr::Failure);
    CHECK_THROWS_AS(run.moves("x", "b", right), mvr::Failure);
    CHECK_THROWS_AS(Run({"a", "a"}), mvr::Failure);
}
