#pragma once

// For the tests of damage: a record of twelve events, altered by SQL.

#include "vault_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace mvr::store::test {

inline const std::vector<std::string> learners{"ada@example.org", "ben@example.org", ""};
inline constexpr std::int64_t events = 12;

inline void twelve_events(const RecordFolder &folder)
{
    Recording recording(folder.path());
    for (int i = 0; i < 4; ++i)
        REQUIRE(recording.write(learners, 3));
}

inline void sql(const RecordFolder &folder, const std::string &statement)
{
    SQLite::Database db(folder.file("record-v2.sqlite"), SQLite::OPEN_READWRITE);
    db.exec(statement);
}

inline bool says(const std::vector<Finding> &findings, Finding::Kind kind)
{
    return std::ranges::any_of(findings, [&](const Finding &f) { return f.kind == kind; });
}

struct Attack {
    std::string name;
    std::string statement;
    std::vector<std::int64_t> lost;
};

} // namespace mvr::store::test
