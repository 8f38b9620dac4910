#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <string>

using namespace mvr;
using namespace mvr::tools;

namespace {

Json demographic()
{
    return {{"age_range", "18-25"},
            {"education_level", "graduate"},
            {"current_knowledge_level", "novice"}};
}

/// Arguments of the nine tools (and of the few beside them) that their schemas accept.
std::map<std::string, Json> good_arguments()
{
    return {
        {"process_learner_model",
         {{"learner_id", "l"},
          {"static_profile", {{"demographic", demographic()}}},
          {"dynamic_profile", Json::object()}}},
        {"process_knowledge_model",
         {{"domain_id", "d"},
          {"content_architecture",
           {{"modular_structure", {{"units", Json::array()}}},
            {"prerequisite_mapping", Json::object()}}}}},
        {"track_engagement",
         {{"session_id", "s"}, {"learner_id", "l"}, {"interaction_data", Json::object()}}},
        {"evaluate_assessment",
         {{"checkpoint_id", "c"},
          {"assessment_type", "formative"},
          {"performance_data", Json::object()}}},
        {"make_transition_decision",
         {{"learner_id", "l"},
          {"current_state", Json::object()},
          {"model_inputs", Json::object()}}},
        {"create_blender_knowledge_node",
         {{"unit_data", {{"unit_id", "u"}, {"learning_objectives", {"o"}}}}}},
        {"create_assessment_trigger",
         {{"assessment_config", {{"assessment_type", "formative"}, {"learning_objective", "o"}}}}},
        {"update_blender_scene_metadata",
         {{"scene_id", "u"}, {"learning_progress", Json::object()}}},
        {"track_blender_interaction", {{"session_id", "s"}, {"interaction_data", Json::object()}}},
        {"start_session", {{"learner_id", "l"}, {"unit_id", "u"}}},
        {"end_session", {{"session_id", "s"}}},
        {"evaluate_unit", {{"session_id", "s"}}},
        {"show_hint", {{"session_id", "s"}}},
        {"get_learner_progress", {{"learner_id", "l"}}},
        {"get_learner_profile", {{"learner_id", "l"}}},
        {"update_learner_profile", {{"learner_id", "l"}}},
        {"get_lesson", Json::object()},
        {"check_lesson", Json::object()},
        {"save_lesson", Json::object()},
        {"fix_finding", {{"kind", "title_empty"}}},
        {"pack_lesson", {{"file_name", "f"}}},
        {"list_lessons", Json::object()},
        {"open_lesson", {{"file_name", "f"}}},
        {"add_example_lesson", {{"lesson", "bolted_flange"}}},
        {"update_lesson_details", Json::object()},
        {"update_unit", {{"unit_id", "u"}}},
        {"capture_unit_start", {{"unit_id", "u"}}},
        {"remove_unit", {{"unit_id", "u"}}},
        {"order_units", {{"unit_ids", {"u"}}}},
        {"arrange_curriculum", Json::object()},
        {"update_goal", {{"checkpoint_id", "c"}}},
        {"remove_goal", {{"checkpoint_id", "c"}}},
        {"order_goals", {{"unit_id", "u"}, {"checkpoint_ids", {"c"}}}},
        {"make_hints", {{"checkpoint_id", "c"}}},
        {"set_hint_shapes", {{"checkpoint_id", "c"}, {"shapes", Json::array()}}},
        {"pause_session", {{"session_id", "s"}}},
        {"pause_recording", Json::object()},
        {"get_session_replay", {{"session_id", "s"}}},
        {"export_learners_report", Json::object()},
        {"export_class_report", Json::object()},
        {"list_learners", Json::object()},
        {"get_class_overview", Json::object()},
        {"get_unit_work", {{"learner_id", "l"}, {"unit_id", "u"}}},
        {"delete_learner", {{"learner_id", "l"}, {"confirm_learner_id", "l"}}},
        {"start_vr_simulation_session", Json::object()},
        {"track_learner_interaction", Json::object()},
        {"get_consent", {{"learner_id", "l"}}},
        {"give_consent",
         {{"learner_id", "l"}, {"purpose", "viewport_traces"}, {"text_version", 1}}},
        {"withdraw_consent",
         {{"learner_id", "l"}, {"purpose", "viewport_traces"}, {"text_version", 1}}},
    };
}

/// Whether the arguments get past the description; what follows from them is not asked here.
bool accepts(Bench &bench, const std::string &tool, const Json &arguments)
{
    try {
        const auto result = bench.call(tool, arguments);
        return result || result.error().code != Errc::invalid_argument;
    } catch (const Failure &) {
        return true; // Blender, which is not here, answered nothing
    }
}

void check_rejected(Bench &bench, const std::string &tool, const Json &arguments,
                    const std::string &field)
{
    CAPTURE(tool, field);
    const auto before = bench.record.status().pending;
    auto result = bench.call(tool, arguments);
    REQUIRE_FALSE(result);
    CHECK(result.error().field == field);
    CHECK_FALSE(result.error().message.empty());
    CHECK_FALSE(result.error().remedy.empty());
    CHECK(bench.record.status().pending == before);
}

} // namespace

