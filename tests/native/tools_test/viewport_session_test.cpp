#include "review_steps.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

namespace {

const Json configured = {{"viewport_configured", true},
                         {"educational_objects_count", 3},
                         {"assessment_triggers_count", 2}};

Json nothing_seen(const std::string &session)
{
    return {
        {"session_id", session},
        {"view",
         {{"samples", 0},
          {"watched_seconds", 0},
          {"movements", 0},
          {"dwell_seconds", Json::object()}}},
        {"work", {{"operations", 0}, {"undone", 0}, {"selected_right", 0}, {"selected_wrong", 0}}},
        {"way_efficiency", nullptr},
        {"holding", Json::array()}};
}

Json seen(const std::string &session)
{
    Json all = nothing_seen(session);
    all["view"]["samples"] = 100;
    all["view"]["path_efficiency"] = .9;
    all["view"]["rotation_smoothness"] = .6;
    all["view"]["zoom_appropriateness"] = .3;
    all["work"] = {{"operations", 8}, {"undone", 2}, {"selected_right", 3}, {"selected_wrong", 1}};
    all["way_efficiency"] = .25;
    all["holding"] = {"a"};
    return all;
}

} // namespace

TEST_CASE("the viewport session has the members of the specification and no other",
          "[tools][viewport]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    const auto reply = bench.call("start_vr_simulation_session", Json::object(), configured);

    REQUIRE(reply);
    CHECK(*reply == Json{{"status", "started"},
                         {"session_id", session},
                         {"viewport_configured", true},
                         {"educational_objects_count", 3},
                         {"assessment_triggers_count", 2},
                         {"start_timestamp", iso8601(bench.now)}});
    CHECK(bench.asked == Json{{"session_id", session}});
}

TEST_CASE("without a unit there is no viewport to watch", "[tools][viewport]")
{
    Bench bench;
    CHECK(bench.call("start_vr_simulation_session", Json::object(), configured).error().code ==
          Errc::conflict);
    CHECK(bench.call("track_learner_interaction", Json::object()).error().code == Errc::conflict);
}

TEST_CASE("the scores are those of what was observed, by the specification's weights",
          "[tools][viewport]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    const auto reply = bench.call("track_learner_interaction", Json::object(), seen(session));

    REQUIRE(reply);
    CHECK(reply->at("interaction_processed") == true);
    // (.9 + .6 + .3) / 3; (3 / 4 + .25) / 2; 1 - 2 / 8.
    CHECK(reply->at("navigation_efficiency").get<double>() == Approx(.6));
    CHECK(reply->at("manipulation_accuracy").get<double>() == Approx(.5));
    CHECK(reply->at("tool_usage_efficiency").get<double>() == Approx(.75));
    CHECK(reply->at("spatial_reasoning_score").get<double>() ==
          Approx(.4 * .6 + .4 * .5 + .2 * .75));
    CHECK(reply->at("triggered_assessments") == Json::array({"a"}));
    CHECK(reply->at("interaction_count") == 1);
    CHECK(reply->at("event_ids").empty()); // nothing was reported
    CHECK(reply->at("observed").at("metrics_missing") ==
          Json{"object_manipulation.transformation_precision",
               "tool_usage.appropriate_tool_selection", "tool_usage.tool_mastery_level"});
    CHECK(reply->at("fitted_on").get<std::string>().find("fitted on no data") != std::string::npos);
}

TEST_CASE("what was not observed is null, and what a client reports does not take its place",
          "[tools][viewport]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    const Json reported = {{"viewport_navigation", {{"path_efficiency", 1}}}};
    const auto reply = bench.call("track_learner_interaction", {{"interaction_data", reported}},
                                  nothing_seen(session));

    REQUIRE(reply);
    for (const char *member : {"spatial_reasoning_score", "navigation_efficiency",
                               "manipulation_accuracy", "tool_usage_efficiency"}) {
        CAPTURE(member);
        CHECK(reply->at(member).is_null());
    }
    CHECK(reply->at("reported").at("navigation_efficiency") == 1);
    CHECK(reply->at("event_ids").size() == 1);
    const auto *ada = bench.record.state().find("ada");
    CHECK(ada->reports.interaction->interaction_data == reported);

    const auto again =
        bench.call("track_learner_interaction", Json::object(), nothing_seen(session));
    CHECK(again->at("interaction_count") == 2);
}

TEST_CASE("another learner's view is not watched with a learner's token", "[tools][viewport]")
{
    Bench bench;
    bench.start("grace", "unit");
    bench.principal = access::principal_with("ada", {access::Role::learner});
    bench.asked = nullptr;

    CHECK(bench.call("track_learner_interaction", Json::object()).error().code ==
          Errc::access_denied);
    CHECK(bench.call("start_vr_simulation_session", Json::object(), configured).error().code ==
          Errc::access_denied);
    CHECK(bench.asked.is_null());
}

TEST_CASE("the figures of a view are kept by the window alone, and reviewed", "[tools][viewport]")
{
    Bench bench;
    CHECK(bench.table->find("keep_viewport_observed") == nullptr); // no client sees it
    const std::string session = bench.start("l", "u");
    Json view = seen(session)["view"];
    view["watched_seconds"] = 4.5;
    view["dwell_seconds"] = {{"Cup", 2.5}};
    const Json kept = {{"session_id", session}, {"view", view}, {"work", seen(session)["work"]}};
    for (int time = 1; time <= 2; ++time)
        REQUIRE(bench.call("keep_viewport_observed", kept).value().at("event_ids").size() == 1);

    const Json attention = work(bench).at("attention");
    CHECK(attention.at("watched_seconds") == 9);
    CHECK(attention.at("dwell_seconds") == Json{{"Cup", 5}});
    CHECK(attention.at("last_view").at("path_efficiency") == .9);
    CHECK_FALSE(attention.at("last_view").contains("rotation_jerk")); // it was not observed
    CHECK(attention.at("last_work").at("undone") == 2);
    Json nobodys = kept;
    nobodys["session_id"] = "of nobody";
    CHECK(bench.call("keep_viewport_observed", nobodys).error().code == Errc::not_found);
}
