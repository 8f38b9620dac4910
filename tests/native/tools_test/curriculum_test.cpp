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

TEST_CASE("a curriculum with a cycle or an unknown unit is rejected with its path",
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
    const auto rejected = bench.call("process_knowledge_model", other, bench.lesson);
    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().message.find("together with the other curricula") != std::string::npos);
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
