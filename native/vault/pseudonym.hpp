#pragma once

#include "vault/secret.hpp"

#include <array>

namespace mvr::vault {

/// Source: HMAC-SHA256, RFC 2104 with FIPS 180-4.
std::array<std::byte, 32> hmac_sha256(const Key &key, std::string_view message);

/// The name under which a learner stands in the record: 32 hexadecimal digits (128 bits) of
/// HMAC-SHA256(key, domain ‖ id). Without the key it cannot be guessed from a list of names, and
/// another `domain` gives names that cannot be joined with these.
///
/// Thread: any.
std::string pseudonym(const Key &key, std::string_view domain, std::string_view id);

} // namespace mvr::vault
