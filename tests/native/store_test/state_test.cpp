#include "store/state.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::store;

namespace {

ObservedTry ended(const std::string &checkpoint, learning::TryOutcome outcome, bool hint = false)
{
    ObservedTry one;
    one.checkpoint_id = checkpoint;
    one.skill = "skill";
    one.outcome = outcome;
    one.last_level_hint = hint;
    one.own = outcome == learning::TryOutcome::passed && !hint;
    one.score = outcome == learning::TryOutcome::passed ? 1 : 0.5;
    return one;
}

Event event(Payload payload, TimeMs time = 1, std::string learner = "l")
{
    return {0, "", time, std::move(learner), std::move(payload)};
}

AssessmentEvaluated step(std::vector<ObservedTry> tries)
{
    AssessmentEvaluated made;
    made.unit_id = "u";
    made.tries = std::move(tries);
    made.unit_checkpoints = {"a", "b"};
    return made;
}

/// A history of everything that a learner meets, drawn at random.
std::vector<Event> history(std::mt19937 &random, int events)
{
    std::vector<Event> made{
        event(SessionStarted{"s", "l", "u", "scene", "", learning::LearningPhase::practice})};
    for (int i = 0; i < events; ++i) {
        const auto outcome =
            random() % 3 == 0 ? learning::TryOutcome::failed : learning::TryOutcome::passed;
        switch (random() % 5) {
        case 0: made.push_back(event(HintShown{"s", "u", 1, random() % 4 == 0, false}, i)); break;
        case 1: made.push_back(event(EngagementReported{"s", Json::object(), 0.5}, i)); break;
        case 2:
            made.push_back(
                event(LearnerProfileSet{"l", Json::object(), Json::object(), .35,
                                        .7 + .01 * static_cast<double>(random() % 5), .15},
                      i));
            break;
        default: made.push_back(event(step({ended(random() % 2 == 0 ? "a" : "b", outcome)}), i));
        }
    }
    return made;
}

std::string text_of(const State &state)
{
    std::string all;
    for (const State::Part &part : state.save())
        all += part.learner + '/' + part.fold + '/' + part.text + '\n';
    return all;
}

} // namespace

TEST_CASE("what was passed unaided stays so, and the checkpoints are those seen last",
          "[store][state]")
{
    State state;
    state.apply(event(step({ended("a", learning::TryOutcome::passed)})));
    state.apply(event(step({ended("b", learning::TryOutcome::passed, true)})));
    CHECK(state.find("l")->results.at("u").own_passed == std::set<std::string>{"a"});

    AssessmentEvaluated failed = step({ended("a", learning::TryOutcome::failed)});
    failed.unit_checkpoints = {"a", "b", "c"};
    state.apply(event(failed));
    const UnitResults &unit = state.find("l")->results.at("u");
    CHECK(unit.own_passed == std::set<std::string>{"a"});
    CHECK(unit.checkpoints == failed.unit_checkpoints);
    CHECK(unit.last_score == 0.5);
}

TEST_CASE("a session knows the number of its last step", "[store][state]")
{
    State state;
    state.apply(event(SessionStarted{"s", "l", "u", "", "", {}}));
    AssessmentEvaluated one = step({ended("a", learning::TryOutcome::passed)});
    one.session_id = "s";
    for (const int number : {1, 3, 2}) {
        one.number = number;
        state.apply(event(one));
    }
    CHECK(state.find("l")->sessions.at("s").steps == 3);
}

TEST_CASE("an abandoned try leaves no trace in results or counts", "[store][state]")
{
    State state;
    state.apply(event(step({ended("a", learning::TryOutcome::abandoned)})));

    CHECK(state.find("l")->results.at("u").last_checkpoint.empty());
    const auto &units = state.find("l")->model.units;
    CHECK((!units.contains("u") || units.at("u").counts.tries() == 0));
}

TEST_CASE("an event of no learner or of an unknown kind is nobody's state", "[store][state]")
{
    State state;
    state.apply(event(SceneAuthored{"t", "s", "u", Json::object()}, 1, ""));
    state.apply(event(UnknownEvent{"later", 1, Json::object()}));

    CHECK(state.learners().empty());
}

TEST_CASE("a snapshot at any point gives the state that folding everything gives",
          "[store][state][property]")
{
    const auto seed = GENERATE(range(1U, 40U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto events = history(random, 60);
    const std::size_t cut = random() % events.size();
    State whole;
    State before;
    for (std::size_t i = 0; i < events.size(); ++i) {
        whole.apply(events[i]);
        if (i < cut) before.apply(events[i]);
    }

    State restored;
    for (const State::Part &part : before.save())
        REQUIRE(restored.load(part));
    for (std::size_t i = cut; i < events.size(); ++i)
        restored.apply(events[i]);

    CHECK(text_of(restored) == text_of(whole));
    CHECK(restored.find_by_session("s") == restored.find("l"));
}

TEST_CASE("a part of another version is not taken for ours", "[store][state]")
{
    State state;
    state.apply(event(SessionStarted{"s", "l", "u", "scene", "", {}}));
    for (State::Part part : state.save()) {
        CAPTURE(part.fold);
        ++part.version;
        State other;
        CHECK_FALSE(other.load(part));
    }
}

TEST_CASE("what was published stays as it was, whatever comes later", "[store][state]")
{
    const auto name = [](const std::string &learner) { return "name of " + learner; };
    State state;
    state.apply(event(SessionStarted{"s", "l", "u", "U", "", {}}));
    const State before = state.publish(name);
    state.apply(event(step({ended("a", learning::TryOutcome::passed)}), 2));
    state.apply(event(SessionStarted{"t", "m", "u", "U", "", {}}, 3, "m"));
    const State after = state.publish(name);

    CHECK(before.find("l")->pseudonym == "name of l");
    CHECK(before.find("l")->results.empty());
    CHECK(before.find("m") == nullptr);
    CHECK(after.find("l")->results.at("u").own_passed.contains("a"));
    CHECK(after.find("m")->pseudonym == "name of m");
    CHECK(after.find_by_session("t") == after.find("m"));
    CHECK(before.find_by_session("t") == nullptr);
    CHECK(before.changes() < after.changes());
}

TEST_CASE("a learner to whom nothing happened is shared by what is published", "[store][state]")
{
    const auto name = [](const std::string &learner) { return learner; };
    State state;
    state.apply(event(SessionStarted{"s", "l", "u", "U", "", {}}));
    state.apply(event(SessionStarted{"t", "m", "u", "U", "", {}}, 2, "m"));
    const State before = state.publish(name);
    state.apply(event(step({ended("a", learning::TryOutcome::passed)}), 3));
    const State after = state.publish(name);

    CHECK(before.find("m") == after.find("m"));
    CHECK(before.find("l") != after.find("l"));
}
