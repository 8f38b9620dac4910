#include "dump.hpp"
#include "history.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr auto carry_on = Action::continue_current_event;
constexpr auto advance = Action::advance_to_next_event;
constexpr int histories = 4000;

} // namespace

TEST_CASE("property 2: moving on has its evidence", "[learning][property]")
{
    int advanced = 0;
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed, {.8, .05, .05, .05, 3});
        // Counted here anew, not by the model: since the phase began, and over the unit.
        int own = 0;
        int wrong = 0;
        std::set<std::string> where;
        std::map<std::string, SkillState> known;
        for (int step = 0; step < 25; ++step) {
            const Tries tries = history.draw_step();
            std::map<std::string, std::pair<int, int>> of_skill;
            for (const EndedTry &each : tries) {
                if (each.outcome == TryOutcome::failed) {
                    ++wrong;
                    ++of_skill[each.skill].second;
                } else if (is_own_pass(each)) {
                    ++own;
                    where.insert(each.checkpoint_id);
                    ++of_skill[each.skill].first;
                }
            }
            for (const auto &[skill, counts] : of_skill) {
                SkillState &state = known.try_emplace(skill, untried(pessimistic)).first->second;
                state =
                    observe_together(state, counts.first, counts.second, {.4, .15, .3, .05, .02});
            }
            history.end(tries);
            const Decision decision = history.decide();
            if (decision.action == advance && !decision.unchanged) {
                ++advanced;
                CAPTURE(step, own, wrong);
                REQUIRE(own >= 3);
                REQUIRE((own > 3 || wrong == 0));
                REQUIRE(where.size() >=
                        std::min<std::size_t>(2, history.context.checkpoints.size()));
                for (const Checkpoint &each : history.context.checkpoints) {
                    const auto found = known.find(each.skill);
                    REQUIRE(found != known.end());
                    REQUIRE(found->second.p_known >= .90);
                }
            }
            if (decision.phase_begins && !decision.unchanged) {
                own = wrong = 0;
                where.clear();
            }
        }
    }
    CHECK(advanced > histories);
}

TEST_CASE("property 2: three own passes advance, in one step or in three", "[learning][property]")
{
    const auto groups =
        GENERATE(std::vector{1, 1, 1}, std::vector{2, 1}, std::vector{1, 2}, std::vector{3});
    const double engagement = GENERATE(0., .3, 1.);
    LearnerModel learner = GENERATE(LearnerModel{}, struggling_elsewhere());
    DecisionContext context = three_parts();
    int part = 0;
    for (const int group : groups) {
        if (part > 0) CHECK(decide_now(learner, context).action == carry_on);
        Tries tries;
        for (int i = 0; i < group; ++i)
            tries.push_back(passed("part " + std::to_string(++part)));
        end_tries(learner, the_unit, tries, Activity{60 * engagement, 60});
    }
    const Decision decision = decide_now(learner, context);

    CHECK(decision.action == advance);
    CHECK(decision.next_phase == LearningPhase::introduction);
    CHECK_FALSE(decision.too_early);
}

TEST_CASE("property 2: three passes with one failure do not advance, in any order or phase",
          "[learning][property]")
{
    const int wrong = GENERATE(0, 1, 2, 3);
    const int phases_before = GENERATE(0, 1, 3);
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::onboarding);
    const DecisionContext context = three_parts();
    const auto do_part = [&](int part, TryOutcome outcome) {
        const Tries tries{ended("part " + std::to_string(part % 3 + 1), outcome)};
        end_tries(learner, the_unit, tries, Activity{60, 60});
        const Decision decision = decide_now(learner, context);
        apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, context)});
        return decision;
    };
    for (int i = 0; i < 3 * phases_before; ++i)
        do_part(i, TryOutcome::passed);
    REQUIRE(find_unit(learner, the_unit)->phase_counts.tries() == 0);

    for (int i = 0; i < 4; ++i) {
        CAPTURE(wrong, phases_before, i);
        const Decision decision = do_part(i, i == wrong ? TryOutcome::failed : TryOutcome::passed);
        // Three passes before the failure have moved on already, rightly.
        if (wrong == 3 && i == 2)
            CHECK(decision.action == advance);
        else
            CHECK(decision.action < advance);
    }
}

TEST_CASE("property 2: calls without new work give one decision", "[learning][property]")
{
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed, {.8, .05, .05, .05, 3});
        const int steps = history.draw.below(10);
        for (int step = 0; step < steps; ++step) {
            history.end(history.draw_step());
            if (history.draw.chance(.5)) history.decide();
        }
        Decision first = history.decide();
        const std::string state = dump(history.learner);
        first.unchanged = true;
        for (int call = 0; call < 3; ++call) {
            const Decision again = history.decide();
            REQUIRE(dump(again) == dump(first));
            REQUIRE(dump(history.learner) == state);
        }
    }
}
