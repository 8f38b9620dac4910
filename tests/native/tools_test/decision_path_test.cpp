#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::tools;

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
    for (int i = 0; i < 30; ++i) {
        auto decided = bench.decide("l", glowing);
        REQUIRE(decided);
        CHECK((*decided)["model_readings"]["assessment"]["provenance"] == "reported");
        CHECK((*decided)["transition_decision"]["recommended_action"] != "advance_to_next_event");
        CHECK((*decided)["unchanged"] == (i > 0));
        CHECK((*decided)["event_ids"].size() == (i > 0 ? 0U : 1U));
    }
}

TEST_CASE("reports that contradict themselves are rejected by name", "[tools][transition]")
{
    Bench bench;
    bench.start("l", "u");
    auto alone = bench.decide("l", {{"knowledge_model_data", {{"units_completed", 3}}}});
    auto beyond =
        bench.decide("l", {{"knowledge_model_data", {{"units_completed", 5}, {"total_units", 4}}}});
    auto partial =
        bench.decide("l", {{"knowledge_model_data", {{"units_completed", 3}, {"total_units", 4}}}});

    REQUIRE_FALSE(alone);
    CHECK(alone.error().field == "model_inputs.knowledge_model_data.units_completed");
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().field == "model_inputs.knowledge_model_data.units_completed");
    REQUIRE(partial);
    // Pathway specification, normalize_knowledge_data: (3/4 + .5)/2.
    CHECK((*partial)["model_readings"]["knowledge"]["value"] == 0.625);
    CHECK((*partial)["model_readings"]["knowledge"]["provenance"] == "reported");
}

TEST_CASE("a learner who passes unaided goes on, one who keeps failing is helped",
          "[tools][transition]")
{
    Bench bench;
    bench.author("before", Json::array(), {"z"});
    bench.author("u", Json::array({"before"}), {"a", "b"});
    bench.author("after", Json::array({"u"}), {"c"});
    const auto good = bench.start("good", "u");
    const auto poor = bench.start("poor", "u");
    REQUIRE(bench.evaluate(bench.start("good", "before"), "before", "z", true));
    for (const char *checkpoint : {"a", "b", "a"}) {
        REQUIRE(bench.evaluate(good, "u", checkpoint, true));
        REQUIRE(bench.evaluate(poor, "u", checkpoint, false));
    }
    const Json of_u = {{"unit_id", "u"}};
    auto good_reply = bench.decide("good", Json::object(), of_u);
    auto poor_reply = bench.decide("poor", Json::object(), of_u);

    REQUIRE(good_reply);
    CHECK((*good_reply)["transition_decision"]["recommended_action"] == "advance_to_next_event");
    CHECK((*good_reply)["unit_done"] == true);
    CHECK((*good_reply)["next_unit"]["unit_id"] == "after");
    CHECK((*good_reply)["learner_text"].get<std::string>().find("Title of after") !=
          std::string::npos);
    REQUIRE(poor_reply);
    const std::string action = (*poor_reply)["transition_decision"]["recommended_action"];
    CHECK((action == "provide_additional_support" || action == "remediate_prerequisites"));
    CHECK(bench.context.state().find("good")->model.units.at("u").phase ==
          learning::LearningPhase::application);
}

TEST_CASE("permuting the tries of one submission changes no byte of state or reply",
          "[tools][transition]")
{
    const auto run = [](const Json &tries) {
        Bench bench;
        bench.author("u", Json::array(), {"a", "b"});
        const auto session = bench.start("l", "u");
        auto reply = bench.submit(session, "u", tries);
        REQUIRE(reply);
        reply->erase("event_ids");
        Json state = bench.call("get_learner_progress", {{"learner_id", "l"}}).value();
        state.erase("pseudonym"); // each record in memory has a key of its own
        return to_text(*reply) + to_text(state);
    };
    const Json passed = Bench::ended("u", "a", "passed");
    const Json failed = Bench::ended("u", "b", "failed");

    CHECK(run(Json::array({passed, failed})) == run(Json::array({failed, passed})));
}

TEST_CASE("a look that ends nothing is not recorded, however often", "[tools][assessment]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    const auto before = bench.record.status().pending;
    for (int i = 0; i < 40; ++i) {
        auto looked = bench.submit(session, "u", Json::array(), false);
        REQUIRE(looked);
        CHECK((*looked)["tries_recorded"] == 0);
        CHECK((*looked)["decision"] == nullptr);
    }
    CHECK(bench.record.status().pending == before);
}

TEST_CASE("a decision is about the unit that was named, else the session's, else the last",
          "[tools][transition]")
{
    Bench bench;
    bench.author("first", Json::array(), {"a"});
    bench.author("second", Json::array(), {"b"});
    REQUIRE(bench.call("process_learner_model", {{"learner_id", "l"},
                                                 {"static_profile", Json::object()},
                                                 {"dynamic_profile", Json::object()}}));
    CHECK(bench.decide("l").value()["unit_id"] == "first"); // the first that is ready
    const auto session = bench.start("l", "first");
    bench.now += 1000;
    bench.start("l", "second");

    CHECK(bench.decide("l").value()["unit_id"] == "second");
    CHECK(bench.decide("l", Json::object(), {{"session_id", session}}).value()["unit_id"] ==
          "first");
    CHECK(bench.decide("l", Json::object(), {{"unit_id", "first"}}).value()["unit_id"] == "first");
    CHECK(bench.decide("l", Json::object(), {{"unit_id", "gone"}}).error().field ==
          "current_state.unit_id");
}

TEST_CASE("who looked before handing in hears how to go on all the same", "[tools][assessment]")
{
    Bench bench;
    bench.author("u", Json::array(), {"a", "b"});
    bench.author("after", Json::array({"u"}), {"c"});
    const auto session = bench.start("l", "u");
    auto untried = bench.submit(session, "u", Json::array());
    const Json both =
        Json::array({Bench::ended("u", "a", "passed"), Bench::ended("u", "b", "passed")});
    auto looked = bench.submit(session, "u", both, false);
    auto handed_in = bench.submit(session, "u", Json::array());

    REQUIRE(handed_in);
    CHECK((*untried)["decision"] == nullptr);
    CHECK((*looked)["decision"]["next_unit"]["unit_id"] == "after");
    CHECK((*handed_in)["decision"]["next_unit"]["unit_id"] == "after");
    CHECK((*handed_in)["decision"]["unchanged"] == true);
    CHECK((*handed_in)["event_ids"].empty());
}
