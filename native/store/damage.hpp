#pragma once

#include "store/scan.hpp"

namespace mvr::store {

/// Reads the whole database and says how far it is good. A file that says nothing intelligible is
/// damaged from the first event on.
///
/// Errors: Errc::unauthorized when it is another key's record; Errc::unsupported when a newer
/// version wrote it. Throws SQLite::Exception when the disk refuses.
Result<Scan> examine(SQLite::Database &db, KeyRing &keys);

} // namespace mvr::store
