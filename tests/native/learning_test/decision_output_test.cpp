#include "situations.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr auto remediate = Action::remediate_prerequisites;
constexpr auto support = Action::provide_additional_support;
constexpr auto advance = Action::advance_to_next_event;

} // namespace

TEST_CASE("confidence comes from the evidence", "[learning][decision]")
{
    // Nothing observed: a coin.
    CHECK(decide({}, the_unit, lesson()).value().confidence == .5);
    // ½ + (q − ½)·n/(n + 3), worked by hand.
    CHECK(decide_now(sufficient(.9)).confidence == Approx(.5 + .43 * 5 / 8));
    CHECK(decide_now(at(.1)).confidence == Approx(.5 - .3 * 4 / 7));
    // Nothing speaks against going on.
    CHECK(decide_now(at(.7)).confidence == .5);
    LearnerModel learner = at(.7);
    learner.units[the_unit].skills[the_unit] = .2;
    CHECK(decide_now(learner).confidence == Approx(.5 + .3 * 4 / 7));
}

TEST_CASE("support, pace and guidance follow the action", "[learning][decision]")
{
    const auto check = [](const LearnerModel &learner, const char *level, const char *pace,
                          GuidanceLevel guidance) {
        const AdaptiveParameters parameters = decide_now(learner).adaptive_parameters;
        CHECK(parameters.support_level == level);
        CHECK(parameters.pacing_adjustment == pace);
        CHECK(parameters.guidance == guidance);
    };
    check(sufficient(.9), "low", "faster", GuidanceLevel::low);
    check(at(.7), "moderate", "normal", GuidanceLevel::moderate);
    check(at(.45), "high", "slower", GuidanceLevel::high);
    check(at(.1, support), "high", "slower", GuidanceLevel::high);
}

TEST_CASE("before the first try no support is offered that nobody asked for",
          "[learning][decision]")
{
    const auto untried = decide({}, the_unit, lesson()).value().adaptive_parameters;
    CHECK(untried.support_level == "low");
    CHECK(untried.guidance == GuidanceLevel::moderate);
}

TEST_CASE("guidance is what the profile asks for as long as all is well", "[learning][decision]")
{
    for (const GuidanceLevel wanted : {GuidanceLevel::high, GuidanceLevel::low}) {
        LearnerModel learner = at(.7);
        set_profile(learner, {{KnowledgeLevel::beginner, wanted, 0}, .35, {}});
        CHECK(decide_now(learner).adaptive_parameters.guidance == wanted);
        learner.units[the_unit].index = .45;
        CHECK(decide_now(learner).adaptive_parameters.guidance == GuidanceLevel::high);
    }
}

TEST_CASE("what a decision says of difficulty lies in the range that adaptation accepts",
          "[learning][decision]")
{
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        History history(seed);
        for (int i = 0; i < 10; ++i)
            history.end(history.draw_step());
        const AdaptiveParameters parameters = history.decide().adaptive_parameters;
        CAPTURE(seed);
        REQUIRE(parameters.difficulty_adjustment >= .2);
        REQUIRE(parameters.difficulty_adjustment <= 1.2);
        REQUIRE(std::isfinite(parameters.target_difficulty));
        REQUIRE(parameters.guidance != GuidanceLevel::adaptive);
    }
}

TEST_CASE("difficulty is moved towards four successes in five", "[learning][decision]")
{
    LearnerModel learner = at(.7);
    learner.ability = {1, .2};
    DecisionContext context = lesson();
    CHECK(decide_now(learner, context).adaptive_parameters.target_difficulty ==
          Approx(1 - std::log(4.)));
    const double even = decide_now(learner, context).adaptive_parameters.difficulty_adjustment;
    context.checkpoints = {{"a", the_unit, 1}, {"b", the_unit, 2}};
    CHECK(decide_now(learner, context).adaptive_parameters.difficulty_adjustment > even);
    context.checkpoints = {{"a", the_unit, 9}, {"b", the_unit, 10}};
    CHECK(decide_now(learner, context).adaptive_parameters.difficulty_adjustment < even);
}

TEST_CASE("actions, reasons and advice have names that read back", "[learning][decision]")
{
    for (const std::string text : {"advance_to_next_event", "continue_current_event",
                                   "provide_additional_support", "remediate_prerequisites"})
        CHECK(to_text(action_from_text(text).value()) == text);
    CHECK(to_text(advance) == "advance_to_next_event");
    CHECK(to_text(remediate) == "remediate_prerequisites");
    CHECK_FALSE(action_from_text("advance"));
    for (int code = 0; code <= static_cast<int>(ReasonCode::phase_back); ++code) {
        const auto reason_code = static_cast<ReasonCode>(code);
        CHECK(reason_code_from_text(to_text(reason_code)).value() == reason_code);
    }
    for (int code = 0; code <= static_cast<int>(AdviceCode::lesson_finished); ++code) {
        const auto advice_code = static_cast<AdviceCode>(code);
        CHECK(advice_code_from_text(to_text(advice_code)).value() == advice_code);
    }
    CHECK(to_text(ReasonCode::phase_back) == "phase_back");
    CHECK(to_text(AdviceCode::lesson_finished) == "lesson_finished");
}
