#include "dump.hpp"
#include "history.hpp"
#include "learning/decision_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr auto carry_on = Action::continue_current_event;
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

} // namespace

TEST_CASE("property 1: who did nothing wrong is at least advised to continue",
          "[learning][property]")
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
            REQUIRE_FALSE(contains(learner_text(decision), "too early"));
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
