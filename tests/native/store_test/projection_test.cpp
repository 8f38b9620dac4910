#include "store/projection.hpp"

#include "store/payloads.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::store;

namespace {

/// Folds payloads as if they came from the record, one second apart.
class History {
  public:
    template <class Payload> void add(const std::string &learner, const Payload &payload)
    {
        const auto event = new_event(learner, payload);
        ++sequence_;
        projection.apply({sequence_, "id", sequence_ * 1'000, event.type, event.version,
                          event.learner, event.payload, learner.empty() ? "" : "p-" + learner});
    }
    const LearnerState &ada() const
    {
        REQUIRE(projection.find("ada"));
        return *projection.find("ada");
    }

    Projection projection;

  private:
    std::int64_t sequence_ = 0;
};

AssessmentEvaluated evaluated(const std::string &checkpoint, bool passed, double score)
{
    AssessmentEvaluated evaluated;
    evaluated.session_id = "s1";
    evaluated.unit_id = "guard";
    evaluated.checkpoint_id = checkpoint;
    evaluated.skill = "ordering";
    evaluated.passed = passed;
    evaluated.score = score;
    evaluated.activity = {{"active_seconds", 12.5}};
    return evaluated;
}

} // namespace

TEST_CASE("a profile is taken over whole", "[store][projection]")
{
    History history;
    ProfileSet profile{"ada", Json{{"age_range", "18-25"}}, Json{{"x", 1}}, 0.4, 0.75, 0.12};

    history.add("ada", profile);

    CHECK(history.ada().has_profile);
    CHECK(history.ada().pseudonym == "p-ada");
    CHECK(history.ada().static_profile["age_range"] == "18-25");
    CHECK(history.ada().learner_model_weight == 0.4);
    CHECK(history.ada().alpha_baseline == 0.75);
    CHECK(history.ada().beta_exploration == 0.12);
    CHECK(history.ada().transition_state == 0.5);
    CHECK(history.projection.find("ben") == nullptr);
    CHECK(history.projection.learners().size() == 1);
}

TEST_CASE("an observed evaluation moves progress, evidence and the models' state",
          "[store][projection]")
{
    History history;
    auto first = evaluated("c1", false, 0.4);
    first.skill_after = learning::SkillState{0.25, 1, 0};
    first.ability_after = learning::Ability{-0.4, 0.8};
    auto second = evaluated("c2", true, 0.9);
    second.skill_after = learning::SkillState{0.7, 2, 1};
    second.unit_passed = true;
    second.innovation = 0.8;

    history.add("ada", first);
    history.add("ada", second);
    CHECK(history.ada().last_innovation == 0.8);
    history.add("ada", evaluated("c2", false, 0.5));

    const UnitProgress &unit = history.ada().units.at("guard");
    CHECK(unit.attempts == 3);
    CHECK(unit.passed);
    CHECK(unit.best_score == 0.9);
    CHECK(unit.last_score == 0.5);
    CHECK(unit.passed_checkpoints == std::set<std::string>{"c2"});
    CHECK(history.ada().skills.at("ordering").p_known == 0.7);
    CHECK(history.ada().skills.at("ordering").attempts == 2);
    CHECK(history.ada().ability.theta == -0.4);
    const SkillEvidence &evidence = history.ada().evidence.at("ordering");
    CHECK(evidence.observations == 3);
    CHECK(evidence.successes == 1);
    CHECK(evidence.items == std::map<std::string, int>{{"c1", 1}, {"c2", 2}});
    CHECK(history.ada().observed_activity["active_seconds"] == 12.5);
}

TEST_CASE("a unit is passed when all of it is, not at its first checkpoint", "[store][projection]")
{
    History history;

    history.add("ada", evaluated("c1", true, 1.0));

    CHECK_FALSE(history.ada().units.at("guard").passed);
    CHECK(history.ada().units.at("guard").passed_checkpoints.contains("c1"));
}

TEST_CASE("a try surprises the model until a decision has used it", "[store][projection]")
{
    History history;
    auto tried = evaluated("c1", true, 1.0);
    tried.innovation = 1.25;
    history.add("ada", tried);
    REQUIRE(history.ada().last_innovation == 1.25);

    history.add("ada", TransitionDecided{});

    CHECK_FALSE(history.ada().last_innovation);
}

