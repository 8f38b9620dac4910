#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::tools;

namespace {

const Json passed = Json::array({Bench::ended("u", "a", "passed")});
const Json failed = Json::array({Bench::ended("u", "b", "failed")});

int attempts(Bench &bench)
{
    return bench.call("get_learner_progress", {{"learner_id", "l"}})
        .value()["units"][0]["attempts"];
}

} // namespace

TEST_CASE("what ended is recorded without anybody looking, with the decision that follows",
          "[tools][tries]")
{
    Bench bench;
    bench.author("u", Json::array(), {"a", "b"});
    const auto session = bench.start("l", "u");
    auto kept =
        bench.call("keep_ended_tries",
                   {{"session_id", session},
                    {"steps", Json::array({Bench::step(1, passed), Bench::step(2, failed)})}});

    REQUIRE(kept);
    CHECK((*kept)["steps"] == 2);
    CHECK((*kept)["event_ids"].size() == 3); // two steps, one decision
    CHECK(attempts(bench) == 2);
    CHECK(bench.context.state().find("l")->decisions.size() == 1);
}

TEST_CASE("what ended is recorded before Blender has read the open file", "[tools][tries]")
{
    Bench bench;
    const auto session = bench.start("l", "u");
    bench.has_lesson = false;
    auto submitted = bench.submit(session, "u", failed);
    auto kept = bench.call("keep_ended_tries", {{"session_id", session},
                                                {"steps", Json::array({Bench::step(2, passed)})}});

    REQUIRE(kept);
    CHECK((*kept)["event_ids"].size() == 1);
    REQUIRE(submitted);
    CHECK((*submitted)["decision"] == nullptr);
    CHECK(attempts(bench) == 2);
}

TEST_CASE("the end of an older session leaves who is at the window, and is recorded once",
          "[tools][reach]")
{
    Bench bench;
    const auto older = bench.start("l", "u");
    const auto newer = bench.start("l", "u");
    const Json reply = {{"session_id", older},
                        {"unit_id", ""},
                        {"activity", Json::object()},
                        {"steps", Json::array()}};

    auto ended = bench.call("end_session", {{"session_id", older}}, reply);

    REQUIRE(ended);
    CHECK((*ended)["event_ids"].empty()); // the newer one's start had ended it
    CHECK(bench.context.learner_at_window == "l");
    REQUIRE(bench.call("end_session", {{"session_id", newer}}, reply));
    CHECK(bench.context.learner_at_window.empty());
}

TEST_CASE("a step that is handed over again is the same step", "[tools][tries]")
{
    Bench bench;
    bench.author("u", Json::array(), {"a", "b"});
    const auto session = bench.start("l", "u");
    const Json once = Json::array({Bench::step(1, passed)});
    const Json more = Json::array({Bench::step(2, failed), Bench::step(1, passed)});
    const auto keep = [&](const Json &steps) {
        return bench.call("keep_ended_tries", {{"session_id", session}, {"steps", steps}}).value();
    };
    keep(once);

    CHECK(keep(once)["event_ids"].empty());
    CHECK(attempts(bench) == 1);
    CHECK(keep(more)["steps"] == 2);
    CHECK(attempts(bench) == 2);
    REQUIRE(bench.call("end_session", {{"session_id", session}},
                       {{"session_id", session},
                        {"unit_id", "u"},
                        {"activity", Json::object()},
                        {"steps", more}}));
    CHECK(attempts(bench) == 2);
}

TEST_CASE("tries that ended apart are steps apart, those of one moment one step", "[tools][tries]")
{
    const auto index_after = [](const Json &steps) {
        Bench bench;
        bench.author("u", Json::array(), {"a", "b"});
        const auto session = bench.start("l", "u");
        REQUIRE(bench.call("keep_ended_tries", {{"session_id", session}, {"steps", steps}}));
        return bench.context.state().find("l")->model.units.at("u").index;
    };
    const Json two =
        Json::array({Bench::ended("u", "a", "passed"), Bench::ended("u", "b", "passed")});
    const Json other = Json::array({Bench::ended("u", "b", "passed")});

    CHECK(index_after(Json::array({Bench::step(1, passed), Bench::step(2, other)})) >
          index_after(Json::array({Bench::step(1, two)})));
}

TEST_CASE("what was recorded on the way is reported to who looks, and not recorded again",
          "[tools][tries]")
{
    Bench bench;
    bench.author("u", Json::array(), {"a", "b"});
    const auto session = bench.start("l", "u");
    REQUIRE(bench.call("keep_ended_tries", {{"session_id", session},
                                            {"steps", Json::array({Bench::step(5, passed)})}}));
    auto looked = bench.submit(session, "u", passed, false); // its step has number 1

    REQUIRE(looked);
    CHECK((*looked)["tries"].size() == 1);
    CHECK((*looked)["tries_recorded"] == 0);
    CHECK((*looked)["decision"]["unchanged"] == true);
    CHECK(attempts(bench) == 1);
}

TEST_CASE("no client can tell what ended, and nobody's session keeps nothing", "[tools][tries]")
{
    Bench bench;
    CHECK(bench.table->find("keep_ended_tries") == nullptr);
    auto rejected = bench.call("keep_ended_tries", {{"session_id", "s"}, {"steps", Json::array()}});
    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::not_found);
}

TEST_CASE("a checkpoint that the author adds makes a done unit undone for every tool",
          "[tools][lesson]")
{
    Bench bench;
    bench.author("u", Json::array(), {"a"});
    bench.author("next", Json::array({"u"}), {"z"});
    const auto session = bench.start("l", "u");
    const Json one = Json::array({Bench::step(1, passed, true, Json::array({"a"}))});
    REQUIRE(bench.call("keep_ended_tries", {{"session_id", session}, {"steps", one}}));
    const auto read = [&] {
        return bench.call("get_lesson", {{"learner_id", "l"}}, bench.lesson).value();
    };
    CHECK(read()["passed_units"] == Json::array({"u"}));
    CHECK(bench.decide("l").value()["unit_done"] == true);

    bench.lesson["units"].erase(0);
    bench.author("u", Json::array(), {"a", "b"});

    CHECK(read()["passed_units"] == Json::array());
    CHECK(read()["ready_units"] == Json::array({"u"}));
    CHECK(bench.decide("l").value()["unit_done"] == false);
    CHECK(bench.submit(session, "u", Json::array()).value()["unit_done"] == false);
    REQUIRE(bench.call("keep_ended_tries", {{"session_id", session},
                                            {"steps", Json::array({Bench::step(2, failed)})}}));
    CHECK(bench.call("get_learner_progress", {{"learner_id", "l"}}).value()["passed_units"] ==
          Json::array());
}
