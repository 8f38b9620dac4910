#pragma once

#include "support/json.hpp"

#include <fstream>
#include <sstream>
#include <string>

/// A section of tests/vectors/learning.json; each says where its numbers come from.
inline mvr::Json learning_vectors(const std::string &section)
{
    std::ifstream file(MALLOC_VR_TESTS_DIR "/vectors/learning.json");
    std::ostringstream text;
    text << file.rdbuf();
    return mvr::parse_json(text.str()).value().at(section);
}

/// One member of a section, as a value: what a range-for runs over must outlive it.
inline mvr::Json learning_vectors(const std::string &section, const std::string &member)
{
    return learning_vectors(section).at(member);
}
