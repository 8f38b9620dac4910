#pragma once

#include "support/result.hpp"

#include <string>

namespace mvr::host {

/// The owner's token in the file at `path` (0600), made at the first call and kept from then on, so
/// that a client's configuration outlives the program. A file that holds no token is replaced.
/// Errors: Errc::storage_unavailable. Thread: any, one at a time.
Result<std::string> owner_token(const std::string &path);

/// Puts a new token in its place: what was copied elsewhere opens nothing any more.
Result<std::string> renew_owner_token(const std::string &path);

} // namespace mvr::host
