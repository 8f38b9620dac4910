#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::tools;

namespace {

Json unit(const std::string &id, const Json &needs)
{
    return {{"unit_id", id}, {"learning_objectives", {"o"}}, {"prerequisite_units", needs}};
}

Json curriculum(const Json &units, const Json &dependencies)
{
    return {{"domain_id", "d"},
            {"content_architecture",
             {{"modular_structure", {{"units", units}}},
              {"prerequisite_mapping", {{"dependencies", dependencies}}}}}};
}

} // namespace

TEST_CASE("a profile gives the weight and parameters of the specification", "[tools][learner]")
{
    // Pathway specification P2.1: novice .40, high guidance +.05, help .2 requests a try +.04;
    // alpha .7 + .1, beta .15 - .05.
    Bench bench;
    auto made = bench.call(
        "process_learner_model",
        {{"learner_id", "l"},
         {"static_profile",
          {{"demographic",
            {{"age_range", "18-25"},
             {"education_level", "graduate"},
             {"current_knowledge_level", "novice"}}},
           {"learning_preferences", {{"guidance_level", "high"}}}}},
         {"dynamic_profile", {{"behavioral_patterns", {{"help_seeking_frequency", 0.2}}}}}});

    REQUIRE(made);
    CHECK((*made)["learner_model_weight"].get<double>() == Approx(0.49));
    CHECK((*made)["adaptation_parameters"]["alpha_baseline"].get<double>() == Approx(0.8));
    CHECK((*made)["adaptation_parameters"]["beta_exploration"].get<double>() == Approx(0.1));
    CHECK((*made)["provenance"] == "reported");
}

TEST_CASE("an update changes the named members and keeps the rest", "[tools][learner]")
{
    Bench bench;
    REQUIRE(bench.call("process_learner_model",
                       {{"learner_id", "l"},
                        {"static_profile", {{"learning_preferences", {{"time_commitment", 30}}}}},
                        {"dynamic_profile", {{"note", "kept"}}}}));

    auto updated =
        bench.call("update_learner_profile",
                   {{"learner_id", "l"},
                    {"static_profile", {{"learning_preferences", {{"guidance_level", "low"}}}}}});
    auto refused =
        bench.call("update_learner_profile",
                   {{"learner_id", "l"},
                    {"static_profile", {{"learning_preferences", {{"time_commitment", 4}}}}}});
    auto read = bench.call("get_learner_profile", {{"learner_id", "l"}});

    REQUIRE(updated);
    CHECK_FALSE(refused);
    REQUIRE(read);
    CHECK((*read)["static_profile"]["learning_preferences"] ==
          Json{{"time_commitment", 30}, {"guidance_level", "low"}});
    CHECK((*read)["dynamic_profile"] == Json{{"note", "kept"}});
}

TEST_CASE("a curriculum with a cycle or an unknown unit is refused with its path",
          "[tools][knowledge]")
{
    Bench bench;
    auto cycle = bench.call("process_knowledge_model",
                            curriculum({unit("a", {"b"}), unit("b", {"a"})}, Json::array()));
    auto unknown = bench.call(
        "process_knowledge_model",
        curriculum(Json::array({unit("a", Json::array())}),
                   Json::array({Json{{"unit_id", "a"}, {"requires", Json::array({"gone"})}}})));

    REQUIRE_FALSE(cycle);
    CHECK(cycle.error().message.find("a -> b -> a") != std::string::npos);
    CHECK(cycle.error().field.starts_with("content_architecture.modular_structure.units["));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().field ==
          "content_architecture.prerequisite_mapping.dependencies[0].requires[0]");
    CHECK(bench.context.state().domains().empty());
}

TEST_CASE("both ways of naming prerequisites count, and what is ready is said",
          "[tools][knowledge]")
{
    Bench bench;
    auto made = bench.call(
        "process_knowledge_model",
        curriculum({unit("c", {"b"}), unit("a", Json::array()), unit("b", Json::array())},
                   Json::array({Json{{"unit_id", "b"}, {"requires", Json::array({"a"})}}})));

    REQUIRE(made);
    CHECK((*made)["prerequisite_order"] == Json{"a", "b", "c"});
    CHECK((*made)["ready_units"] == Json{"a"});
    CHECK((*made)["prerequisite_dependencies"] == 2);
}

TEST_CASE("a lesson read for a learner says what they passed and may start", "[tools][lesson]")
{
    Bench bench;
    const auto session = bench.start("l", "first");
    REQUIRE(bench.evaluate(session, "first", "a", true));
    REQUIRE(bench.evaluate(session, "first", "b", true));
    const Json lesson = {
        {"units", Json::array({unit("first", Json::array()), unit("second", Json::array({"first"})),
                               unit("third", Json::array({"second"}))})}};

    auto read = bench.call("get_lesson", {{"learner_id", "l"}}, lesson);

    REQUIRE(read);
    CHECK((*read)["passed_units"] == Json::array({"first"}));
    CHECK((*read)["ready_units"] == Json::array({"second"}));
}

