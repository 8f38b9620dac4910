#include "review_steps.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::tools;

TEST_CASE("who fails a checkpoint three times in a row is stuck there, until it passes",
          "[tools][review][stuck]")
{
    Bench bench;
    bench.author("u", Json::array(), both);
    const auto session = bench.start("l", "u");
    keep(bench, session, Json::array({step_at(1, 1, failed("a"))}));
    const TimeMs since = bench.now;
    bench.now += 5'000;
    keep(bench, session, Json::array({step_at(2, 2, failed("b")), step_at(3, 3, failed("a"))}));
    CHECK(stuck(bench).empty()); // two of each do not count together
    bench.now += 5'000;
    keep(bench, session, Json::array({step_at(4, 4, failed("a"))}));

    REQUIRE(stuck(bench).size() == 1);
    const Json found = stuck(bench)[0];
    CHECK(found["reason"] == "failed_in_a_row");
    CHECK(found["checkpoint_id"] == "a");
    CHECK(found["failed_in_a_row"] == 3);
    CHECK(found["since"] == iso8601(since));
    CHECK(found["last_failure"] == "Not there yet.");
    CHECK(work(bench)["stuck"] == stuck(bench));

    keep(bench, session, Json::array({step_at(5, 5, passed("a"))}));
    CHECK(stuck(bench).empty());
    keep(bench, session, Json::array({step_at(6, 6, failed("a")), step_at(7, 7, failed("a"))}));
    CHECK(stuck(bench).empty()); // the count began again
}

TEST_CASE("who works twice the share of a checkpoint without a new pass is stuck",
          "[tools][review][stuck]")
{
    Bench bench;
    bench.author("u", Json::array(), both);
    bench.lesson["units"][0]["estimated_duration"] = "5 min"; // 2 · 300 s / 2 checkpoints
    const TimeMs began = bench.now;
    const auto session = bench.start("l", "u");
    bench.now += 299'000;
    keep(bench, session, Json::array({step_at(1, 299, failed("a"))}));
    CHECK(stuck(bench).empty());
    bench.now += 1'000;
    keep(bench, session, Json::array({step_at(2, 300, failed("b"))}));

    REQUIRE(stuck(bench).size() == 1);
    CHECK(stuck(bench)[0]["reason"] == "no_new_pass");
    CHECK(stuck(bench)[0]["limit_seconds"] == 300.0);
    CHECK(stuck(bench)[0]["standstill_seconds"] == 300.0);
    CHECK(stuck(bench)[0]["since"] == iso8601(began));

    keep(bench, session, Json::array({step_at(3, 310, passed("a"))}));
    CHECK(stuck(bench).empty());
    keep(bench, session, Json::array({step_at(4, 620, passed("a"))}));
    CHECK(stuck(bench).size() == 1); // the same again is no new pass
    keep(bench, session, Json::array({step_at(5, 630, passed("b"))}));
    CHECK(stuck(bench).empty()); // done
}

TEST_CASE("nobody is stuck in a short unit before two minutes", "[tools][review][stuck]")
{
    Bench bench;
    bench.author("u", Json::array(), both);
    bench.lesson["units"][0]["estimated_duration"] = "10 s";
    const auto session = bench.start("l", "u");
    keep(bench, session, Json::array({step_at(1, 119, failed("a"))}));
    CHECK(stuck(bench).empty());
    keep(bench, session, Json::array({step_at(2, 120, failed("b"))}));
    CHECK(stuck(bench).size() == 1);
}
