#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::tools;

namespace {

/// What Blender answers to a change of the lesson.
const Json changed = {
    {"unit_id", "u"}, {"scene_name", "Scene"}, {"checkpoint_id", "c"}, {"changed", {"title"}}};

struct Change {
    std::string tool;
    Json arguments;
};

const std::vector<Change> changes = {
    {"order_units", {{"unit_ids", {"b", "a"}}}},
    {"remove_unit", {{"unit_id", "u"}}},
    {"update_unit", {{"unit_id", "u"}, {"title", "New"}, {"hints", Json::array()}}},
    {"capture_unit_start", {{"unit_id", "u"}}},
    {"update_goal", {{"checkpoint_id", "c"}, {"difficulty", 0}}},
    {"remove_goal", {{"checkpoint_id", "c"}}},
    {"order_goals", {{"unit_id", "u"}, {"checkpoint_ids", {"b", "a"}}}},
    {"make_hints", {{"checkpoint_id", "c"}}},
    {"set_hint_shapes",
     {{"checkpoint_id", "c"}, {"shapes", {{{"kind", "ghost"}, {"level", 3}, {"object", "Cup"}}}}}},
    {"update_lesson_details", {{"licence", "CC0-1.0"}}},
    {"arrange_curriculum", {{"places", {{"u", {1.5, -2.0}}}}}},
    {"add_example_lesson", {{"lesson", "bolted_flange"}}},
};

} // namespace

TEST_CASE("a change of the lesson reaches Blender as it came, and is recorded",
          "[tools][authoring]")
{
    for (const auto &[tool, arguments] : changes) {
        CAPTURE(tool);
        Bench bench;
        const auto reply = bench.call(tool, arguments, changed);
        REQUIRE(reply);
        CHECK(bench.asked == arguments);
        CHECK(reply->at("status") == "changed");
        CHECK(reply->at("unit_id") == "u");
        CHECK(reply->at("checkpoint_id") == "c");
        CHECK(reply->at("changed") == Json({"title"}));
        CHECK(reply->at("event_ids").size() == 1);
        CHECK(bench.record.status().pending == 1);
    }
}

TEST_CASE("whoever may only read lessons changes none", "[tools][authoring][reach]")
{
    Bench bench;
    for (const auto &[tool, arguments] : changes) {
        CAPTURE(tool);
        CHECK(bench.table->find(tool)->scope == access::Scope::lessons_write);
    }
    CHECK(bench.table->find("list_lessons")->scope == access::Scope::lessons_read);
}

TEST_CASE("a finding is named by its kind and place, and a kind that is none is rejected",
          "[tools][authoring]")
{
    Bench bench;
    REQUIRE(bench.call("fix_finding", {{"kind", "title_empty"}, {"unit_id", "u"}}, changed));
    CHECK(bench.asked.at("kind") == "title_empty");
    CHECK(bench.asked.at("unit_id") == "u");
    CHECK(bench.call("fix_finding", {{"kind", "ugly"}}).error().field == "kind");
}

TEST_CASE("conditions of a changed goal are checked as those of a new one", "[tools][authoring]")
{
    Bench bench;
    const Json broken = {{"checkpoint_id", "c"},
                         {"trigger_conditions", {{"distance", {{"object", "Cup"}}}}}};
    const auto rejected = bench.call("update_goal", broken, changed);
    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::invalid_argument);
    CHECK(rejected.error().field.starts_with("trigger_conditions.distance"));
}
