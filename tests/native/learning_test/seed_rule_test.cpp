#include "learning/seed_rule.hpp"

#include "dump.hpp"
#include "history.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

namespace {

std::optional<double> number(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::nullopt : std::optional(found->get<double>());
}

ModelInputs inputs_from(const Json &json)
{
    const Json none = Json::object();
    const Json learner = json.value("learner_model_data", none);
    const Json parameters = learner.value("adaptation_parameters", none);
    const Json knowledge = json.value("knowledge_model_data", none);
    const Json engagement = json.value("engagement_model_data", none);
    const Json assessment = json.value("assessment_model_data", none);
    return {{number(learner, "learner_model_weight"), number(parameters, "alpha_baseline"),
             number(parameters, "beta_exploration")},
            {number(knowledge, "units_completed"), number(knowledge, "total_units"),
             number(knowledge, "prerequisite_satisfaction")},
            {number(engagement, "attention_level"), number(engagement, "interaction_quality"),
             number(engagement, "flow_state_indicators")},
            {number(assessment, "competency_score"), number(assessment, "skill_demonstration"),
             number(assessment, "learning_evidence_strength")}};
}

void check_call(const SeedDecision &decision, const Json &call)
{
    const auto near = [](double value) { return Approx(value).epsilon(1e-12); };
    const Json &readings = call.at("readings");
    CHECK(decision.readings.learner == near(readings.at("learner")));
    CHECK(decision.readings.knowledge == near(readings.at("knowledge")));
    CHECK(decision.readings.engagement == near(readings.at("engagement")));
    CHECK(decision.readings.assessment == near(readings.at("assessment")));
    CHECK(decision.parameters.alpha == call.at("alpha").get<double>());
    CHECK(decision.parameters.beta == call.at("beta").get<double>());
    CHECK(decision.step.delta == near(call.at("delta")));
    CHECK(decision.step.state == near(call.at("state")));
    CHECK(to_text(decision.action) == call.at("action").get<std::string>());
    CHECK(decision.confidence == call.at("confidence").get<double>());
    CHECK(seed_reasoning(decision.action) == call.at("reasoning").get<std::string>());
    CHECK(to_text(decision.next_phase) == call.at("next_learning_event").get<std::string>());
}

} // namespace

TEST_CASE("property 7: the seed rule is the specification's to the letter",
          "[learning][seed][property]")
{
    const Json runs = vectors_file("seed_rule.json", "runs");
    const std::uint64_t first_noise = vectors_file("seed_rule.json", "first_noise");
    REQUIRE(runs.size() == 6);
    for (const Json &run : runs) {
        LearnerModel learner;
        for (const Json &call : run.at("calls")) {
            CAPTURE(run.at("name"), call.dump());
            DecisionContext context;
            context.inputs = inputs_from(call.at("model_inputs"));
            if (call.at("learning_event").is_string())
                context.learning_event =
                    learning_phase_from_text(call.at("learning_event").get<std::string>()).value();

            const SeedDecision decision = decide_by_seed(learner, the_unit, context, first_noise);

            check_call(decision, call);
            apply_seed_decision(learner, decision.state);
        }
    }
}

TEST_CASE("property 7: neither profile nor what was observed enters the seed rule",
          "[learning][seed][property]")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        History history(seed);
        history.context.inputs.assessment.competency_score = history.draw.share();
        const SeedDecision untried = decide_by_seed({}, the_unit, history.context, seed);
        for (int step = 0; step < 5; ++step)
            history.end(history.draw_step());

        const SeedDecision decision =
            decide_by_seed(history.learner, the_unit, history.context, seed);

        REQUIRE(decision.step.state == untried.step.state);
        REQUIRE(decision.action == untried.action);
        REQUIRE(decision.confidence == untried.confidence);
    }
}

TEST_CASE("property 7: what gap says stands beside what the seed rule says",
          "[learning][seed][property]")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int step = 0; step < 4; ++step)
            history.end(history.draw_step());
        const Decision gap = decide(history.learner, the_unit, history.context).value();

        const SeedDecision decision =
            decide_by_seed(history.learner, the_unit, history.context, seed);

        REQUIRE(decision.gated.action == gap.action);
        REQUIRE(decision.gated.reasons == gap.reasons);
        REQUIRE(dump(decision.gap) == dump(gap));
    }
}

TEST_CASE("the seed rule's state is the learner's alone and moves with each call",
          "[learning][seed]")
{
    LearnerModel learner;
    end_tries(learner, the_unit, std::vector{passed("a")}, std::nullopt);
    const UnitModel before = *find_unit(learner, the_unit);
    const SeedDecision first = decide_by_seed(learner, the_unit, {}, 7);
    apply_seed_decision(learner, first.state);
    const SeedDecision second = decide_by_seed(learner, "another unit", {}, 7);

    CHECK(second.state_before == first.step.state);
    CHECK(second.step.epsilon != first.step.epsilon);
    CHECK(find_unit(learner, the_unit)->index == before.index);
    CHECK(find_unit(learner, the_unit)->phase == before.phase);
    CHECK_FALSE(find_unit(learner, the_unit)->last_decision);
}

TEST_CASE("the seed rule takes what is no number as missing and a report that gap rejects",
          "[learning][seed]")
{
    DecisionContext context;
    context.inputs.knowledge.units_completed = 3; // of one, by the specification's default
    context.inputs.learner.learner_model_weight = std::numeric_limits<double>::quiet_NaN();
    REQUIRE_FALSE(decide({}, the_unit, context));

    const SeedDecision decision = decide_by_seed({}, the_unit, context, 1);

    CHECK(decision.readings.knowledge == 1);
    CHECK(decision.readings.learner == Approx(.7 / 1.5));
    CHECK(decision.gated.action == Action::continue_current_event);
}
