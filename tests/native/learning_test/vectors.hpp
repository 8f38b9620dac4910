#pragma once

#include "support/json.hpp"

#include <fstream>
#include <sstream>
#include <string>

/// A list or section of a file of tests/vectors, as a value: what a range-for runs over must
/// outlive it. Each file says where its numbers come from.
inline mvr::Json vectors_file(const std::string &name, const std::string &section)
{
    std::ifstream file(std::string(MALLOC_VR_TESTS_DIR "/vectors/") + name);
    std::ostringstream text;
    text << file.rdbuf();
    return mvr::parse_json(text.str()).value().at(section);
}

/// A section of tests/vectors/learning.json.
inline mvr::Json learning_vectors(const std::string &section)
{
    return vectors_file("learning.json", section);
}

/// One member of a section, as a value: what a range-for runs over must outlive it.
inline mvr::Json learning_vectors(const std::string &section, const std::string &member)
{
    return learning_vectors(section).at(member);
}
