#include "learning/decision.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr auto remediate = Action::remediate_prerequisites;
constexpr auto support = Action::provide_additional_support;
constexpr auto carry_on = Action::continue_current_event;
constexpr auto advance = Action::advance_to_next_event;

const Evidence plenty{5, 3, 5, .97};

DecisionInput at(double state, std::optional<Action> previous = std::nullopt,
                 Evidence evidence = plenty)
{
    DecisionInput input;
    input.state = state;
    input.event = LearningEvent::practice;
    input.previous = previous;
    input.evidence = evidence;
    return input;
}

bool says(const Decision &decision, const std::string &reason)
{
    for (const std::string &each : decision.reasons)
        if (each == reason) return true;
    return false;
}

} // namespace

TEST_CASE("without a past the band of the index decides", "[learning][decision]")
{
    const auto [state, action] = GENERATE(table<double, Action>({
        {1, advance},
        {.80, advance},
        {.7999, carry_on},
        {.60, carry_on},
        {.5999, support},
        {.40, support},
        {.3999, remediate},
        {0, remediate},
    }));
    CAPTURE(state);

    CHECK(decide(at(state)).action == action);
}

TEST_CASE("an action is left downwards only .05 below its threshold", "[learning][decision]")
{
    const auto [state, previous, action] = GENERATE(table<double, Action, Action>({
        {.59, carry_on, carry_on},
        {.55, carry_on, carry_on},
        {.5499, carry_on, support},
        {.39, support, support},
        {.35, support, support},
        {.3499, support, remediate},
        {.60, support, carry_on}, // upwards at the threshold itself
        {.40, remediate, support},
        {.79, advance, carry_on}, // advancing always needs .80
    }));
    CAPTURE(state, to_text(previous));

    CHECK(decide(at(state, previous)).action == action);
}

TEST_CASE("an index that trembles at a threshold does not make the action tremble",
          "[learning][decision]")
{
    std::optional<Action> previous;
    int changes = 0;
    for (int i = 0; i < 100; ++i) {
        const Action action = decide(at(i % 2 == 0 ? .61 : .57, previous)).action;
        changes += previous && action != *previous ? 1 : 0;
        previous = action;
    }

    CHECK(changes == 0);
}

TEST_CASE("the action moves one step at a time", "[learning][decision]")
{
    const auto [state, previous, action] = GENERATE(table<double, Action, Action>({
        {.95, remediate, support},
        {.95, support, carry_on},
        {.95, carry_on, advance},
        {.65, remediate, support},
        {.05, advance, carry_on},
        {.05, carry_on, support},
        {.05, support, remediate},
    }));
    CAPTURE(state, to_text(previous));

    const Decision decision = decide(at(state, previous));

    CHECK(decision.action == action);
    const bool further =
        std::abs(static_cast<int>(decide(at(state)).action) - static_cast<int>(previous)) > 1;
    CHECK(says(decision, "changes are made one step at a time") == further);
}

TEST_CASE("advancing needs evidence, and what is missing is said", "[learning][decision]")
{
    const auto [evidence, missing] = GENERATE(table<Evidence, std::string>({
        {{0, 0, 0, .95}, "no try was observed in the scene yet"},
        {{2, 2, 2, .95}, "2 tries observed, needs 3"},
        {{1, 1, 1, .95}, "1 try observed, needs 3"},
        {{5, 1, 5, .95}, "1 different task observed, needs 2"},
        {{5, 3, 4, .89}, "chance that the skill is mastered 0.89, needs 0.90"},
        // Just below must not read as if it had been reached.
        {{5, 3, 4, .8999}, "chance that the skill is mastered 0.89, needs 0.90"},
    }));
    CAPTURE(missing);

    const Decision decision = decide(at(.95, carry_on, evidence));

    CHECK(decision.action == carry_on);
    CHECK(decision.next_event == LearningEvent::practice);
    CHECK(says(decision, missing));
    CHECK(decision.reasoning.find(missing) != std::string::npos);
    CHECK(decision.reasoning.rfind("Stay with practice a little longer: ", 0) == 0);
}

TEST_CASE("the evidence that just suffices suffices", "[learning][decision]")
{
    CHECK(decide(at(.80, carry_on, {3, 2, 3, .90})).action == advance);
}

TEST_CASE("advancing leads to the next phase and every other action keeps it",
          "[learning][decision]")
{
    CHECK(decide(at(.9)).next_event == LearningEvent::application);
    for (const double state : {.7, .5, .1})
        CHECK(decide(at(state)).next_event == LearningEvent::practice);

    DecisionInput last = at(.9);
    last.event = LearningEvent::mastery;
    CHECK(decide(last).next_event == LearningEvent::mastery);
    CHECK(decide(last).reasoning.rfind("This unit is mastered: ", 0) == 0);
}

