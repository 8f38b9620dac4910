#pragma once

#include "store/sqlite_file.hpp"

#include <string>

namespace mvr::store {

/// Makes a database of format 2 at `path`, readable by this user only, empty.
/// Errors: Errc::storage_unavailable. Throws SQLite::Exception.
Result<void> create_record(const std::string &path);

/// Empty when the first page's fixed fields and the tables are exactly ours, else what is wrong.
/// Reads nothing else. Throws SQLite::Exception.
std::string schema_problem(SQLite::Database &db, const std::string &path);

/// Empty when SQLite finds the structure of the whole file intact (it reads all of it), else what
/// is wrong. Throws SQLite::Exception.
std::string structure_problem_v2(SQLite::Database &db);

/// Values of the table `meta`, empty when there is none. Throws SQLite::Exception.
std::string meta_value(SQLite::Database &db, const std::string &name);
void set_meta_value(SQLite::Database &db, const std::string &name,
                    std::span<const std::byte> value);

} // namespace mvr::store
