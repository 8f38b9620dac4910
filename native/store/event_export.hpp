#pragma once

#include "store/event_store.hpp"
#include "store/stream_keys.hpp"

#include <cstdint>
#include <string>

namespace mvr::store {

/// Writes every event that can be read, opened, to `path` (a new file, 0600, replaced at once), one
/// JSON object a line: sequence, id, time, type, version, pseudonym, payload. Erased and damaged
/// ones stand there by number and condition alone. Returns how many events stand there in full.
///
/// Errors: Errc::storage_unavailable. Thread: that of `keys`.
Result<std::int64_t> export_events(EventStore &store, StreamKeys &keys, const std::string &path);

/// One line of it.
std::string export_line(const SealedRow &row, std::span<const std::byte> plain,
                        const std::string &pseudonym);

} // namespace mvr::store