TEST_CASE("the reasoning is one plain sentence with the numbers", "[learning][decision]")
{
    CHECK(decide(at(.47, std::nullopt, {5, 3, 2, .31})).reasoning ==
          "Give more support in practice: 2 of 5 tries right; chance that the skill is mastered "
          "0.31, needs 0.90; progress index 0.47, working without extra help needs 0.60.");
    CHECK(decide(at(.83)).reasoning ==
          "Ready to go on from practice to application: 5 of 5 tries right; chance that the skill "
          "is mastered 0.97, needs 0.90; progress index 0.83, needs 0.80.");
    CHECK(
        decide(at(.2, std::nullopt, {1, 1, 0, .08})).reasoning ==
        "Go back to what this unit builds on: 0 of 1 try right; chance that the skill is mastered "
        "0.08, needs 0.90; progress index 0.20, this unit needs 0.40.");
    CHECK(decide(at(.57, carry_on)).reasoning ==
          "Continue with practice: 5 of 5 tries right; chance that the skill is mastered 0.97, "
          "needs 0.90; progress index 0.57, moving on needs 0.80; the index is not below 0.55, so "
          "nothing changes yet.");
}

TEST_CASE("confidence comes from the evidence", "[learning][decision]")
{
    // Nothing observed: a coin.
    CHECK(decide(at(.5, std::nullopt, {0, 0, 0, .40})).confidence == .5);
    // ½ + (q − ½)·n/(n + 3), worked by hand.
    CHECK(decide(at(.9, std::nullopt, {5, 3, 5, .97})).confidence == Approx(.5 + .47 * 5 / 8));
    CHECK(decide(at(.5, std::nullopt, {5, 3, 2, .31})).confidence == Approx(.5 + .19 * 5 / 8));
    // Held back by a rule, though probably mastered.
    CHECK(decide(at(.9, std::nullopt, {2, 2, 2, .95})).confidence == Approx(.5 - .45 * 2 / 5));
    // More of the same evidence gives more of it.
    CHECK(decide(at(.9, std::nullopt, {50, 3, 50, .97})).confidence >
          decide(at(.9, std::nullopt, {5, 3, 5, .97})).confidence);
}

TEST_CASE("support and pace follow the action", "[learning][decision]")
{
    const auto [state, level, pace] = GENERATE(table<double, std::string, std::string>({
        {.9, "low", "faster"},
        {.7, "moderate", "normal"},
        {.5, "high", "slower"},
        {.1, "high", "slower"},
    }));

    const AdaptiveParameters parameters = decide(at(state)).adaptive_parameters;

    CHECK(parameters.support_level == level);
    CHECK(parameters.pacing_adjustment == pace);
}

TEST_CASE("difficulty is moved towards four successes in five", "[learning][decision]")
{
    DecisionInput input = at(.7);
    input.ability = {1, .2};
    input.discrimination = 2;
    const double right_difficulty = decide(input).target_difficulty;
    CHECK(right_difficulty == Approx(1 - std::log(4.) / 2));

    input.difficulty = right_difficulty;
    CHECK(decide(input).adaptive_parameters.difficulty_adjustment == Approx(1));
    input.difficulty = right_difficulty - 1;
    CHECK(decide(input).adaptive_parameters.difficulty_adjustment > 1);
    input.difficulty = right_difficulty + 1;
    CHECK(decide(input).adaptive_parameters.difficulty_adjustment < 1);
}

TEST_CASE("actions have exactly the specification's names", "[learning][decision]")
{
    for (const std::string text : {"advance_to_next_event", "continue_current_event",
                                   "provide_additional_support", "remediate_prerequisites"})
        CHECK(to_text(action_from_text(text).value()) == text);
    CHECK(to_text(advance) == "advance_to_next_event");
    CHECK(to_text(remediate) == "remediate_prerequisites");
    CHECK_FALSE(action_from_text("advance"));
}

TEST_CASE("evidence that contradicts itself is the caller's bug", "[learning][decision]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();

    CHECK_THROWS_AS(decide(at(nan)), Failure);
    CHECK_THROWS_AS(decide(at(1.1)), Failure);
    CHECK_THROWS_AS(decide(at(.5, std::nullopt, {3, 4, 0, .5})), Failure);
    CHECK_THROWS_AS(decide(at(.5, std::nullopt, {3, 2, 4, .5})), Failure);
    CHECK_THROWS_AS(decide(at(.5, std::nullopt, {-1, -1, -1, .5})), Failure);
    CHECK_THROWS_AS(decide(at(.5, std::nullopt, {3, 2, 1, nan})), Failure);
}
