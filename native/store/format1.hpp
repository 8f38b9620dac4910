#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"

#include <functional>
#include <string>

namespace mvr::store {

/// An event as release 0.1.0 wrote it (format 1).
struct RowV1 {
    std::int64_t sequence = 0;
    std::string id; ///< UUID as text
    TimeMs time_ms = 0;
    std::string pseudonym; ///< 32 hexadecimal digits; empty for an event of no learner
    int version = 1;
    vault::Bytes plain;    ///< JSON: {"type", "learner", "payload"}
    bool readable = false; ///< else `plain` is empty, and only `sequence` can be relied on
};

using VisitV1 = std::function<void(const RowV1 &)>;

/// Visits every event of the database `path` in order; one that does not open, or is missing before
/// a later one, as not readable.
///
/// Errors: Errc::unauthorized when it is another key's; Errc::storage_unavailable.
Result<void> read_format1(const std::string &path, const vault::Key &vault_key,
                          const VisitV1 &visit);

/// Writes the database `path` anew without the events and the key of `pseudonym` (as text):
/// numbered, sealed and chained again, so that release 0.1.0 takes the others' events as whole.
///
/// Errors: as above; the database is as it was then.
Result<void> remove_learner_format1(const std::string &path, const vault::Key &vault_key,
                                    const std::string &pseudonym);

} // namespace mvr::store
