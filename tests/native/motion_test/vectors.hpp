#pragma once

#include "motion/trajectory.hpp"
#include "support/json.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// A section of tests/vectors/motion.json, as a value: what a range-for runs over must outlive it.
/// The file says where its numbers come from.
inline mvr::Json motion_vectors(const std::string &section)
{
    std::ifstream file(MALLOC_VR_TESTS_DIR "/vectors/motion.json");
    std::ostringstream text;
    text << file.rdbuf();
    return mvr::parse_json(text.str()).value().at(section);
}

inline std::vector<double> numbers(const mvr::Json &list)
{
    return list.get<std::vector<double>>();
}

/// A speed profile of the file: its `speeds` at its `rate_hz`.
inline mvr::motion::SpeedProfile profile_of(const mvr::Json &row)
{
    return {numbers(row.at("speeds")), row.at("rate_hz").get<double>()};
}
