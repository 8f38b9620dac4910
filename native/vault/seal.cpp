#include "vault/seal.hpp"

#include "vault/sodium_bytes.hpp"

#include <algorithm>

#include <sodium.h>

namespace mvr::vault {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonce_bytes == sizeof(Nonce) && tag_bytes == 16);
static_assert(seal_overhead_bytes == nonce_bytes + tag_bytes);

/// Opens into `plain`, which has space for `sealed.size() - seal_overhead_bytes`; all zero if it
/// fails.
bool open_into(const Key &key, std::string_view context, std::span<const std::byte> sealed,
               std::span<std::byte> plain)
{
    const auto nonce = sealed.first(nonce_bytes);
    const auto box = sealed.subspan(nonce_bytes);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, raw(box),
               box.size(), raw(as_bytes(context)), context.size(), raw(nonce),
               raw(key.bytes())) == 0;
}

Error rejected()
{
    return {Errc::tampered, "sealed data was altered, moved, or sealed under another key", "", ""};
}

} // namespace

std::vector<Nonce> fresh_nonces(std::size_t count)
{
    std::vector<Nonce> nonces(count);
    randombytes_buf(nonces.data(), count * sizeof(Nonce));
    return nonces;
}

Bytes seal(const Key &key, std::string_view context, std::span<const std::byte> plain)
{
    return seal(key, context, plain, fresh_nonces(1).front());
}

Bytes seal(const Key &key, std::string_view context, std::span<const std::byte> plain,
           const Nonce &nonce)
{
    const auto secret = key.bytes();
    Bytes sealed(plain.size() + seal_overhead_bytes);
    std::ranges::copy(nonce, sealed.begin());
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonce_bytes, nullptr, raw(plain), plain.size(),
                                               raw(as_bytes(context)), context.size(), nullptr, out,
                                               raw(secret));
    return sealed;
}

Result<Bytes> open(const Key &key, std::string_view context, std::span<const std::byte> sealed)
{
    if (sealed.size() < seal_overhead_bytes) return rejected();
    Bytes plain(sealed.size() - seal_overhead_bytes);
    if (!open_into(key, context, sealed, plain)) return rejected();
    return plain;
}

Bytes wrap(const Key &wrapping, std::string_view owner, const Key &key)
{
    return seal(wrapping, owner, key.bytes());
}

Result<Key> unwrap(const Key &wrapping, std::string_view owner, std::span<const std::byte> sealed)
{
    if (sealed.size() != Key::size_bytes + seal_overhead_bytes) return rejected();
    Key key;
    if (!open_into(wrapping, owner, sealed, key.writable())) return rejected();
    return key;
}

} // namespace mvr::vault
