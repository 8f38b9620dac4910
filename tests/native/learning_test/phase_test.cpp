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

TEST_CASE("an unknown phase is rejected with the phases there are", "[learning][phase]")
{
    const auto result = learning_phase_from_text("");

    REQUIRE_FALSE(result);
    CHECK(result.error().remedy ==
          "Use one of: onboarding, introduction, practice, application, mastery.");
}
