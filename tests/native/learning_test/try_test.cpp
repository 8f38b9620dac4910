#include "learning/try_fold.hpp"

#include "support/error.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace mvr::learning;

namespace {

/// A unit whose checkpoints are driven by hand, a second for each thing that happens.
class Run {
  public:
    explicit Run(std::vector<std::string> ids, bool holds = false)
        : fold_(start(std::move(ids), holds))
    {
    }

    struct Now {
        bool holds = false;
        bool broken = false;
        std::uint64_t state = 0;
    };

    /// The learner moves `object`, which `id` names; that makes `id` stand as `now`.
    std::vector<FinishedTry> moves(const std::string &object, const std::string &id, Now now)
    {
        return follow(reading(id, now, {object}), false);
    }
    std::vector<FinishedTry> enters(const std::string &id, Now now)
    {
        CheckpointReading entered = reading(id, now, {});
        entered.entered = true;
        return follow(std::move(entered), false);
    }
    /// Undo or Redo changes `object`.
    std::vector<FinishedTry> undoes(const std::string &object, const std::string &id, Now now)
    {
        return follow(reading(id, now, {object}), true);
    }
    /// Nothing happens for a second.
    std::vector<FinishedTry> waits(const std::string &id, Now now)
    {
        return follow(reading(id, now, {}), false);
    }
    std::vector<FinishedTry> looks() { return fold_.look(seconds_); }
    Submission submits() { return fold_.submit(seconds_); }
    std::vector<FinishedTry> leaves() { return fold_.leave(seconds_); }
    TryFold &fold() { return fold_; }
    void step(double seconds) { step_ = seconds; }

  private:
    static TryObservation start(std::vector<std::string> ids, bool holds)
    {
        TryObservation first;
        for (std::string &id : ids) {
            CheckpointReading reading;
            reading.checkpoint_id = std::move(id);
            reading.holds = holds;
            first.checkpoints.push_back(std::move(reading));
        }
        return first;
    }
    static CheckpointReading reading(const std::string &id, Now now,
                                     std::vector<std::string> changed)
    {
        return {.checkpoint_id = id,
                .holds = now.holds,
                .broken = now.broken,
                .changed = std::move(changed),
                .entered = false,
                .state = now.state};
    }
    std::vector<FinishedTry> follow(CheckpointReading reading, bool undone)
    {
        seconds_ += step_;
        return fold_.observe({seconds_, undone, {std::move(reading)}});
    }

    double step_ = 0.1;
    double seconds_ = 0;
    TryFold fold_;
};

constexpr Run::Now right{.holds = true, .state = 2};
constexpr Run::Now wrong{.state = 1};
constexpr Run::Now at_start{};
constexpr Run::Now slipped{.broken = true, .state = 3};

} // namespace

TEST_CASE("a look ends a try whose condition holds, once", "[learning][try]")
{
    Run run({"a"});
    CHECK(run.moves("part", "a", right).empty());

    const auto ended = run.looks();

    REQUIRE(ended.size() == 1);
    CHECK(ended[0].checkpoint_id == "a");
    CHECK(ended[0].ending == TryEnding::passed);
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
    CHECK(ended[0].ending == TryEnding::passed);
}

TEST_CASE("submitting fails what was begun and does not hold, and names what was not begun",
          "[learning][try]")
{
    Run run({"a", "b", "c"});
    run.moves("x", "a", right);
    run.moves("y", "b", wrong);

    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 2);
    CHECK(submission.ended[0].ending == TryEnding::passed);
    CHECK(submission.ended[1].ending == TryEnding::failed);
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
    CHECK(ended[0].ending == TryEnding::passed);
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

TEST_CASE("entering the view that is asked for begins the first try only", "[learning][try]")
{
    Run run({"a"});
    run.enters("a", right);
    CHECK(run.looks().size() == 1);
    run.waits("a", wrong);
    run.enters("a", right);
    CHECK(run.looks().empty());
}

TEST_CASE("after a failed try entering the view begins another one", "[learning][try]")
{
    Run run({"a"});
    run.enters("a", wrong);
    CHECK(run.submits().ended.size() == 1);
    run.enters("a", right);
    CHECK(run.looks().size() == 1);
}

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
    CHECK(ended[0].ending == TryEnding::failed);
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

