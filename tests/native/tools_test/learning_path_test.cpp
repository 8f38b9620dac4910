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
    auto cycle =
        bench.call("process_knowledge_model",
                   curriculum({unit("a", {"b"}), unit("b", {"a"})}, Json::array()), bench.lesson);
    auto unknown = bench.call(
        "process_knowledge_model",
        curriculum(Json::array({unit("a", Json::array())}),
                   Json::array({Json{{"unit_id", "a"}, {"requires", Json::array({"gone"})}}})),
        bench.lesson);

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
                   Json::array({Json{{"unit_id", "b"}, {"requires", Json::array({"a"})}}})),
        bench.lesson);

    REQUIRE(made);
    CHECK((*made)["prerequisite_order"] == Json{"a", "b", "c"});
    CHECK((*made)["ready_units"] == Json{"a"});
    CHECK((*made)["prerequisite_dependencies"] == 2);
}

TEST_CASE("a lesson read for a learner says what they did and may start", "[tools][lesson]")
{
    Bench bench;
    bench.author("first", Json::array(), {"a", "b"});
    bench.author("second", Json::array({"first"}), {"c"});
    bench.author("third", Json::array({"second"}), {"d"});
    const auto session = bench.start("l", "first");
    REQUIRE(bench.evaluate(session, "first", "a", true));
    REQUIRE(bench.evaluate(session, "first", "b", true));

    auto read = bench.call("get_lesson", {{"learner_id", "l"}}, bench.lesson);

    REQUIRE(read);
    CHECK((*read)["passed_units"] == Json::array({"first"}));
    CHECK((*read)["ready_units"] == Json::array({"second"}));
}

TEST_CASE("a curriculum gates a unit or only advises, as its author chose", "[tools][knowledge]")
{
    const std::string enforcement = GENERATE("gate", "advise");
    CAPTURE(enforcement);
    Bench bench;
    bench.author("first", Json::array(), {"a"});
    bench.author("second", Json::array(), {"b"});
    Json given =
        curriculum({unit("first", Json::array()), unit("second", {"first"})}, Json::array());
    given["content_architecture"]["prerequisite_mapping"]["enforcement"] = enforcement;
    given["content_architecture"]["cross_reference_networks"] = {
        {"concept_connections", Json::array({Json{{"from", "first"}, {"to", "second"}}})}};
    auto made = bench.call("process_knowledge_model", given, bench.lesson);
    REQUIRE(made);

    auto read = bench.call("get_lesson", {{"learner_id", "l"}}, bench.lesson);
    auto known = bench.call("process_learner_model", {{"learner_id", "l"},
                                                      {"static_profile", Json::object()},
                                                      {"dynamic_profile", Json::object()}});
    read = bench.call("get_lesson", {{"learner_id", "l"}}, bench.lesson);
    bench.start("l", "second");

    REQUIRE(read);
    CHECK((*made)["blender_integration"]["nodes"][1]["scene_name"] == "second");
    CHECK((*read)["curricula"][0]["cross_references"].size() == 1);
    CHECK((*read)["curricula"][0]["units"][0].contains("objective_complexity"));
    // Whether the units of the file are done is judged there, by the checkpoints that it has now.
    const char *list = enforcement == "gate" ? "curriculum_units" : "advised_units";
    CHECK(bench.asked[list] == Json::array({"first"}));
    if (enforcement == "gate") {
        CHECK((*read)["ready_units"] == Json::array({"first"}));
    } else {
        CHECK((*read)["ready_units"] == Json::array({"first", "second"}));
        CHECK((*read)["advised_first"]["second"] == Json::array({"first"}));
    }
}

TEST_CASE("two curricula may not lock each other's units", "[tools][knowledge]")
{
    Bench bench;
    Json one = curriculum({unit("a", Json::array()), unit("b", {"a"})}, Json::array());
    REQUIRE(bench.call("process_knowledge_model", one, bench.lesson));
    Json other = curriculum({unit("a", {"b"}), unit("b", Json::array())}, Json::array());
    other["domain_id"] = "other";
    const auto refused = bench.call("process_knowledge_model", other, bench.lesson);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("together with the other curricula") != std::string::npos);
    CHECK(bench.context.state().domains().size() == 1);

    other["content_architecture"]["prerequisite_mapping"]["enforcement"] = "advise";
    CHECK(bench.call("process_knowledge_model", other, bench.lesson));
    other["domain_id"] = "d"; // in place of the first
    other["content_architecture"]["prerequisite_mapping"].erase("enforcement");
    CHECK(bench.call("process_knowledge_model", other, bench.lesson));
}

TEST_CASE("an objective is as demanding as the verb that it begins with", "[tools][knowledge]")
{
    Bench bench;
    Json given = unit("u", Json::array());
    given["learning_objectives"] = {"Identify the flange", "Diagnose the leak", "Zap it"};
    auto made = bench.call("process_knowledge_model",
                           curriculum(Json::array({given}), Json::array()), bench.lesson);

    REQUIRE(made);
    const Json &complexity = (*made)["processed_units"][0]["objective_complexity"];
    CHECK(complexity["level"] == "analyze");
    CHECK(complexity["score"].get<double>() == Approx(4.0 / 6.0));
    CHECK(complexity["objectives"][0]["level"] == "remember");
    CHECK(complexity["objectives"][2]["level"] == nullptr);
}

