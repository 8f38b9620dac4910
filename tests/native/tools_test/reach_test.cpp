#include "bench_record.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

namespace {

const Json evaluation = {
    {"checkpoint_id", "a"}, {"assessment_type", "formative"}, {"performance_data", Json::object()}};
const Json adaptation = {{"scene_id", "unit"},
                         {"learning_progress", Json::object()},
                         {"adaptation_data", {{"guidance_level", "high"}}}};

/// Whether the call was rejected before Blender was asked for anything.
bool is_denied_before_the_scene(Bench &bench, const std::string &tool, const Json &arguments)
{
    bench.asked = nullptr;
    const auto outcome = bench.call(tool, arguments);
    return !outcome && outcome.error().code == Errc::access_denied && bench.asked.is_null();
}

} // namespace

TEST_CASE("a learner's token does not touch the unit of another learner, named or not",
          "[tools][reach]")
{
    Bench bench;
    bench.start("grace", "unit");
    bench.principal = access::principal_with("ada", {access::Role::learner});

    CHECK(is_denied_before_the_scene(bench, "evaluate_assessment", evaluation));
    CHECK(is_denied_before_the_scene(bench, "update_blender_scene_metadata", adaptation));
    CHECK(is_denied_before_the_scene(bench, "start_session",
                                     {{"learner_id", "ada"}, {"unit_id", "unit"}}));
    CHECK(is_denied_before_the_scene(bench, "get_lesson", {{"learner_id", "grace"}}));
}

TEST_CASE("a tutor's token reaches the learner who works at the window, and no other",
          "[tools][reach]")
{
    Bench bench;
    const std::string before = bench.start("ada", "unit");
    const Json left = {{"session_id", before}, {"unit_id", "unit"}, {"steps", Json::array()}};
    REQUIRE(bench.call("end_session", {{"session_id", before}}, left));
    const std::string session = bench.start("grace", "unit");
    bench.principal = access::principal_with("tutor", {access::Role::tutor});

    CHECK(bench.call("get_learner_progress", {{"learner_id", "grace"}}));
    bench.asked = nullptr;
    // It reaches the scene, whose empty reply is out of shape.
    CHECK(bench.call("evaluate_assessment", evaluation).error().code == Errc::internal);
    CHECK_FALSE(bench.asked.is_null());
    CHECK(bench.call("get_learner_progress", {{"learner_id", "ada"}}).error().code ==
          Errc::access_denied);
    CHECK(is_denied_before_the_scene(bench, "show_hint", {{"session_id", before}}));
}

TEST_CASE("where nobody works, a learner's token may start its own unit", "[tools][reach]")
{
    Bench bench;
    bench.principal = access::principal_with("ada", {access::Role::learner});

    CHECK_FALSE(bench.start("ada", "unit").empty());
    CHECK(bench.start("grace", "unit").empty());
}
