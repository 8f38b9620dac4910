#include "history.hpp"
#include "learning/readings.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

namespace {

constexpr int histories = 4000;

} // namespace

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
