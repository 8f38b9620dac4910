#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::tools;

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
    auto rejected =
        bench.call("update_learner_profile",
                   {{"learner_id", "l"},
                    {"static_profile", {{"learning_preferences", {{"time_commitment", 4}}}}}});
    auto read = bench.call("get_learner_profile", {{"learner_id", "l"}});

    REQUIRE(updated);
    CHECK_FALSE(rejected);
    REQUIRE(read);
    CHECK((*read)["static_profile"]["learning_preferences"] ==
          Json{{"time_commitment", 30}, {"guidance_level", "low"}});
    CHECK((*read)["dynamic_profile"] == Json{{"note", "kept"}});
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
                                     {{"unit_id", "u"},
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
