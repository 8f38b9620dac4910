// Which phase a decision leads to, and what a learner in trouble is advised.

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

TEST_CASE("three failures of four stand above everything", "[learning][decision]")
{
    LearnerModel learner = sufficient(1);
    UnitModel &unit = learner.units[the_unit];
    unit.recent = {TryOutcome::failed, TryOutcome::failed, TryOutcome::failed, TryOutcome::passed};

    const Decision decision = decide_now(learner);

    CHECK(decision.action == support);
    CHECK(reason(decision, ReasonCode::struggling)->value == 3);
    CHECK(reason(decision, ReasonCode::struggling)->needed == 4);
    unit.recent.front() = TryOutcome::passed;
    CHECK(decide_now(learner).action == advance);
}

TEST_CASE("a learner in trouble goes back one phase, once for three tries", "[learning][decision]")
{
    const auto [phase, back] = GENERATE(table<LearningPhase, LearningPhase>({
        {LearningPhase::mastery, LearningPhase::application},
        {LearningPhase::introduction, LearningPhase::onboarding},
        {LearningPhase::onboarding, LearningPhase::onboarding},
    }));
    LearnerModel learner;
    start_phase(learner, the_unit, phase);
    const auto fail_and_decide = [&] {
        end_tries(learner, the_unit, std::vector{failed("a")}, std::nullopt);
        const Decision decision = decide_now(learner);
        apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, lesson())});
        return decision;
    };
    fail_and_decide();
    CHECK(fail_and_decide().next_phase == phase);

    const Decision third = fail_and_decide();
    CHECK(third.next_phase == back);
    CHECK(reason(third, ReasonCode::phase_back) != nullptr);
    CHECK(find_unit(learner, the_unit)->phase == back);
    CHECK(find_unit(learner, the_unit)->phase_counts.tries() == 0);

    CHECK(fail_and_decide().next_phase == back);
    CHECK(find_unit(learner, the_unit)->phase_counts.tries() == 1);
}

TEST_CASE("asking about a unit that nobody began does not set its phase", "[learning][decision]")
{
    LearnerModel learner;
    DecisionContext asked = lesson();
    asked.learning_event = LearningPhase::mastery;
    const Decision decision = *decide(learner, the_unit, asked);
    CHECK(decision.phase == LearningPhase::mastery);
    CHECK(decision.phase_source == PhaseSource::caller);
    apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, asked)});

    start_phase(learner, the_unit, LearningPhase::practice); // as its author has it
    CHECK(find_unit(learner, the_unit)->phase == LearningPhase::practice);
}

TEST_CASE("who took the last hint asked for support, also before a try", "[learning][decision]")
{
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::practice);
    CHECK(decide_now(learner).adaptive_parameters.support_level == "low");
    show_hint(learner, the_unit, true);
    const Decision decision = decide_now(learner);
    CHECK(decision.action == Action::provide_additional_support);
    CHECK(decision.adaptive_parameters.support_level == "high");
}

TEST_CASE("advancing begins the next phase, and mastery stays", "[learning][decision]")
{
    LearnerModel learner = sufficient(.9);
    Decision decision = decide_now(learner);
    CHECK(decision.phase == LearningPhase::practice);
    CHECK(decision.next_phase == LearningPhase::application);
    apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, lesson())});
    CHECK(find_unit(learner, the_unit)->phase == LearningPhase::application);
    CHECK(find_unit(learner, the_unit)->phase_own_passed.empty());
    CHECK(find_unit(learner, the_unit)->own_passed.size() == 2);

    learner = sufficient(.9);
    learner.units[the_unit].phase = LearningPhase::mastery;
    learner.units[the_unit].phase_is_set = true;
    decision = decide_now(learner);
    CHECK(decision.action == advance);
    CHECK(decision.next_phase == LearningPhase::mastery);
    CHECK_FALSE(decision.phase_begins);
}

TEST_CASE("without a unit to go back to remediation is support", "[learning][decision]")
{
    DecisionContext context = lesson();
    CHECK(decide_now(at(.1, support), context).action == remediate);
    context.open_prerequisites.clear();

    const Decision decision = decide_now(at(.1, support), context);

    CHECK(decision.action == support);
    CHECK(reason(decision, ReasonCode::no_open_prerequisites) != nullptr);
}

TEST_CASE("a unit that is done is not taken for one in trouble unless its last tries failed",
          "[learning][decision]")
{
    LearnerModel learner = at(.1, support);
    UnitModel &unit = learner.units[the_unit];
    unit.own_passed = {"a", "b"};
    CHECK(decide_now(learner).action == carry_on);
    CHECK(reason(decide_now(learner), ReasonCode::unit_done) != nullptr);
    unit.failed_in_last_step = true;
    CHECK(decide_now(learner).action == support);
}
