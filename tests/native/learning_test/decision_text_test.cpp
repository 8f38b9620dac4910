#include "learning/decision_text.hpp"

#include "history.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace mvr;
using namespace mvr::learning;

namespace {

Decision with(Action action, Advice advice)
{
    Decision decision;
    decision.action = action;
    decision.phase = LearningPhase::practice;
    decision.next_phase = LearningPhase::application;
    decision.advice = std::move(advice);
    return decision;
}

} // namespace

TEST_CASE("the learner reads what to do next", "[learning][text]")
{
    const UnitName plates{"plates", "Plates"};
    const auto [advice, text] = GENERATE_COPY(table<Advice, std::string>({
        {{AdviceCode::begin, {}, 3}, "Begin with the first part of this unit."},
        {{AdviceCode::keep_going, {}, 2}, "Go on: 2 parts of this unit are left."},
        {{AdviceCode::keep_going, {}, 1}, "Go on: one part of this unit is left."},
        {{AdviceCode::keep_going, {}, 0}, "Go on with this unit."},
        {{AdviceCode::keep_going, {}, 3, 1},
         "Go on: 3 parts of this unit are left, one of them to do once more without help."},
        {{AdviceCode::keep_going, {}, 3, 2},
         "Go on: 3 parts of this unit are left, 2 of them to do once more without help."},
        {{AdviceCode::once_more, {}, 1, 1},
         "Passed with help. Choose Begin Again and do this part once more without help to finish "
         "the unit."},
        {{AdviceCode::once_more, {}, 2, 2},
         "Passed with help. Choose Begin Again and do these 2 parts once more without help to "
         "finish the unit."},
        {{AdviceCode::go_on_with_hint, {}, 1},
         "Go on: one part of this unit is left. A hint can help."},
        {{AdviceCode::try_with_hint, {}, 1}, "Try again. A hint can help."},
        {{AdviceCode::go_back, plates, 1}, "Go back to \"Plates\": this unit builds on it."},
        {{AdviceCode::next_unit, plates, 0},
         "You have done every part of this unit. Next: \"Plates\"."},
        {{AdviceCode::next_unit, UnitName{"plates", ""}, 0},
         "You have done every part of this unit. Next: \"plates\"."},
        {{AdviceCode::unit_finished, {}, 0}, "You have done every part of this unit."},
        {{AdviceCode::lesson_finished, {}, 0}, "You have finished the lesson."},
    }));

    CHECK(learner_text(with(Action::continue_current_event, advice)) == text);
}

TEST_CASE("that it is too early to judge is for the instructor to read, not for the learner",
          "[learning][text]")
{
    const Decision decision = decide_now({}, three_parts());
    REQUIRE(decision.too_early);
    CHECK(learner_text(decision) == "Begin with the first part of this unit.");
    CHECK(instructor_text(decision).find("too early to judge with fewer than 3 tries") !=
          std::string::npos);
}

TEST_CASE("who passed with help reads what finishes the unit", "[learning][text]")
{
    const DecisionContext context = three_parts();
    const std::string once_more = "once more without help";
    LearnerModel learner;
    end_tries(learner, the_unit, Tries{with_hint(passed("part 1")), passed("part 2")}, {});
    CHECK(learner_text(decide_now(learner, context)).find(once_more) != std::string::npos);
    end_tries(learner, the_unit, Tries{passed("part 3")}, {});
    const Decision left = decide_now(learner, context);
    CHECK_FALSE(left.unit_done);
    CHECK(left.advice.code == AdviceCode::once_more);
    CHECK(left.advice.remaining == 1);

    end_tries(learner, the_unit, Tries{failed("part 1")}, {});
    CHECK(decide_now(learner, context).advice.code != AdviceCode::once_more);
    end_tries(learner, the_unit, Tries{passed("part 1")}, {});
    CHECK(decide_now(learner, context).unit_done);
}

