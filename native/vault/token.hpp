#pragma once

#include <string>
#include <string_view>

namespace mvr::vault {

/// 256 random bits in base64url without padding: 43 characters. Thread: any.
std::string new_token();

/// Compares in a time that does not depend on where the two differ. Two empty tokens are not the
/// same. Thread: any.
bool same_token(std::string_view offered, std::string_view expected);

} // namespace mvr::vault
