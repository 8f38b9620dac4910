#pragma once

#include "store/sealed_row.hpp"

#include <functional>
#include <string>

namespace mvr::store {

/// Hands over every row of `events` that SQLite's own recovery gets out of the broken database
/// `source`. It is only read; `scratch` is overwritten and removed. Nothing of a row is verified,
/// and what the recovery cannot cope with gives no rows.
///
/// Throws SQLite::Exception when the disk fails.
/// Source: https://www.sqlite.org/recovery.html
void recovered_rows(const std::string &source, const std::string &scratch,
                    const std::function<void(const SealedRow &)> &take);

} // namespace mvr::store
