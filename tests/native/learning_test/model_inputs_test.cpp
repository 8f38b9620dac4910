#include "learning/model_inputs.hpp"

#include "learning/learner_model.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("reported knowledge is the mean of completion and prerequisites, filled as specified",
          "[learning][inputs]")
{
    const auto [report, reading] = GENERATE(table<ReportedKnowledge, double>({
        {{1, 4, .75}, .5},
        {{3, 4, std::nullopt}, .625},
        {{std::nullopt, std::nullopt, .8}, .4},
        {{std::nullopt, 4, std::nullopt}, .25},
        {{9, 3, 1}, 1},
    }));

    CHECK(*knowledge_reading(report) == Approx(reading));
    CHECK_FALSE(knowledge_reading({}));
}

TEST_CASE("a reported learner is read from weight and alpha, filled as specified",
          "[learning][inputs]")
{
    CHECK(*learner_reading({.5, .6, std::nullopt}) == Approx(.8 / 1.5));
    CHECK(*learner_reading({.5, std::nullopt, std::nullopt}) == Approx(.85 / 1.5));
    CHECK(*learner_reading({std::nullopt, .8, std::nullopt}) == Approx(.75 / 1.5));
    CHECK_FALSE(learner_reading({std::nullopt, std::nullopt, .2}));
    CHECK_FALSE(learner_reading({}));
}

TEST_CASE("a number out of its range is rejected by name", "[learning][inputs]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    ModelInputs inputs;
    const auto rejected = [&](std::optional<double> &member, double value,
                              const std::string &field) {
        member = value;
        const auto result = check(inputs);
        member.reset();
        REQUIRE_FALSE(result);
        CHECK(result.error().code == Errc::invalid_argument);
        CHECK(result.error().field == field);
        CHECK_FALSE(result.error().remedy.empty());
    };
    rejected(inputs.learner.learner_model_weight, 1.1, "learner_model_data.learner_model_weight");
    rejected(inputs.learner.alpha_baseline, nan,
             "learner_model_data.adaptation_parameters.alpha_baseline");
    rejected(inputs.learner.beta_exploration, -.1,
             "learner_model_data.adaptation_parameters.beta_exploration");
    rejected(inputs.knowledge.total_units, 0, "knowledge_model_data.total_units");
    rejected(inputs.knowledge.total_units, infinity, "knowledge_model_data.total_units");
    rejected(inputs.knowledge.prerequisite_satisfaction, 2,
             "knowledge_model_data.prerequisite_satisfaction");
    rejected(inputs.engagement.attention_level, 2, "engagement_model_data.attention_level");
    rejected(inputs.engagement.interaction_quality, 2, "engagement_model_data.interaction_quality");
    rejected(inputs.engagement.flow_state_indicators, 2,
             "engagement_model_data.flow_state_indicators");
    rejected(inputs.assessment.competency_score, 2, "assessment_model_data.competency_score");
    rejected(inputs.assessment.skill_demonstration, 2, "assessment_model_data.skill_demonstration");
    rejected(inputs.assessment.learning_evidence_strength, 2,
             "assessment_model_data.learning_evidence_strength");
    CHECK(check(inputs));
}

TEST_CASE("units completed without a total, or beyond it, are distinguished", "[learning][inputs]")
{
    ModelInputs inputs;
    inputs.knowledge.units_completed = 0;
    CHECK(check(inputs).error().message == "`units_completed` says nothing without `total_units`.");
    inputs.knowledge = {5, 4, std::nullopt};
    CHECK(check(inputs).error().message.find("is more than `total_units`") != std::string::npos);
    inputs.knowledge = {4, 4, std::nullopt};
    CHECK(check(inputs));
}

TEST_CASE("each reading says what it rests on", "[learning][inputs]")
{
    ModelInputs inputs;
    inputs.learner.learner_model_weight = .4;
    LearnerModel learner;
    CHECK(read_models(learner, nullptr, {}).learner.source == ReadingSource::middle_of_learners);
    CHECK(read_models(learner, nullptr, inputs).learner.source ==
          ReadingSource::learner_model_data);
    learner.reported_engagement = .7;
    CHECK(read_models(learner, nullptr, inputs).engagement.source ==
          ReadingSource::tracked_engagement);
    inputs.engagement.attention_level = .9;
    CHECK(read_models(learner, nullptr, inputs).engagement.source ==
          ReadingSource::engagement_model_data);
    learner.profile = Profile{};
    LearnerModel observed = learner;
    observed.evidence = 1;
    CHECK(read_models(observed, nullptr, inputs).learner.source == ReadingSource::ability);
    CHECK(read_models(learner, nullptr, inputs).learner.source == ReadingSource::stored_profile);
    CHECK(to_text(ReadingSource::stored_profile) == "weight and parameters of the stored profile");
    CHECK(to_text(ReadingSource::untried) == "nothing was tried in this unit");
    CHECK(to_text(provenance_of(ReadingSource::ability)) == "observed");
    CHECK(to_text(provenance_of(ReadingSource::stored_profile)) == "profile");
    CHECK(to_text(provenance_of(ReadingSource::tracked_engagement)) == "reported");
    CHECK(to_text(provenance_of(ReadingSource::untried)) == "assumed");
}
