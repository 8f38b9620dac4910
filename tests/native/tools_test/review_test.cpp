#include "review_steps.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

TEST_CASE("the overview has every learner by unit, in the order of the open file",
          "[tools][review]")
{
    Bench bench;
    bench.author("second", Json::array(), both);
    bench.author("u", Json::array(), both);
    const auto session = bench.start("l", "u");
    bench.start("m", "elsewhere");
    keep(bench, session, Json::array({step_at(1, 30, passed("a")), step_at(2, 75, failed("b"))}));

    const Json all = overview(bench);
    CHECK(all["units"] == Json::array({{{"unit_id", "second"}, {"title", "Title of second"}},
                                       {{"unit_id", "u"}, {"title", "Title of u"}},
                                       {{"unit_id", "elsewhere"}, {"title", "elsewhere"}}}));
    REQUIRE(all["learners"].size() == 2);
    const Json unit = all["learners"][0]["units"][0];
    CHECK(unit["state"] == "started");
    CHECK(unit["tries"] == 2);
    CHECK(unit["own_passes"] == 1);
    CHECK(unit["failed"] == 1);
    CHECK(unit["worked_seconds"] == 75.0);
    CHECK(unit["passed_checkpoints"] == 1);
    CHECK(unit["checkpoints"] == 2);
    CHECK(all["learners"][0]["is_at_work"] == false);
    CHECK(all["learners"][1]["is_at_work"] == true); // who started last
    CHECK(all["learners"][0]["skills"][0]["skill"] == "u");
    const Json decision = all["learners"][0]["decisions"][0];
    CHECK_FALSE(decision["reasoning"].get<std::string>().empty());
    CHECK(decision["phase"].is_string());
    REQUIRE_FALSE(decision["reasons"].empty());
    CHECK(decision["reasons"][0]["code"] == "tries");
    CHECK(decision["reasons"][0]["needed"] == 2.0);

    const Json mine = bench.call("get_class_overview", {{"only_open_lesson", true}}).value();
    CHECK(mine["units"].size() == 2);
    CHECK(mine["learners"][1]["units"].empty());
}

TEST_CASE("an empty record is an empty overview, before and after Blender has read the file",
          "[tools][review]")
{
    Bench bench;
    CHECK(overview(bench)["learners"].empty());
    bench.has_lesson = false;
    CHECK(overview(bench)["units"].empty());
}

TEST_CASE("time worked is the sum over sessions, each of which counts its own", "[tools][review]")
{
    Bench bench;
    bench.author("u", Json::array(), both);
    const auto first = bench.start("l", "u");
    keep(bench, first, Json::array({step_at(1, 40, failed("a")), step_at(2, 70, failed("b"))}));
    const auto second = bench.start("l", "u");
    keep(bench, second, Json::array({step_at(1, 25, failed("a"))}));

    CHECK(work(bench)["unit"]["worked_seconds"] == 95.0);
}

TEST_CASE("a unit's work comes in its order, with hints, slips, evidence and places",
          "[tools][review]")
{
    Bench bench;
    bench.author("u", Json::array(), both);
    const auto session = bench.start("l", "u");
    Json slipped = Bench::ended("u", "a", "passed");
    slipped["self_corrected"] = 1;
    slipped["boxes"] = Json::array({{{"object", "Cup"}, {"corners", Json::array({1.0, 2.0})}}});
    keep(bench, session, Json::array({step_at(1, 12, failed("b"))}));
    REQUIRE(bench.call("show_hint", {{"session_id", session}},
                       {{"unit_id", "u"}, {"level", 2}, {"last_level", false}}));
    keep(bench, session, Json::array({step_at(2, 20, Json::array({slipped}))}));
    REQUIRE(bench.call("end_session", {{"session_id", session}},
                       {{"session_id", session}, {"unit_id", "u"}, {"steps", Json::array()}}));

    const Json entries = work(bench)["entries"];
    REQUIRE(entries.size() == 5);
    CHECK(entries[0]["kind"] == "started");
    CHECK(entries[1]["tries"][0]["unmet"] == Json::array({"Not there yet."}));
    CHECK(entries[1]["tries"][0]["evidence"]["measured"] == 1.5);
    CHECK(entries[2]["kind"] == "hint");
    CHECK(entries[2]["hint_level"] == 2);
    CHECK(entries[3]["worked_seconds"] == 20.0);
    CHECK(entries[3]["tries"][0]["self_corrections"] == 1);
    CHECK(entries[3]["tries"][0]["boxes"][0]["object"] == "Cup");
    CHECK(entries[4]["reason"] == "stopped");
    const Json unit = work(bench)["unit"];
    CHECK(unit["self_corrections"] == 1);
    // A try passed or failed: the sum of the outcomes, and what is counted among the steps.
    CHECK(unit["tries"] == 2);
    CHECK(unit["tries"] == unit["own_passes"].get<int>() + unit["helped_passes"].get<int>() +
                               unit["failed"].get<int>());
    CHECK(unit["tries"] == entries[1]["tries"].size() + entries[3]["tries"].size());
    CHECK(work(bench)["decisions"].size() >= 1);
}

TEST_CASE("of very long work the latest hundred entries are at hand, and it says so",
          "[tools][review]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    for (int number = 1; number <= 120; ++number)
        keep(bench, session, Json::array({step_at(number, number, failed("a"))}));

    CHECK(work(bench)["entries"].size() == 100);
    CHECK(work(bench)["earlier_entries"] == 21); // the start among them
    CHECK(work(bench)["unit"]["tries"] == 120);
}

TEST_CASE("a learner's token sees its own work alone", "[tools][review][reach]")
{
    Bench bench;
    bench.start("ada", "u");
    bench.start("grace", "u");
    bench.principal = access::principal_with("ada", {access::Role::learner});

    CHECK(overview(bench)["learners"].size() == 1);
    const Json other = {{"learner_id", "grace"}, {"unit_id", "u"}};
    CHECK(bench.call("get_unit_work", other).error().code == Errc::access_denied);
}

TEST_CASE("what nobody began is not found, with what to do", "[tools][review]")
{
    Bench bench;
    bench.start("l", "u");
    const auto none = bench.call("get_unit_work", {{"learner_id", "l"}, {"unit_id", "v"}});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::not_found);
    CHECK(none.error().field == "unit_id");
}

TEST_CASE("a learner is deleted only by the right name, and not while at work", "[tools][review]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    bench.start("m", "u");
    const auto remove = [&](const std::string &name, const std::string &again) {
        return bench.call("delete_learner", {{"learner_id", name}, {"confirm_learner_id", again}});
    };

    CHECK(remove("l", "L").error().field == "confirm_learner_id");
    CHECK(remove("m", "m").error().code == Errc::conflict);
    CHECK(remove("nobody", "nobody").error().code == Errc::not_found);
    REQUIRE(remove("l", "l"));
    CHECK(bench.call("get_learner_progress", {{"learner_id", "l"}}).error().code ==
          Errc::not_found);
    CHECK(bench.call("keep_ended_tries", {{"session_id", session}, {"steps", Json::array()}})
              .error()
              .code == Errc::not_found);
    CHECK(overview(bench)["learners"].size() == 1);
    CHECK_FALSE(bench.start("l", "u").empty()); // somebody new of that name
    CHECK(work(bench)["entries"].size() == 1);
}