TEST_CASE("what a client claims is kept, and counts as no evidence", "[store][projection]")
{
    History history;
    auto claimed = evaluated("c1", true, 1.0);
    claimed.provenance = "reported";
    claimed.unit_passed = true;

    history.add("ada", claimed);
    history.add("ada", PerformanceReported{"s1", "c1", "formative", Json{{"competency_score", 1}}});

    CHECK(history.ada().units.empty());
    CHECK(history.ada().evidence.empty());
    CHECK(history.ada().reported_performance["performance_data"]["competency_score"] == 1);
}

TEST_CASE("an evaluation that does not say where it comes from is no evidence",
          "[store][projection]")
{
    Json payload = evaluated("c1", true, 1.0).to_json();
    payload.erase("provenance");

    CHECK(AssessmentEvaluated::from_json(payload).provenance == "unknown");
}

TEST_CASE("a session runs until it ends or the learner starts another", "[store][projection]")
{
    History history;
    history.add("ada", SessionStarted{"s1", "ada", "plate", "Plate", ""});
    CHECK(history.ada().open_session() == "s1");

    history.add("ada", SessionStarted{"s2", "ada", "plate", "Plate", "s1"});

    CHECK(history.ada().open_session() == "s2");
    CHECK(history.ada().sessions.at("s1").interrupted);
    CHECK(history.ada().sessions.at("s1").ended_ms == 2'000);
    CHECK(history.ada().sessions.at("s2").resumed_from == "s1");
    CHECK(history.projection.find_by_session("s2") == &history.ada());
    CHECK(history.projection.find_by_session("s9") == nullptr);

    history.add("ada", SessionEnded{"s2", "completed"});

    CHECK(history.ada().open_session().empty());
    CHECK_FALSE(history.ada().sessions.at("s2").interrupted);
    CHECK(history.ada().sessions.at("s2").ended_ms == 3'000);
}

TEST_CASE("a decision moves the learner and is kept with its reasons", "[store][projection]")
{
    History history;
    TransitionDecided decided;
    decided.unit_id = "guard";
    decided.state_after = 0.83;
    decided.action = learning::Action::advance_to_next_event;
    decided.next_event = learning::LearningEvent::introduction;
    decided.reasons = {"index 0.83 at least 0.80"};
    decided.noise_state = 18'446'744'073'709'551'615u;

    for (int i = 0; i < 60; ++i) {
        decided.epsilon = i;
        history.add("ada", decided);
    }

    CHECK(history.ada().transition_state == 0.83);
    CHECK(history.ada().event == learning::LearningEvent::introduction);
    CHECK(history.ada().last_action == learning::Action::advance_to_next_event);
    CHECK(history.ada().units.at("guard").last_action == learning::Action::advance_to_next_event);
    CHECK(history.ada().noise_state == 18'446'744'073'709'551'615u);
    CHECK(history.ada().decisions.size() == recent_decisions);
    CHECK(history.ada().decisions.back()["epsilon"] == 59);
    CHECK(history.ada().decisions.back()["reasons"][0] == "index 0.83 at least 0.80");
}

TEST_CASE("a knowledge structure belongs to its domain", "[store][projection]")
{
    History history;
    history.add("", KnowledgeStructureDefined{"flanges", Json{{"units", 4}}});
    history.add("", KnowledgeStructureDefined{"flanges", Json{{"units", 5}}});

    REQUIRE(history.projection.knowledge_structure("flanges"));
    CHECK((*history.projection.knowledge_structure("flanges"))["units"] == 5);
    CHECK(history.projection.knowledge_structure("pumps") == nullptr);
    CHECK(history.projection.domains() == std::vector<std::string>{"flanges"});
}

TEST_CASE("events of a newer version or an unknown type are counted and left alone",
          "[store][projection]")
{
    Projection projection;
    const Json payload = ProfileSet{"ada", {}, {}, 0.4, 0.7, 0.1}.to_json();

    projection.apply({1, "", 0, "learner_profile_set", 2, "ada", payload, "p"});
    projection.apply({2, "", 0, "learner_cloned", 1, "ada", payload, "p"});
    projection.apply({3, "", 0, "learner_profile_set", 1, "", payload, ""}); // of no one

    CHECK(projection.not_understood() == 3);
    CHECK(projection.applied() == 3);
    CHECK(projection.learners().empty());
}
