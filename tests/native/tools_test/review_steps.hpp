#pragma once

// Steps of one learner in one unit with two checkpoints, and what is reviewed of them.

#include "bench_record.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace mvr::tools {

inline const Json both = {"a", "b"};

/// A step of tries at one moment of the session, in which so long was worked until then.
inline Json step_at(int number, double worked_seconds, const Json &tries)
{
    Json step = Bench::step(number, tries, false, both);
    step["activity"]["total_seconds"] = worked_seconds;
    return step;
}

inline void keep(Bench &bench, const std::string &session, const Json &steps)
{
    REQUIRE(bench.call("keep_ended_tries", {{"session_id", session}, {"steps", steps}}));
}

inline Json failed(const std::string &checkpoint)
{
    return Json::array({Bench::ended("u", checkpoint, "failed")});
}

inline Json passed(const std::string &checkpoint)
{
    return Json::array({Bench::ended("u", checkpoint, "passed")});
}

inline Json overview(Bench &bench)
{
    return bench.call("get_class_overview", Json::object()).value();
}

inline Json stuck(Bench &bench) { return overview(bench)["learners"][0]["stuck"]; }

inline Json work(Bench &bench)
{
    return bench.call("get_unit_work", {{"learner_id", "l"}, {"unit_id", "u"}}).value();
}

} // namespace mvr::tools
