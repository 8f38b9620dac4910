#include "store/state.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::store;

namespace {

Event event(TimeMs time_ms, Payload payload)
{
    return {1, "id", time_ms, "ada", std::move(payload)};
}

State with_work()
{
    State state;
    state.apply(event(1'000, SessionStarted{"s", "ada", "u", "Scene", "", {}}));
    state.apply(event(2'000, HintShown{"s", "u", 1, false, true}));
    AssessmentEvaluated step;
    step.session_id = std::string("s"); // gcc 12 finds overlaps where a literal is assigned
    step.unit_id = std::string("u");
    step.number = 1;
    step.activity.total_seconds = 9;
    ObservedTry failed;
    failed.checkpoint_id = std::string("a");
    failed.skill = std::string("u");
    failed.outcome = learning::TryOutcome::failed;
    failed.unmet = {"The cup is 4 mm too high."};
    failed.boxes = {{"Cup", {0, 1, 2}}};
    step.tries = {failed};
    state.apply(event(3'000, step));
    return state;
}

} // namespace

TEST_CASE("work comes back from a snapshot as it was, and goes on", "[store][review]")
{
    State state = with_work();
    State back;
    for (const State::Part &part : state.save())
        REQUIRE(back.load(part));
    for (State *each : {&state, &back})
        each->apply(event(4'000, SessionEnded{"s", "stopped"}));

    const UnitWork &work = back.find("ada")->works.at("u");
    REQUIRE(work.entries.size() == 4);
    CHECK(work.entries[1]->hint_offered);
    CHECK(work.entries[2]->tries.at(0).boxes.at(0).corners == std::vector<double>{0, 1, 2});
    CHECK(work.entries[3]->reason == "stopped");
    CHECK(work.checkpoints.at("a").last_failure == "The cup is 4 mm too high.");
    const auto expected = state.save();
    const auto found = back.save();
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i].text == expected[i].text);
}

TEST_CASE("a session that the next start cut off ends in its own unit, once", "[store][review]")
{
    State state = with_work();
    state.apply(event(4'000, SessionStarted{"t", "ada", "v", "Scene", "", {}}));
    state.apply(event(5'000, SessionEnded{"s", "stopped"}));

    const auto &works = state.find("ada")->works;
    REQUIRE(works.at("u").entries.size() == 4);
    CHECK(works.at("u").entries.back()->reason == "interrupted");
    CHECK(works.at("v").entries.size() == 1);
}

TEST_CASE("who is forgotten is unknown with all sessions, and others stay", "[store][review]")
{
    State state = with_work();
    Event other = event(5'000, SessionStarted{"o", "bob", "u", "Scene", "", {}});
    other.learner = "bob";
    state.apply(other);
    const auto before = state.changes();

    CHECK(state.forget("ada"));
    CHECK_FALSE(state.forget("ada"));
    CHECK(state.changes() > before);
    CHECK(state.find("ada") == nullptr);
    CHECK(state.find_by_session("s") == nullptr);
    CHECK(state.find_by_session("o")->learner_id == "bob");
}

TEST_CASE("entries are shared by copies of the state that were published", "[store][review]")
{
    State state = with_work();
    const State published = state.publish([](const std::string &) { return "name"; });
    state.apply(event(6'000, HintShown{"s", "u", 2, false, false, "the cup stands"}));

    const auto &old_entries = published.find("ada")->works.at("u").entries;
    const auto &entries = state.find("ada")->works.at("u").entries;
    CHECK(old_entries.size() == 3);
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].get() == old_entries[0].get());
    CHECK(entries[3]->hint_objective == "the cup stands");
}

TEST_CASE("what a learner looked at adds up over a unit's sessions", "[store][review]")
{
    State state = with_work();
    state.apply(event(4'000, SessionStarted{"t", "ada", "u", "Scene", "s", {}}));
    ViewportObserved seen;
    seen.view.watched_seconds = 4;
    seen.view.dwell_seconds = {{"Cup", 3}, {"Saucer", 1}};
    for (const char *session : {"s", "t", "of nobody"}) {
        seen.session_id = std::string(session);
        seen.work.undone += 1;
        state.apply(event(5'000, seen));
    }

    const UnitAttention &attention = state.find("ada")->works.at("u").attention;
    CHECK(attention.watched_seconds == 8);
    CHECK(attention.dwell_seconds == std::map<std::string, double>{{"Cup", 6}, {"Saucer", 2}});
    CHECK(attention.last_work.undone == 2);
}