TEST_CASE("a submitted try moves knowledge, a look and a reported number do not",
          "[tools][assessment]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    auto looked = bench.call("evaluate_assessment",
                             {{"checkpoint_id", "a"},
                              {"assessment_type", "formative"},
                              {"performance_data", {{"precision", 0.9}}},
                              {"session_id", session}},
                             bench.judged(session, "u", "a", false, Json::array()));
    auto judged = bench.evaluate(session, "u", "a", true);
    auto reported =
        bench.call("track_engagement", {{"session_id", session},
                                        {"learner_id", "l"},
                                        {"interaction_data", {{"attention_level", 1.0}}}});
    auto progress = bench.call("get_learner_progress", {{"learner_id", "l"}});

    REQUIRE(looked);
    CHECK((*looked)["tries"].empty());
    CHECK((*looked)["skill"] == nullptr);
    REQUIRE(judged);
    // BKT vector (learning reference, section 7) with the defaults: prior .40, one right try.
    CHECK((*judged)["skill"]["p_known"].get<double>() == Approx(0.75 * 0.98 + 0.25 * 0.15));
    CHECK((*judged)["provenance"] == "observed");
    CHECK((*judged)["unit_passed"] == false);
    REQUIRE(reported);
    CHECK((*reported)["provenance"] == "reported");
    REQUIRE(progress);
    CHECK((*progress)["units"][0]["attempts"] == 1);
    CHECK((*progress)["reported"]["performance"]["performance_data"]["precision"] == 0.9);
}

TEST_CASE("a unit is done when each of its checkpoints was passed unaided", "[tools][assessment]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    auto first = bench.evaluate(session, "u", "a", true);
    auto aided = bench.submit(session, "u", Json::array({Bench::ended("u", "b", "passed", true)}));
    auto second = bench.evaluate(session, "u", "b", true);
    auto progress = bench.call("get_learner_progress", {{"learner_id", "l"}});

    CHECK((*first)["unit_passed"] == false);
    CHECK((*aided)["unit_done"] == false);
    CHECK((*second)["unit_passed"] == true);
    CHECK((*progress)["passed_units"] == Json{"u"});
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

TEST_CASE("every reply has the members that its tool publishes, and no others", "[tools]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    const auto conforms = [&](const std::string &tool, const Result<Json> &reply) {
        CAPTURE(tool);
        REQUIRE(reply);
        const mcp::Tool *known = bench.table->find(tool);
        if (known == nullptr) known = bench.own_table->find(tool);
        const Json &success = known->output_schema["anyOf"][0];
        for (const Json &name : success["required"]) {
            CAPTURE(name);
            CHECK(reply->contains(name.get<std::string>()));
        }
        for (const auto &[name, value] : reply->items()) {
            CAPTURE(name);
            CHECK(success["properties"].contains(name));
        }
    };
    conforms("evaluate_assessment", bench.evaluate(session, "u", "a", false));
    conforms("make_transition_decision", bench.decide("l"));
    conforms("make_transition_decision", bench.decide("l", Json::object(), {{"rule", "seed"}}));
    conforms("evaluate_unit",
             bench.submit(session, "u", Json::array({Bench::ended("u", "a", "passed")})));
    conforms("show_hint", bench.call("show_hint", {{"session_id", session}},
                                     {{"session_id", session},
                                      {"unit_id", "u"},
                                      {"level", 1},
                                      {"last_level", false},
                                      {"text", "Look left"},
                                      {"hints_shown", 1}}));
    conforms("get_lesson", bench.call("get_lesson", {{"learner_id", "l"}},
                                      {{"file", ""},
                                       {"dirty", false},
                                       {"units", Json::array()},
                                       {"order", Json::array()},
                                       {"problems", Json::array()}}));
    conforms("get_learner_progress", bench.call("get_learner_progress", {{"learner_id", "l"}}));
    conforms("get_learner_profile", bench.call("get_learner_profile", {{"learner_id", "l"}}));
    conforms("list_learners", bench.call("list_learners", Json::object()));
    conforms("track_blender_interaction",
             bench.call("track_blender_interaction",
                        {{"session_id", session},
                         {"interaction_data", {{"tool_usage", {{"tool_mastery_level", 0.5}}}}}}));
    conforms("end_session", bench.call("end_session", {{"session_id", session}},
                                       {{"session_id", session},
                                        {"unit_id", "u"},
                                        {"activity", Json::object()},
                                        {"ended", Json::array()},
                                        {"steps", Json::array()}}));
    conforms("keep_ended_tries",
             bench.call("keep_ended_tries", {{"session_id", session}, {"steps", Json::array()}}));
}

TEST_CASE("a judgement that credits nobody does not say that it is recorded", "[tools][recorded]")
{
    Bench bench;
    const Json one = Json::array({Bench::ended("u", "a", "passed")});
    const auto judged =
        bench.call("evaluate_assessment",
                   {{"checkpoint_id", "a"},
                    {"assessment_type", "formative"},
                    {"performance_data", Json::object()}},
                   bench.judged("a-session-that-no-record-knows", "u", "a", true, one));

    REQUIRE(judged);
    CHECK((*judged)["learner_id"] == nullptr);
    CHECK((*judged)["recorded"] == false);
    CHECK((*judged)["event_ids"].empty());
    CHECK_FALSE((*judged)["record_problem"].get<std::string>().empty());
}
