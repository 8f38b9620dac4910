#include "learning/learner.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("weights and adaptation parameters are the specification's for every profile",
          "[learning][learner]")
{
    const Json rows = learning_vectors("learner_traits", "rows");
    REQUIRE(rows.size() == 80); // 5 knowledge levels, 4 guidance levels, 4 frequencies
    for (const Json &row : rows) {
        CAPTURE(row.dump());
        const LearnerTraits traits{
            knowledge_level_from_text(row.at("knowledge_level").get<std::string>()).value(),
            guidance_level_from_text(row.at("guidance_level").get<std::string>()).value(),
            row.at("help_seeking_frequency")};

        const double weight = learner_model_weight(traits);
        const AdaptationParameters parameters = adaptation_parameters(traits);

        CHECK(weight == Approx(row.at("learner_model_weight").get<double>()).epsilon(1e-12));
        CHECK(parameters.alpha_baseline ==
              Approx(row.at("alpha_baseline").get<double>()).epsilon(1e-12));
        CHECK(parameters.beta_exploration ==
              Approx(row.at("beta_exploration").get<double>()).epsilon(1e-12));
        CHECK(profile_reading(weight, parameters) ==
              Approx(row.at("profile_reading").get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("a learner of whom nothing is said is a beginner with moderate guidance",
          "[learning][learner]")
{
    CHECK(learner_model_weight({}) == Approx(.35));
    CHECK(adaptation_parameters({}).alpha_baseline == Approx(.75));
    CHECK(adaptation_parameters({}).beta_exploration == Approx(.15));
}

TEST_CASE("the learner weight stays in its bounds", "[learning][learner]")
{
    CHECK(learner_model_weight({KnowledgeLevel::novice, GuidanceLevel::high, 1e9}) == .50);
    CHECK(learner_model_weight({KnowledgeLevel::expert, GuidanceLevel::low, 0}) == Approx(.15));
}

TEST_CASE("a frequency that is none is the caller's bug", "[learning][learner]")
{
    const double frequency = GENERATE(-.1, std::numeric_limits<double>::quiet_NaN(),
                                      std::numeric_limits<double>::infinity());

    CHECK_THROWS_AS(learner_model_weight({KnowledgeLevel::novice, GuidanceLevel::high, frequency}),
                    Failure);
}

TEST_CASE("levels are read as they are written", "[learning][learner]")
{
    for (const std::string text : {"novice", "beginner", "intermediate", "advanced", "expert"})
        CHECK(to_text(knowledge_level_from_text(text).value()) == text);
    for (const std::string text : {"high", "moderate", "low", "adaptive"})
        CHECK(to_text(guidance_level_from_text(text).value()) == text);
}

TEST_CASE("an unknown level is rejected with the levels there are", "[learning][learner]")
{
    const auto result = knowledge_level_from_text("Expert");

    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::invalid_argument);
    CHECK(result.error().message == "\"Expert\" is not a knowledge level.");
    CHECK(result.error().remedy == "Use one of: novice, beginner, intermediate, advanced, expert.");
}

TEST_CASE("a rejection quotes the beginning of a long text, in whole characters",
          "[learning][learner]")
{
    const std::string long_text = std::string(63, 'x') + "ü" + std::string(1'000'000, 'y');

    const auto result = guidance_level_from_text(long_text);

    REQUIRE_FALSE(result);
    CHECK(result.error().message == "\"" + std::string(63, 'x') + "…\" is not a guidance level.");
}
