#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"

#include <functional>
#include <optional>
#include <string>

namespace mvr::store {

/// Signs an end of the chain; the time is for people and is not signed.
using SignHead = std::function<vault::Signature(const RecordHead &)>;

/// A signed end as lines of text, so that an administrator can read it. It stands in the record's
/// table `meta`, and in `record.head` beside it.
std::string head_text(const RecordEnd &end, const SignHead &sign);

/// Reads what `head_text` wrote; nothing if it is not that, or not signed with `key`.
std::optional<RecordEnd> end_of_text(const std::string &text, const vault::VerifyKey &key);

/// Writes `record.head`. Errors: Errc::storage_unavailable.
Result<void> write_head_file(const std::string &path, const RecordEnd &end, const SignHead &sign);

/// Errors: Errc::not_found; Errc::tampered when it is not what `write_head_file` writes or `key`
/// did not sign it; Errc::unauthorized, Errc::storage_unavailable.
Result<RecordEnd> read_head_file(const std::string &path, const vault::VerifyKey &key);

} // namespace mvr::store