TEST_CASE("every tool is offered, the nine of the specification under their names", "[tools]")
{
    Bench bench;
    std::size_t seen = 0;
    for (const auto &[name, arguments] : good_arguments()) {
        CAPTURE(name);
        const mcp::Tool *tool = bench.table->find(name);
        REQUIRE(tool != nullptr);
        CHECK(accepts(bench, name, arguments));
        ++seen;
    }
    CHECK(seen == bench.table->names().size());
}

TEST_CASE("every tool rejects a missing argument by its name and writes nothing", "[tools]")
{
    Bench bench;
    for (const auto &[name, arguments] : good_arguments()) {
        for (const auto &[member, value] : arguments.items()) {
            Json without = arguments;
            without.erase(member);
            check_rejected(bench, name, without, member);
        }
    }
}

TEST_CASE("every tool rejects an unknown, wrong-typed or oversized argument by its name", "[tools]")
{
    Bench bench;
    for (const auto &[name, arguments] : good_arguments()) {
        Json extra = arguments;
        extra["not_there"] = 1;
        check_rejected(bench, name, extra, "not_there");
        for (const auto &[member, value] : arguments.items()) {
            Json wrong = arguments;
            wrong[member] = value.is_number() ? Json("7") : Json(7);
            check_rejected(bench, name, wrong, member);
            wrong[member] = std::nan("");
            check_rejected(bench, name, wrong, member);
            if (!value.is_string()) continue;
            wrong[member] = std::string(1'000'000, 'x');
            check_rejected(bench, name, wrong, member);
        }
    }
}

TEST_CASE("a value deep inside is rejected with its whole path", "[tools]")
{
    Bench bench;
    Json profile = good_arguments().at("process_learner_model");
    profile["static_profile"]["demographic"]["age_range"] = "12";
    check_rejected(bench, "process_learner_model", profile, "static_profile.demographic.age_range");

    Json trigger = good_arguments().at("create_assessment_trigger");
    trigger["assessment_config"]["trigger_conditions"] = {
        {"all", {{{"distance", {{"object", "A"}, {"to", "B"}, {"max", 1}, {"unit", "miles"}}}}}}};
    check_rejected(bench, "create_assessment_trigger", trigger,
                   "assessment_config.trigger_conditions.all[0].distance.unit");

    Json node = good_arguments().at("create_blender_knowledge_node");
    node["unit_data"]["estimated_duration"] = "a while";
    check_rejected(bench, "create_blender_knowledge_node", node, "unit_data.estimated_duration");
}

TEST_CASE("an id that names nothing is rejected with the way to a right one", "[tools]")
{
    Bench bench;
    const auto good = good_arguments();
    for (const std::string tool :
         {"track_engagement", "track_blender_interaction", "end_session"}) {
        check_rejected(bench, tool, good.at(tool), "session_id");
    }
    for (const std::string tool : {"make_transition_decision", "get_learner_progress",
                                   "get_learner_profile", "update_learner_profile"}) {
        check_rejected(bench, tool, good.at(tool), "learner_id");
    }
}
