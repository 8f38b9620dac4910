#include "learning/assessment.hpp"
#include "learning/engagement.hpp"
#include "learning/spatial.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("reported readings are the specification's mean with .5 for what is missing",
          "[learning][readings]")
{
    CHECK(*engagement_reading({.9, .6, .3}) == Approx(.6));
    CHECK(*engagement_reading({.9, std::nullopt, .3}) == Approx(1.7 / 3));
    CHECK(*engagement_reading({std::nullopt, .2, std::nullopt}) == Approx(.4));
    CHECK(*assessment_reading({1, .5, 0}) == Approx(.5));
    CHECK(*assessment_reading({std::nullopt, std::nullopt, .8}) == Approx(.6));
}

TEST_CASE("a reported reading is clipped and what is no number is missing", "[learning][readings]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(*engagement_reading({9., 9., 9.}) == 1);
    CHECK(*assessment_reading({-9., .5, .5}) == 0);
    CHECK(*engagement_reading({nan, .5, .8}) == Approx(.6));
    CHECK_FALSE(assessment_reading({nan, nan, std::nullopt}));
}

TEST_CASE("where nothing is reported there is no reading", "[learning][readings]")
{
    CHECK_FALSE(engagement_reading({}));
    CHECK_FALSE(assessment_reading({}));
}

TEST_CASE("metrics out of [0, 1] are the caller's mistake", "[learning][readings]")
{
    const double value = GENERATE(-.01, 1.01, std::numeric_limits<double>::quiet_NaN());

    CHECK_THROWS_AS(spatial_reasoning_score({value, {}, {}}, {}, {}), Failure);
}

TEST_CASE("observed engagement is the active share, less for clicking through hints",
          "[learning][readings]")
{
    const auto [activity, expected] = GENERATE(table<ObservedActivity, double>({
        {{60, 60, 0, 3}, 1},
        {{30, 60, 0, 3}, .5},
        {{30, 60, 3, 3}, .5},  // one hint a try is using help
        {{30, 60, 6, 3}, .25}, // two a try halve it
        {{30, 60, 9, 3}, .5 / 3},
        {{60, 60, 2, 0}, .5}, // hints without a try
        {{90, 60, 0, 1}, 1},  // clocks that disagree
        {{0, 60, 0, 1}, 0},
    }));
    CAPTURE(activity.active_seconds, activity.hints_used, activity.attempts);

    CHECK(*observed_engagement(activity) == Approx(expected));
}

TEST_CASE("without time there is no observed engagement", "[learning][readings]")
{
    CHECK_FALSE(observed_engagement({}));
    CHECK_THROWS_AS(observed_engagement({-1, 60, 0, 0}), Failure);
    CHECK_THROWS_AS(observed_engagement({1, 60, -1, 0}), Failure);
    CHECK_THROWS_AS(observed_engagement({1, std::numeric_limits<double>::infinity(), 0, 0}),
                    Failure);
}

TEST_CASE("observed assessment follows the rule of succession", "[learning][readings]")
{
    CHECK(observed_assessment(0, 0) == .5);
    CHECK(observed_assessment(1, 1) == Approx(2. / 3));
    CHECK(observed_assessment(9, 10) == Approx(10. / 12));
    CHECK_THROWS_AS(observed_assessment(2, 1), Failure);
    CHECK_THROWS_AS(observed_assessment(-1, 1), Failure);
}

TEST_CASE("the spatial reasoning score weighs navigation, manipulation and tools .4 .4 .2",
          "[learning][readings]")
{
    const SpatialReasoning result =
        spatial_reasoning_score({.9, .6, .3}, {1, .8, .9}, {.2, .4, .6});

    CHECK(*result.navigation_efficiency == Approx(.6));
    CHECK(*result.manipulation_accuracy == Approx(.9));
    CHECK(*result.tool_usage_efficiency == Approx(.4));
    CHECK(*result.spatial_reasoning_score == Approx(.4 * .6 + .4 * .9 + .2 * .4));
    CHECK(result.present.size() == 9);
    CHECK(result.missing.empty());
}

TEST_CASE("metrics that were not measured are named, not assumed", "[learning][readings]")
{
    const SpatialReasoning result =
        spatial_reasoning_score({.9, std::nullopt, .7}, {}, {std::nullopt, .5, std::nullopt});

    CHECK(*result.navigation_efficiency == Approx(.8));
    CHECK_FALSE(result.manipulation_accuracy);
    CHECK(*result.tool_usage_efficiency == .5);
    CHECK(*result.spatial_reasoning_score == Approx((.4 * .8 + .2 * .5) / .6));
    CHECK(result.present == std::vector<std::string>{"viewport_navigation.path_efficiency",
                                                     "viewport_navigation.zoom_appropriateness",
                                                     "tool_usage.tool_mastery_level"});
    CHECK(result.missing == std::vector<std::string>{
                                "viewport_navigation.rotation_smoothness",
                                "object_manipulation.selection_accuracy",
                                "object_manipulation.transformation_precision",
                                "object_manipulation.workflow_efficiency",
                                "tool_usage.appropriate_tool_selection",
                                "tool_usage.workflow_optimization",
                            });
}

TEST_CASE("without any metric there is no spatial reasoning score", "[learning][readings]")
{
    const SpatialReasoning result = spatial_reasoning_score({}, {}, {});

    CHECK_FALSE(result.spatial_reasoning_score);
    CHECK(result.missing.size() == 9);
}
