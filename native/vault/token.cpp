#include "vault/token.hpp"

#include "vault/secret.hpp"

#include <sodium.h>

namespace mvr::vault {

std::string new_token()
{
    const Key secret = random_key();
    const auto bytes = secret.bytes();
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_ENCODED_LEN(Key::size_bytes, variant), '\0');
    sodium_bin2base64(token.data(), token.size(),
                      reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), variant);
    token.pop_back(); // libsodium's terminating zero
    return token;
}

bool same_token(std::string_view offered, std::string_view expected)
{
    if (expected.empty() || offered.size() != expected.size()) return false;
    return sodium_memcmp(offered.data(), expected.data(), expected.size()) == 0;
}

} // namespace mvr::vault