TEST_CASE("the instructor reads the decision and its reasons with their numbers",
          "[learning][text]")
{
    Decision decision = with(Action::advance_to_next_event, {AdviceCode::keep_going, {}, 1});
    decision.reasons = {{ReasonCode::tries, 5, 6, ""},
                        {ReasonCode::p_known, .9199, .90, "grip"},
                        {ReasonCode::index, .85, .80, ""}};
    CHECK(instructor_text(decision) ==
          "Ready to go on from practice to application: 5 of 6 tries passed unaided; chance that "
          "\"grip\" is known at least 0.91, moving on needs 0.90; progress index 0.85, at least "
          "0.80.");

    decision = with(Action::provide_additional_support, {AdviceCode::try_with_hint, {}, 1});
    decision.reasons = {{ReasonCode::tries, 0, 1, ""},
                        {ReasonCode::too_early, 1, 3, ""},
                        {ReasonCode::index, .47, .60, ""}};
    CHECK(instructor_text(decision) ==
          "Give more support in practice: 0 of 1 try passed unaided; too early to judge with fewer "
          "than 3 tries; progress index 0.47, below 0.60.");

    decision.reasons = {{ReasonCode::struggling, 3, 4, ""}};
    CHECK(instructor_text(decision) ==
          "Give more support in practice: 3 of the last 4 tries failed, which calls for support "
          "whatever the index says.");
}

TEST_CASE("the headline names what a decision leads to", "[learning][text]")
{
    Decision decision =
        with(Action::remediate_prerequisites, {AdviceCode::go_back, UnitName{"bench", "Bench"}, 1});
    CHECK(instructor_text(decision) == "Go back to \"Bench\", which this unit builds on.");
    decision.advice = {AdviceCode::go_on_with_hint, {}, 1};
    CHECK(instructor_text(decision) == "Give more support in practice.");
    decision = with(Action::continue_current_event, {});
    CHECK(instructor_text(decision) == "Continue with practice.");
    decision = with(Action::advance_to_next_event, {});
    decision.phase = LearningPhase::mastery;
    CHECK(instructor_text(decision) == "This unit is mastered.");
}

TEST_CASE("every reason has a sentence of its own", "[learning][text]")
{
    std::set<std::string> all;
    for (int code = 0; code <= static_cast<int>(ReasonCode::phase_back); ++code) {
        const std::string text = reason_text({static_cast<ReasonCode>(code), 1, 3, "grip"});
        CHECK_FALSE(text.empty());
        all.insert(text);
    }
    CHECK(all.size() == static_cast<int>(ReasonCode::phase_back) + 1);
}

TEST_CASE("no history makes a learner read a probability, a unit that is not there, or a "
          "contradiction",
          "[learning][text][property]")
{
    const std::regex number_with_point("[0-9]\\.[0-9]|%");
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int step = 0; step < 8; ++step) {
            history.end(history.draw_step());
            const Decision decision = history.decide();
            const std::string text = learner_text(decision);
            CAPTURE(step, text);
            REQUIRE_FALSE(std::regex_search(text, number_with_point));
            const bool back = text.find("Go back") != std::string::npos;
            REQUIRE((!back || (text.find("The Bench") != std::string::npos &&
                               !history.context.open_prerequisites.empty())));
            if (!decision.unit_done) continue;
            REQUIRE_FALSE(back);
            REQUIRE(text.find("gain") == std::string::npos);
            if (history.context.lesson_finished) REQUIRE(text == "You have finished the lesson.");
        }
    }
}

TEST_CASE("what a learner reads after right tries does not ask for them again",
          "[learning][text][property]")
{
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int step = 0; step < 8; ++step) {
            const Tries tries = history.draw_step();
            history.end(tries);
            const Decision decision = history.decide();
            if (history.unit().failed_in_last_step) continue;
            REQUIRE(learner_text(decision).find("Try again") == std::string::npos);
        }
    }
}
