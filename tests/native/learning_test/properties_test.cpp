#include "dump.hpp"
#include "history.hpp"
#include "learning/words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr auto carry_on = Action::continue_current_event;
constexpr auto advance = Action::advance_to_next_event;
constexpr auto support = Action::provide_additional_support;
constexpr int histories = 4000;

bool gives(const Decision &decision, ReasonCode code)
{
    return std::ranges::any_of(decision.reasons,
                               [&](const Reason &each) { return each.code == code; });
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

const Kind without_failure{1, 0, .1, .1, 3};

/// A learner who failed six times in another unit, so that the learner's reading is low.
LearnerModel struggling_elsewhere()
{
    LearnerModel learner;
    for (int i = 0; i < 6; ++i)
        end_tries(learner, "other", std::vector{failed("x")}, std::nullopt);
    return learner;
}

/// Own passes on the unit's three parts in turn, `groups` of them in one step each.
double index_after(LearnerModel learner, const std::vector<int> &groups,
                   const std::optional<Activity> &activity)
{
    int part = 0;
    for (const int group : groups) {
        Tries tries;
        for (int i = 0; i < group; ++i)
            tries.push_back(passed("part " + std::to_string(part++ % 3 + 1)));
        end_tries(learner, the_unit, tries, activity);
    }
    return find_unit(learner, the_unit)->index;
}

DecisionContext three_parts()
{
    DecisionContext context;
    for (const char *id : {"part 1", "part 2", "part 3"})
        context.checkpoints.push_back({id, the_unit, std::nullopt});
    return context;
}

Decision decide_now(const LearnerModel &learner, const DecisionContext &context)
{
    return decide(learner, the_unit, context).value();
}

} // namespace

TEST_CASE("property 1: who did nothing wrong is told at least to continue", "[learning][property]")
{
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed, without_failure);
        const int steps = history.draw.below(8);
        for (int step = 0; step <= steps; ++step) {
            const Decision decision = history.decide();
            REQUIRE(decision.action >= carry_on);
            REQUIRE(decision.too_early == (history.unit().counts.tries() < 3));
            REQUIRE(contains(instructor_text(decision), "too early") == decision.too_early);
            const bool finished = decision.advice.code == AdviceCode::lesson_finished;
            REQUIRE(contains(learner_text(decision), "too early") ==
                    (decision.too_early && !finished));
            if (history.draw.chance(.3)) show_hint(history.learner, the_unit, false);
            history.end(history.draw_step());
        }
    }
}

TEST_CASE("property 1: a step of own passes raises the index", "[learning][property]")
{
    int raised = 0;
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int step = 0; step < 12; ++step) {
            const Tries tries = history.draw_step();
            const auto moved = history.end(tries);
            const bool failure = std::ranges::any_of(
                tries, [](const EndedTry &each) { return each.outcome == TryOutcome::failed; });
            if (history.draw.chance(.3)) history.decide();
            if (history.draw.chance(.2)) show_hint(history.learner, the_unit, false);
            if (!moved || failure) continue;
            CAPTURE(step, moved->before, moved->after, moved->engagement);
            REQUIRE((moved->after > moved->before || moved->after == 1));
            ++raised;
        }
    }
    CHECK(raised > 3 * histories);
}

TEST_CASE("property 1: three flawless tries bring the index to .60 at any engagement",
          "[learning][property]")
{
    const auto groups =
        GENERATE(std::vector{1, 1, 1}, std::vector{2, 1}, std::vector{1, 2}, std::vector{3});
    const double engagement = GENERATE(0., .2, .5, 1.);
    for (int phase = 0; phase < 5; ++phase) {
        for (int level = 0; level < 5; ++level) {
            LearnerModel learner = struggling_elsewhere();
            const LearnerTraits traits{static_cast<KnowledgeLevel>(level), GuidanceLevel::high, 0};
            set_profile(learner,
                        {traits, learner_model_weight(traits), adaptation_parameters(traits)});
            start_phase(learner, the_unit, static_cast<LearningPhase>(phase));
            CAPTURE(groups, engagement, phase, level);
            CHECK(index_after(learner, groups, Activity{60 * engagement, 60}) >= .60);
        }
    }
}

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

TEST_CASE("property 3: at least three failed of the last four tries call for support",
          "[learning][property]")
{
    int guarded = 0;
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed, {.35, .05, .05, .1, 3});
        std::deque<TryOutcome> last;
        for (int step = 0; step < 10; ++step) {
            const Tries tries = history.draw_step();
            for (const EndedTry &each : tries)
                if (each.outcome != TryOutcome::abandoned) last.push_back(each.outcome);
            while (last.size() > 4)
                last.pop_front();
            history.end(tries);
            UnitModel &unit = history.learner.units[the_unit];
            // Whatever index, phase and previous action.
            unit.index = history.draw.chance(.5) ? history.draw.share() : unit.index;
            unit.phase = static_cast<LearningPhase>(history.draw.below(5));
            if (unit.last_decision)
                unit.last_decision->decision.action = static_cast<Action>(history.draw.below(4));
            const Decision decision = history.decide();
            if (std::ranges::count(last, TryOutcome::failed) < 3 || decision.unchanged) continue;
            ++guarded;
            REQUIRE(decision.action <= support);
            REQUIRE(gives(decision, ReasonCode::struggling));
            REQUIRE(contains(instructor_text(decision), "calls for support"));
        }
    }
    CHECK(guarded > histories);
}

