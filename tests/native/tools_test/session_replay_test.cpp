#include "bench_record.hpp"

#include "motion/trace.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::tools;

namespace {

motion::TracedPart part(std::uint16_t which, float x)
{
    return {which, true, {{x, 0, 0}, {1, 0, 0, 0}}};
}

/// Four samples a second apart: a view and two parts, then one of them moves, then the view, then
/// one part goes.
store::TraceStore::Chunks chunks(const std::string &session)
{
    using enum motion::Sight;
    motion::TraceChunk made{session, {{"Cup", "c"}, {"Lid", "l"}}, {}};
    const auto at = [](float x) { return motion::TracedView{{{x, 0, 0}, {1, 0, 0, 0}}, .5F, 0}; };
    made.samples.push_back({1000, view, at(1), {part(0, 1), part(1, 1)}});
    made.samples.push_back({2000, as_before, {}, {part(0, 2)}});
    made.samples.push_back({3000, view, at(3), {}});
    made.samples.push_back({4000, as_before, {}, {{1, false, {}}}});
    return {{motion::encode_trace(made)}, 0};
}

Json replay(Bench &bench, const std::string &session, double from_seconds, int most_samples)
{
    return bench
        .call("get_session_replay", {{"session_id", session},
                                     {"from_seconds", from_seconds},
                                     {"most_samples", most_samples}})
        .value();
}

} // namespace

TEST_CASE("a replay is read in parts, each of which begins with all that was so then",
          "[tools][trace]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    bench.chunks = chunks(session);

    const Json first = replay(bench, session, 0, 2);
    REQUIRE(first.at("samples").size() == 2);
    CHECK(first.at("samples").at(1).at("view").is_null());
    CHECK(first.at("next_seconds") == 3.0);

    const Json rest = replay(bench, session, 3, 100);
    CHECK(rest.at("next_seconds").is_null());
    REQUIRE(rest.at("samples").size() == 2);
    const Json &whole = rest.at("samples").at(0);
    CHECK(whole.at("seconds") == 3.0);
    CHECK(whole.at("sight") == "view");
    CHECK(whole.at("view").at("place_m").at(0) == 3.0);
    REQUIRE(whole.at("moved").size() == 2);
    CHECK(whole.at("moved").at(0).at("name") == "Cup");
    CHECK(whole.at("moved").at(0).at("place_m").at(0) == 2.0);
    CHECK(whole.at("moved").at(1).at("place_m").at(0) == 1.0);
    CHECK(rest.at("samples").at(1).at("moved").at(0).at("is_there") == false);
}

TEST_CASE("chunks of other sessions are left out, and past the end nothing is left",
          "[tools][trace]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    bench.chunks = chunks("another");
    CHECK(replay(bench, session, 0, 100).at("samples").empty());
    bench.chunks = chunks(session);
    CHECK(replay(bench, session, 5, 100).at("samples").empty());
}

TEST_CASE("a learner reads the movements of no other", "[tools][trace][reach]")
{
    Bench bench;
    const std::string session = bench.start("grace", "unit");
    bench.chunks = chunks(session);
    bench.principal = access::principal_with("ada", {access::Role::learner});
    const auto denied = bench.call("get_session_replay", {{"session_id", session}});
    REQUIRE_FALSE(denied);
    CHECK(denied.error().code == Errc::access_denied);
    CHECK(denied.error().field == "session_id");
}

TEST_CASE("a client may stop a learner's clock, and never have it go on", "[tools][pause]")
{
    Bench bench;
    const std::string session = bench.start("ada", "unit");
    const auto pause = [&](bool paused) {
        return bench.call("pause_session", {{"session_id", session}, {"paused", paused}},
                          {{"unit_id", "unit"}, {"paused", paused}});
    };
    CHECK(pause(true).value().at("paused") == true);
    bench.asked = nullptr;
    CHECK(pause(false).error().code == Errc::access_denied);
    CHECK(bench.asked.is_null());
    bench.is_from_window = true;
    CHECK(pause(false).value().at("paused") == false);
}

TEST_CASE("a client may have less of a learner kept, and never more", "[tools][consent]")
{
    Bench bench;
    bench.start("ada", "unit");
    const Json paused = {{"recording", "paused"}};
    CHECK(bench.call("pause_recording", Json::object(), paused).value().at("recording") ==
          "paused");
    bench.asked = nullptr;
    CHECK(bench.call("pause_recording", {{"paused", false}}, paused).error().code ==
          Errc::access_denied);
    CHECK(bench.asked.is_null());
    bench.is_from_window = true;
    CHECK(bench.call("pause_recording", {{"paused", false}}, {{"recording", "on"}}));

    bench.is_from_window = false;
    bench.principal = access::principal_with("grace", {access::Role::learner});
    CHECK(bench.call("pause_recording", Json::object(), paused).error().code ==
          Errc::access_denied);
}
