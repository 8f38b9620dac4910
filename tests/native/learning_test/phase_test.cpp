#include "learning/duration.hpp"
#include "learning/phase.hpp"
#include "learning/weights.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("the weights of each phase are the specification's and sum to 1", "[learning][phase]")
{
    const Json rows = learning_vectors("weights", "rows");
    REQUIRE(rows.size() == 5);
    for (const Json &row : rows) {
        CAPTURE(row.dump());
        const ModelWeights weights =
            weights_for(learning_phase_from_text(row.at("event").get<std::string>()).value());

        CHECK(weights.learner == row.at("learner").get<double>());
        CHECK(weights.knowledge == row.at("knowledge").get<double>());
        CHECK(weights.engagement == row.at("engagement").get<double>());
        CHECK(weights.assessment == row.at("assessment").get<double>());
        CHECK(sum(weights) == Approx(1).epsilon(1e-12));
    }
}

TEST_CASE("phases follow each other, mastery is the last and onboarding the first",
          "[learning][phase]")
{
    std::string walk;
    auto phase = LearningPhase::onboarding;
    for (int i = 0; i < 6; ++i, phase = next_phase(phase))
        walk += std::string(to_text(phase)) + " ";
    for (int i = 0; i < 6; ++i, phase = previous_phase(phase))
        walk += std::string(to_text(phase)) + " ";

    CHECK(walk == "onboarding introduction practice application mastery mastery "
                  "mastery application practice introduction onboarding onboarding ");
}

TEST_CASE("an unknown phase is refused with the phases there are", "[learning][phase]")
{
    const auto result = learning_phase_from_text("");

    REQUIRE_FALSE(result);
    CHECK(result.error().remedy ==
          "Use one of: onboarding, introduction, practice, application, mastery.");
}

TEST_CASE("durations are read as the specification writes them", "[learning][duration]")
{
    const auto [text, seconds] = GENERATE(table<std::string, int>({
        {"15_minutes", 900},
        {"1_minute", 60},
        {"1_hour", 3600},
        {"24_hours", 86400},
        {"90_seconds", 90},
        {"1_second", 1},
        {"007_minutes", 420},
    }));
    CAPTURE(text);

    const auto duration = parse_duration(text);

    REQUIRE(duration);
    CHECK(duration->count() == seconds);
}

TEST_CASE("a text that is no duration is refused", "[learning][duration]")
{
    const auto text =
        GENERATE(as<std::string>{}, "", "_", "15", "minutes", "_minutes", "15 minutes", "15_days",
                 "-5_minutes", "+5_minutes", "1.5_hours", "15_minutes ", "0x10_seconds",
                 "15__minutes", "1e3_seconds", " 5_seconds");
    CAPTURE(text);

    const auto duration = parse_duration(text);

    REQUIRE_FALSE(duration);
    CHECK(duration.error().code == Errc::invalid_argument);
    CHECK(duration.error().message == "\"" + text + "\" is not a duration.");
    CHECK_FALSE(duration.error().remedy.empty());
}

TEST_CASE("no time and more than a day are refused as such", "[learning][duration]")
{
    CHECK(parse_duration("0_hours").error().message == "\"0_hours\" is no time at all.");
    for (const std::string text : {"25_hours", "86401_seconds", "9223372036854775807_hours",
                                   "99999999999999999999_seconds"}) {
        CAPTURE(text);
        CHECK(parse_duration(text).error().message == "\"" + text + "\" is longer than 24 hours.");
    }
}
