#pragma once

#include "store/sqlite_file.hpp"

namespace mvr::store {

inline constexpr int format_version = 1; ///< of the database; stands sealed in meta

/// Makes a new file at `path`, readable by this user only, with our tables.
/// Errors: Errc::storage_unavailable. Throws SQLite::Exception.
Result<void> create_database(const std::string &path);

/// Empty when the tables are exactly ours, else what is wrong with them. Throws SQLite::Exception.
std::string structure_problem(SQLite::Database &db);

} // namespace mvr::store
