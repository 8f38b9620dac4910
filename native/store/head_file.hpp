#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"

#include <optional>
#include <string>

namespace mvr::store {

/// An end of the chain, signed: what stands on the last row of a commit.
struct SignedHead {
    RecordHead head;
    vault::Signature signature{};
    TimeMs time_ms = 0; ///< of that row; for people, not signed
};

bool verify(const SignedHead &head, const vault::VerifyKey &key);

/// Writes `record.head`: lines of text, so that an administrator can read it.
/// Errors: Errc::storage_unavailable.
Result<void> write_head_file(const std::string &path, const SignedHead &head);

/// Errors: Errc::not_found; Errc::tampered when it is not what `write_head_file` writes or `key`
/// did not sign it; Errc::unauthorized, Errc::storage_unavailable.
Result<SignedHead> read_head_file(const std::string &path, const vault::VerifyKey &key);

} // namespace mvr::store
