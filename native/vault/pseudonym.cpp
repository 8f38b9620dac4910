#include "vault/pseudonym.hpp"

#include <sodium.h>

namespace mvr::vault {
namespace {

constexpr std::size_t pseudonym_bytes = 16;
static_assert(crypto_auth_hmacsha256_BYTES == 32 &&
              crypto_auth_hmacsha256_KEYBYTES == Key::size_bytes);

} // namespace

std::array<std::byte, 32> hmac_sha256(const Key &key, std::string_view message)
{
    std::array<std::byte, 32> mac;
    crypto_auth_hmacsha256(reinterpret_cast<unsigned char *>(mac.data()),
                           reinterpret_cast<const unsigned char *>(message.data()), message.size(),
                           reinterpret_cast<const unsigned char *>(key.bytes().data()));
    return mac;
}

std::string pseudonym(const Key &key, std::string_view domain, std::string_view id)
{
    const auto mac = hmac_sha256(key, std::string(domain).append(id));
    return to_hex(std::span(mac).first(pseudonym_bytes));
}

} // namespace mvr::vault
