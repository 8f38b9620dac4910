#include "store/payloads.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::store;

namespace {

TransitionDecided decision()
{
    TransitionDecided decided;
    decided.learning_event = learning::LearningEvent::practice;
    decided.readings = {{"learner", 0.5}};
    decided.weights = {{"learner", 0.27}};
    decided.rule = "gap";
    decided.alpha = 0.2;
    decided.beta = 0.02;
    decided.epsilon = -0.5;
    decided.delta = 0.1;
    decided.state_before = 0.4;
    decided.state_after = 0.41;
    decided.action = learning::Action::provide_additional_support;
    decided.next_event = learning::LearningEvent::practice;
    decided.confidence = 0.6;
    decided.reasons = {"a", "b"};
    decided.reasoning = "because";
    decided.evidence = {{"observed_items", 3}};
    decided.model_version = "1";
    decided.session_id = "s";
    decided.unit_id = "u";
    decided.noise_state = 7;
    return decided;
}

AssessmentEvaluated assessment()
{
    AssessmentEvaluated evaluated;
    evaluated.session_id = "s";
    evaluated.unit_id = "u";
    evaluated.checkpoint_id = "c";
    evaluated.objective = "o";
    evaluated.assessment_type = "authentic";
    evaluated.skill = "k";
    evaluated.provenance = "reported";
    evaluated.passed = true;
    evaluated.score = 0.75;
    evaluated.evidence = {{"distance_m", 0.002}};
    evaluated.unmet = {"too far"};
    evaluated.performance_data = {{"competency_score", 0.9}};
    evaluated.skill_after = learning::SkillState{0.3, 2, 1};
    evaluated.ability_after = learning::Ability{0.5, 0.6};
    evaluated.innovation = -1.5;
    evaluated.unit_passed = true;
    evaluated.activity = {{"attempts", 2}};
    return evaluated;
}

} // namespace

TEMPLATE_TEST_CASE("a payload with nothing in it is its default", "[store][payloads]", ProfileSet,
                   KnowledgeStructureDefined, SessionStarted, SessionEnded, PerformanceReported,
                   EngagementReported, InteractionReported, TransitionDecided, SceneAuthored,
                   RecordRecovered)
{
    CHECK(TestType::from_json(Json::object()).to_json() == TestType{}.to_json());
    CHECK(TestType::from_json(Json("text")).to_json() == TestType{}.to_json());
    CHECK(TestType::from_json(Json()).to_json() == TestType{}.to_json());
}

TEST_CASE("payloads keep every member, and ignore those they do not know", "[store][payloads]")
{
    const auto same = [](const auto &payload) {
        Json json = payload.to_json();
        json["of_a_later_version"] = 1;
        using Payload = std::decay_t<decltype(payload)>;
        CHECK(Payload::from_json(json).to_json() == payload.to_json());
    };
    same(ProfileSet{"ada", Json{{"a", 1}}, Json{{"b", 2}}, 0.4, 0.6, 0.2});
    same(KnowledgeStructureDefined{"d", Json{{"units", 3}}});
    same(SessionStarted{"s", "ada", "u", "Scene", "r"});
    same(SessionEnded{"s", "completed"});
    same(assessment());
    same(PerformanceReported{"s", "c", "formative", Json{{"x", 1}}});
    same(EngagementReported{"s", Json{{"x", 1}}, 0.5});
    same(EngagementReported{"s", Json{{"x", 1}}, std::nullopt});
    same(InteractionReported{"s", Json{{"x", 1}}, 0.5, 0.25});
    same(decision());
    same(SceneAuthored{"t", "Scene", "u", Json{{"x", 1}}});
    same(RecordRecovered{7, "why", "where"});
}

TEST_CASE("no two members of a payload share a place", "[store][payloads]")
{
    const Json json = assessment().to_json();
    CHECK(json["skill_after"]["p_known"] == 0.3);
    CHECK(json["ability_after"]["variance"] == 0.6);
    CHECK(json["innovation"] == -1.5);
    CHECK(json["unit_passed"] == true);
    CHECK(json["performance_data"]["competency_score"] == 0.9);
    CHECK(json["evidence"]["distance_m"] == 0.002);
    CHECK(decision().to_json()["action"] == "provide_additional_support");
    CHECK(decision().to_json()["learning_event"] == "practice");
}

TEST_CASE("a member of the wrong type is its default", "[store][payloads]")
{
    Json json = decision().to_json();
    for (auto &[name, value] : json.items())
        value = Json::array({1});
    const auto read = TransitionDecided::from_json(json);

    CHECK(read.rule.empty());
    CHECK(read.state_after == 0.5);
    CHECK_FALSE(read.action);
    CHECK(read.reasons.empty());
}