TEST_CASE("a judged checkpoint moves knowledge; a reported number does not", "[tools][assessment]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    auto judged = bench.evaluate(session, "u", "a", true);
    auto reported =
        bench.call("track_engagement", {{"session_id", session},
                                        {"learner_id", "l"},
                                        {"interaction_data", {{"attention_level", 1.0}}}});
    auto progress = bench.call("get_learner_progress", {{"learner_id", "l"}});

    REQUIRE(judged);
    // BKT vector (learning reference, section 7) with the defaults: prior .40, one right try.
    CHECK((*judged)["skill"]["predicted"].get<double>() == Approx(0.48));
    CHECK((*judged)["skill"]["p_known"].get<double>() == Approx(0.75 * 0.98 + 0.25 * 0.15));
    CHECK((*judged)["provenance"] == "observed");
    CHECK((*judged)["unit_passed"] == false);
    REQUIRE(reported);
    CHECK((*reported)["provenance"] == "reported");
    REQUIRE(progress);
    CHECK((*progress)["evidence"]["observed_items"] == 1);
    CHECK((*progress)["reported"]["engagement"]["score"] == 1.0);
}

TEST_CASE("a unit is passed when each of its checkpoints was", "[tools][assessment]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    auto first = bench.evaluate(session, "u", "a", true);
    auto failed = bench.evaluate(session, "u", "b", false);
    auto second = bench.evaluate(session, "u", "b", true);
    auto progress = bench.call("get_learner_progress", {{"learner_id", "l"}});

    CHECK((*first)["unit_passed"] == false);
    CHECK((*failed)["unit_passed"] == false);
    CHECK((*second)["unit_passed"] == true);
    CHECK((*progress)["passed_units"] == Json{"u"});
}

TEST_CASE("nobody is advanced on reported numbers", "[tools][transition]")
{
    Bench bench;
    bench.start("l", "u");
    const Json glowing = {
        {"learner_model_data", {{"learner_model_weight", 1.0}}},
        {"knowledge_model_data",
         {{"units_completed", 9}, {"total_units", 9}, {"prerequisite_satisfaction", 1.0}}},
        {"engagement_model_data", {{"attention_level", 1.0}}},
        {"assessment_model_data", {{"competency_score", 1.0}}}};
    std::string action;
    for (int i = 0; i < 30; ++i) {
        auto decided = bench.decide("l", glowing);
        REQUIRE(decided);
        CHECK((*decided)["model_readings"]["assessment"]["provenance"] == "reported");
        action = (*decided)["transition_decision"]["recommended_action"];
        CHECK(action != "advance_to_next_event");
    }
}

TEST_CASE("a learner who keeps passing is advanced, and one who keeps failing is helped",
          "[tools][transition]")
{
    Bench bench;
    const auto good = bench.start("good", "u");
    const auto poor = bench.start("poor", "u");
    std::string good_action;
    std::string poor_action;
    for (int i = 0; i < 12 && good_action != "advance_to_next_event"; ++i) {
        REQUIRE(bench.evaluate(good, "u", i % 2 == 0 ? "a" : "b", true));
        REQUIRE(bench.evaluate(poor, "u", i % 2 == 0 ? "a" : "b", false));
        good_action = bench.decide("good").value()["transition_decision"]["recommended_action"];
        auto decided = bench.decide("poor");
        poor_action = (*decided)["transition_decision"]["recommended_action"];
        CHECK_FALSE((*decided)["transition_decision"]["reasoning"].get<std::string>().empty());
    }
    CHECK(good_action == "advance_to_next_event");
    CHECK(poor_action != "advance_to_next_event");
    CHECK(poor_action != "continue_current_event");
    CHECK(bench.context.state().find("good")->event == learning::LearningEvent::introduction);
}

TEST_CASE("a session that nobody ended is where the learner goes on", "[tools][session]")
{
    Bench bench;
    const auto first = bench.start("l", "u");
    auto progress = bench.call("get_learner_progress", {{"learner_id", "l"}});
    const auto second = bench.start("l", "u");
    const store::LearnerState *learner = bench.context.state().find("l");

    CHECK((*progress)["resume"]["session_id"] == first);
    CHECK((*progress)["resume"]["unit_id"] == "u");
    CHECK(learner->sessions.at(first).interrupted);
    CHECK(learner->sessions.at(second).resumed_from == first);
}

TEST_CASE("what is not on disk is never called recorded", "[tools][record]")
{
    Bench bench; // keeps everything in memory
    auto made = bench.call("process_learner_model", {{"learner_id", "l"},
                                                     {"static_profile", Json::object()},
                                                     {"dynamic_profile", Json::object()}});
    REQUIRE(made);
    CHECK((*made)["recorded"] == false);
    CHECK_FALSE((*made)["record_problem"].get<std::string>().empty());
}

TEST_CASE("every reply conforms to the schema that its tool publishes", "[tools]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    const auto conforms = [&](const std::string &tool, const Result<Json> &reply) {
        CAPTURE(tool);
        REQUIRE(reply);
        auto valid = mcp::validate(bench.table->find(tool)->output_schema, *reply);
        CAPTURE(valid ? std::string() : valid.error().message + valid.error().field);
        CHECK(valid);
    };
    conforms("evaluate_assessment", bench.evaluate(session, "u", "a", false));
    conforms("make_transition_decision", bench.decide("l"));
    conforms("get_learner_progress", bench.call("get_learner_progress", {{"learner_id", "l"}}));
    conforms("get_learner_profile", bench.call("get_learner_profile", {{"learner_id", "l"}}));
    conforms("list_learners", bench.call("list_learners", Json::object()));
    conforms("track_blender_interaction",
             bench.call("track_blender_interaction",
                        {{"session_id", session},
                         {"interaction_data", {{"tool_usage", {{"tool_mastery_level", 0.5}}}}}}));
    conforms("end_session", bench.call("end_session", {{"session_id", session}},
                                       {{"unit_id", "u"}, {"activity", Json::object()}}));
}
