#include "decision_reasons.hpp"
#include "learning/decision.hpp"

#include "situations.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace mvr;
using namespace mvr::learning;
using namespace mvr::learning::test;

TEST_CASE("below the evidence the band of the index decides, one step from the last action",
          "[learning][decision]")
{
    const auto [index, previous, action] = GENERATE(table<double, std::optional<Action>, Action>({
        {1, carry_on, carry_on}, // moving on is for the evidence
        {.60, support, carry_on},
        {.5999, support, support},
        {.40, support, support},
        {.35, support, support}, // held by hysteresis
        {.3499, support, remediate},
        {.59, carry_on, carry_on},
        {.55, carry_on, carry_on},
        {.5499, carry_on, support},
        {.05, carry_on, support}, // one step
        {.05, std::nullopt, support},
        {.05, advance, support},
        {.95, remediate, support},
        {.40, remediate, support},
    }));
    CAPTURE(index, previous ? to_text(*previous) : "none");

    CHECK(decide_now(at(index, previous)).action == action);
}

TEST_CASE("an index that trembles at a threshold does not make the action tremble",
          "[learning][decision]")
{
    std::optional<Action> previous;
    int changes = 0;
    for (int i = 0; i < 100; ++i) {
        const Action action = decide_now(at(i % 2 == 0 ? .61 : .57, previous)).action;
        changes += previous && action != *previous ? 1 : 0;
        previous = action;
    }

    CHECK(changes == 0);
}

TEST_CASE("hysteresis and one step are named where they hold", "[learning][decision]")
{
    CHECK(reason(decide_now(at(.56)), ReasonCode::held_by_hysteresis)->value == Approx(.55));
    CHECK(reason(decide_now(at(.05)), ReasonCode::one_step) != nullptr);
    CHECK(reason(decide_now(at(.62)), ReasonCode::held_by_hysteresis) == nullptr);
    CHECK(reason(decide_now(at(.45)), ReasonCode::one_step) == nullptr);
}

TEST_CASE("what moving on lacks is named with what it needs", "[learning][decision]")
{
    const Decision decision = decide_now(at(.9));

    CHECK(decision.action == carry_on);
    CHECK(reason(decision, ReasonCode::own_passes)->value == 3);
    CHECK(reason(decision, ReasonCode::own_passes)->needed == 4); // one more for the failure
    CHECK(reason(decision, ReasonCode::distinct_checkpoints)->value == 1);
    CHECK(reason(decision, ReasonCode::distinct_checkpoints)->needed == 2);
    CHECK(reason(decision, ReasonCode::p_known)->value == .8);
    CHECK(reason(decision, ReasonCode::p_known)->name == the_unit);
}

TEST_CASE("the evidence that just suffices moves on, each part that lacks holds back",
          "[learning][decision]")
{
    CHECK(decide_now(sufficient(.85)).action == advance);
    const auto held = [](auto change) {
        LearnerModel learner = sufficient(.95);
        change(learner.units[the_unit]);
        return decide_now(learner).action < advance;
    };
    CHECK(held([](UnitModel &unit) { unit.phase_counts.own_passes = 3; }));
    CHECK(held([](UnitModel &unit) { unit.phase_counts.failed = 2; }));
    CHECK(held([](UnitModel &unit) { unit.phase_own_passed = {"a"}; }));
    CHECK(held([](UnitModel &unit) { unit.skills[the_unit] = .8999; }));
    CHECK(held([](UnitModel &unit) { unit.failed_in_last_step = true; }));
    CHECK_FALSE(held([](UnitModel &unit) { unit.skills[the_unit] = .90; }));
}

TEST_CASE("a skill of the unit that was never tried holds back", "[learning][decision]")
{
    DecisionContext context = lesson();
    context.checkpoints.push_back({"c", "grip", {}});

    const Decision decision = decide_now(sufficient(.95), context);

    CHECK(decision.action == carry_on);
    CHECK(decision.evidence.weakest_skill == "grip");
    CHECK(decision.evidence.p_known == pessimistic.prior);
}

TEST_CASE("a unit of one checkpoint needs no second one", "[learning][decision]")
{
    LearnerModel learner = sufficient(.85);
    learner.units[the_unit].phase_own_passed = {"a"};
    DecisionContext context = lesson();
    CHECK(decide_now(learner, context).action == carry_on);
    context.checkpoints.pop_back();
    CHECK(decide_now(learner, context).action == advance);
}

TEST_CASE("an index that lags does not hold back what the evidence shows", "[learning][decision]")
{
    const Decision decision = decide_now(sufficient(.2));

    CHECK(decision.action == advance);
    CHECK(reason(decision, ReasonCode::index_lags)->needed == .80);
    CHECK(reason(decide_now(sufficient(.9)), ReasonCode::index_lags) == nullptr);
}

TEST_CASE("the index is shown with the threshold that counts for the action",
          "[learning][decision]")
{
    const auto [learner, action, needed] = GENERATE(table<LearnerModel, Action, double>({
        {sufficient(.9), advance, .80},
        {at(.7), carry_on, .60},
        {at(.45), support, .60},
        {at(.1, support), remediate, .40},
    }));
    const Decision decision = decide_now(learner);

    CHECK(decision.action == action);
    CHECK(reason(decision, ReasonCode::index)->value == decision.index);
    CHECK(reason(decision, ReasonCode::index)->needed == needed);
}

TEST_CASE("new is a try, a hint, another profile, or other input of the caller",
          "[learning][decision]")
{
    LearnerModel learner = at(.7);
    DecisionContext context = lesson();
    const auto decided = [&] {
        const Decision decision = decide_now(learner, context);
        apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, context)});
        return !decision.unchanged;
    };
    CHECK(decided());
    CHECK_FALSE(decided());
    end_tries(learner, the_unit, std::vector{failed("a")}, std::nullopt);
    CHECK(decided());
    CHECK_FALSE(decided());
    show_hint(learner, the_unit, false);
    CHECK(decided());
    CHECK_FALSE(decided());
    set_profile(learner, {{}, .4, {}});
    CHECK(decided());
    CHECK_FALSE(decided());
    context.inputs_digest = "other inputs";
    CHECK(decided());
    CHECK_FALSE(decided());
    end_tries(learner, "another unit", std::vector{failed("z")}, std::nullopt);
    CHECK_FALSE(decided());
}

TEST_CASE("the last decision is not repeated where it would name a unit that is gone or done",
          "[learning][decision]")
{
    LearnerModel learner = at(.1, support);
    DecisionContext context = lesson();
    const Decision first = decide_now(learner, context);
    REQUIRE(first.advice.code == AdviceCode::go_back);
    apply_decision(learner, the_unit, {first, basis_now(learner, the_unit, context)});
    context.open_prerequisites.clear();

    const Decision again = decide_now(learner, context);

    CHECK(again.unchanged);
    CHECK(again.action == first.action);
    CHECK(again.advice.code == AdviceCode::go_on_with_hint);
    CHECK_FALSE(again.advice.unit);
}
