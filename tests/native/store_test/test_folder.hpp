#pragma once

#include "../temporary_folder.hpp"

#include "support/clock.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace mvr::store {

struct RecordFolder : TemporaryFolder {
    std::string database() const { return file("record-v1.sqlite"); }
};

/// A clock that goes on by a second at every look.
inline Clock ticking()
{
    auto now = std::make_shared<TimeMs>(1'770'000'000'000);
    return [now] { return *now += 1'000; };
}

inline std::string content_of(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_content(const std::string &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

} // namespace mvr::store
