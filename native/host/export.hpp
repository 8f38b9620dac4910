#pragma once

#include "store/log.hpp"
#include "support/result.hpp"

#include <cstdint>
#include <string>

namespace mvr::host {

/// Writes every event of `log`, opened, to `path` (0600), one JSON object a line; returns how many.
/// Errors: Errc::conflict when there is no log; Errc::tampered; Errc::storage_unavailable.
/// Thread: store.
Result<std::int64_t> export_events(const store::EventLog *log, const std::string &path);

} // namespace mvr::host