TEST_CASE("a slip is not forgiven by moving the object back by hand", "[learning][try]")
{
    Run run({"a"});
    run.moves("bolt 2", "a", slipped);
    run.moves("bolt 2", "a", slipped);

    const Submission submission = run.submits();

    REQUIRE(submission.ended.size() == 1);
    CHECK(submission.ended[0].ending == TryEnding::failed);
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
    CHECK(submission.ended[0].ending == TryEnding::failed);
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

TEST_CASE("leaving abandons what runs and passes what holds", "[learning][try]")
{
    Run run({"a", "b"});
    run.moves("x", "a", wrong);
    run.moves("y", "b", right);

    const auto ended = run.leaves();

    REQUIRE(ended.size() == 2);
    CHECK(ended[0].ending == TryEnding::abandoned);
    CHECK(ended[0].cause == TryCause::unit_left);
    CHECK(ended[1].ending == TryEnding::passed);
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
    CHECK(submission.ended[1].ending == TryEnding::failed);
    CHECK(run.submits().ended.empty());
}

TEST_CASE("a last-level hint makes no later pass of the run an own one", "[learning][try]")
{
    Run run({"a", "b"});
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
    run.fold().hint_shown(false);
    run.moves("y", "b", wrong);
    run.fold().hint_shown(true);
    run.moves("y", "b", right);

    const auto ended = run.looks();

    CHECK(ended.at(0).last_level_hint);
    CHECK_FALSE(ended.at(0).own());
}

TEST_CASE("a hint below the last level leaves a pass an own one", "[learning][try]")
{
    Run run({"a"});
    run.fold().hint_shown(false);
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
}

TEST_CASE("a correction counts for the try that it was shown in", "[learning][try]")
{
    Run run({"a"});
    run.moves("x", "a", wrong);
    run.fold().correction_shown("a");
    run.moves("x", "a", right);
    const auto first = run.looks();
    CHECK(first.at(0).corrected);
    CHECK_FALSE(first.at(0).own());

    run.moves("x", "a", wrong);
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
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

TEST_CASE("a checkpoint that the unit has not is a bug of the caller", "[learning][try]")
{
    Run run({"a"});
    CHECK_THROWS_AS(run.fold().progress("b"), mvr::Failure);
    CHECK_THROWS_AS(run.moves("x", "b", right), mvr::Failure);
    CHECK_THROWS_AS(Run({"a", "a"}), mvr::Failure);
}

// Generated histories.

namespace {

/// What a learner may do at random to one checkpoint, as the tests above do by hand.
class Wanderer {
  public:
    explicit Wanderer(unsigned seed) : random_(seed), run_({"a", "b"}) {}

    std::vector<FinishedTry> act()
    {
        const std::string id = pick(2) == 0 ? "a" : "b";
        const std::string object = "bolt " + std::to_string(pick(3));
        const Run::Now now{.holds = pick(3) == 0, .broken = pick(6) == 0, .state = pick(4)};
        switch (pick(8)) {
        case 0: return run_.looks();
        case 1: submitted_ = true; return run_.submits().ended;
        case 2: return run_.undoes(object, id, now);
        case 3: return run_.enters(id, now);
        case 4: run_.fold().hint_shown(pick(8) == 0); return {};
        case 5: run_.fold().correction_shown(id); return {};
        default: return run_.moves(object, id, now);
        }
    }
    std::vector<FinishedTry> leave() { return run_.leaves(); }
    Run &run() { return run_; }
    bool submitted_now() { return std::exchange(submitted_, false); }

  private:
    unsigned pick(unsigned below)
    {
        return std::uniform_int_distribution<unsigned>(0, below - 1)(random_);
    }

    std::mt19937 random_;
    Run run_;
    bool submitted_ = false;
};

} // namespace

TEST_CASE("whatever a learner does, tries of a checkpoint follow one another", "[learning][try]")
{
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        INFO("seed " << seed);
        Wanderer learner(seed);
        std::map<std::string, double> last_end;
        for (int i = 0; i < 60; ++i) {
            const auto ended = i == 59 ? learner.leave() : learner.act();
            const bool submitted = learner.submitted_now();
            for (const FinishedTry &one : ended) {
                REQUIRE(one.began_seconds <= one.ended_seconds);
                REQUIRE(one.began_seconds >= last_end[one.checkpoint_id]);
                REQUIRE(one.self_corrected <= one.slips);
                if (one.cause == TryCause::submitted) REQUIRE(submitted);
                if (one.cause == TryCause::slip_left) REQUIRE(one.slips > one.self_corrected);
                if (one.cause == TryCause::unit_left) REQUIRE(i == 59);
                last_end[one.checkpoint_id] = one.ended_seconds;
            }
        }
        REQUIRE(learner.leave().empty());
    }
}

TEST_CASE("looks without work between change nothing of what a submission says", "[learning][try]")
{
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        INFO("seed " << seed);
        Wanderer plain(seed);
        Wanderer curious(seed);
        for (int i = 0; i < 40; ++i) {
            plain.act();
            curious.act();
        }
        plain.run().looks();
        for (int i = 0; i < 10; ++i)
            curious.run().looks();
        const Submission a = plain.run().submits();
        const Submission b = curious.run().submits();
        REQUIRE(a.ended == b.ended);
        REQUIRE(a.not_begun == b.not_begun);
    }
}