TEST_CASE("property 4: the order within one step changes no byte of state or decision",
          "[learning][property]")
{
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed, {.6, .1, .1, .1, 7});
        const int before = history.draw.below(3);
        for (int step = 0; step < before; ++step)
            history.end(history.draw_step());
        Tries tries = history.draw_step();
        const auto activity = history.draw_activity();
        std::string state;
        std::string reply;
        for (int order = 0; order < 6; ++order) {
            History copy = history;
            end_tries(copy.learner, the_unit, tries, activity);
            const std::string decided = dump(copy.decide());
            if (order == 0) {
                state = dump(copy.learner);
                reply = decided;
            }
            REQUIRE(dump(copy.learner) == state);
            REQUIRE(decided == reply);
            for (std::size_t i = tries.size(); i > 1; --i)
                std::swap(tries[i - 1],
                          tries[static_cast<std::size_t>(history.draw.below(static_cast<int>(i)))]);
        }
    }
}

TEST_CASE("property 5: three parts done without error count three of three", "[learning][property]")
{
    LearnerModel learner;
    for (const char *part : {"part 1", "part 2", "part 3"})
        end_tries(learner, the_unit, std::vector{passed(part)}, Activity{60, 60});

    const Decision decision = decide_now(learner, three_parts());

    CHECK(decision.evidence.own_passes == 3);
    CHECK(decision.evidence.tries == 3);
    CHECK(decision.unit_done);
    CHECK(reason_text(decision.reasons.front()) == "3 of 3 tries passed unaided");
}

TEST_CASE("property 5: forty looks that end no try are no try", "[learning][property]")
{
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::practice);
    const std::string before = dump(learner);
    for (int i = 0; i < 40; ++i)
        CHECK_FALSE(end_tries(learner, the_unit, Tries{}, Activity{60.0 + i, 60.0 + i}));

    CHECK(dump(learner) == before);
    CHECK(decide_now(learner, three_parts()).evidence.tries == 0);
}

TEST_CASE("property 6: a partial report is filled as the specification fills it, and says so",
          "[learning][property]")
{
    DecisionContext context = three_parts();
    context.inputs.knowledge.units_completed = 3;
    context.inputs.knowledge.total_units = 4;
    LearnerModel learner;

    const Readings readings = decide_now(learner, context).readings;

    CHECK(readings.knowledge.value == .625);
    CHECK(provenance_of(readings.knowledge.source) == Provenance::reported);
    for (const Reading &other : {readings.learner, readings.engagement, readings.assessment})
        CHECK(provenance_of(other.source) == Provenance::assumed);
}

TEST_CASE("property 6: units completed that cannot be are rejected by name", "[learning][property]")
{
    const auto [completed, total] = GENERATE(table<double, std::optional<double>>(
        {{3, std::nullopt}, {5, 4}, {-1, 4}, {std::numeric_limits<double>::quiet_NaN(), 4}}));
    DecisionContext context = three_parts();
    context.inputs.knowledge = {completed, total, std::nullopt};

    const auto decision = decide({}, the_unit, context);

    REQUIRE_FALSE(decision);
    CHECK(decision.error().code == Errc::invalid_argument);
    CHECK(decision.error().field == "knowledge_model_data.units_completed");
    CHECK_FALSE(decision.error().remedy.empty());
}

TEST_CASE("property 6: what was observed wins over what is reported", "[learning][property]")
{
    for (std::uint64_t seed = 0; seed < histories; ++seed) {
        CAPTURE(seed);
        History history(seed);
        history.end(history.draw_step());
        const Readings before = history.decide().readings;
        ModelInputs &inputs = history.context.inputs;
        inputs.learner.learner_model_weight = history.draw.share();
        inputs.knowledge.prerequisite_satisfaction = history.draw.share();
        inputs.engagement.attention_level = history.draw.share();
        inputs.assessment.competency_score = history.draw.share();
        history.context.inputs_digest = "reported";
        const Readings after = history.decide().readings;
        for (const auto part : {&Readings::learner, &Readings::knowledge, &Readings::engagement,
                                &Readings::assessment}) {
            const auto [was, source] = before.*part;
            const Provenance provenance = provenance_of(source);
            if (provenance == Provenance::observed || provenance == Provenance::profile)
                REQUIRE((after.*part).value == was);
            else
                REQUIRE(provenance_of((after.*part).source) == Provenance::reported);
        }
    }
}

TEST_CASE("property 6: the caller's phase counts where the record knows nothing of the unit",
          "[learning][property]")
{
    DecisionContext context = three_parts();
    context.authored_phase = LearningPhase::introduction;
    LearnerModel learner;
    CHECK(decide_now(learner, context).phase == LearningPhase::introduction);
    CHECK(to_text(decide_now(learner, context).phase_source) == "authored");

    context.learning_event = LearningPhase::application;
    CHECK(decide_now(learner, context).phase == LearningPhase::application);
    CHECK(to_text(decide_now(learner, context).phase_source) == "caller");

    start_phase(learner, the_unit, LearningPhase::practice);
    CHECK(decide_now(learner, context).phase == LearningPhase::practice);
    CHECK(to_text(decide_now(learner, context).phase_source) == "record");
}
