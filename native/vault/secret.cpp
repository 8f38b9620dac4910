#include "vault/secret.hpp"

#include "vault/sodium_bytes.hpp"

#include <algorithm>
#include <utility>

#include <sodium.h>

namespace mvr::vault {
namespace {

static_assert(Key::size_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(Key::size_bytes == crypto_generichash_KEYBYTES);

std::byte *guarded_memory()
{
    // Safe to call again and again, from any thread (libsodium 1.0.18, "Usage").
    if (sodium_init() < 0) throw Failure({Errc::internal, "libsodium does not start", "", ""});
    void *memory = sodium_malloc(Key::size_bytes);
    if (memory == nullptr) throw Failure({Errc::internal, "no memory for a key", "", ""});
    sodium_memzero(memory, Key::size_bytes);
    return static_cast<std::byte *>(memory);
}

} // namespace

Key::Key() : bytes_(guarded_memory()) {}

Key::~Key() { sodium_free(bytes_); } // zeroes first; null is fine

Key::Key(Key &&other) noexcept : bytes_(std::exchange(other.bytes_, nullptr)) {}

Key &Key::operator=(Key &&other) noexcept
{
    std::swap(bytes_, other.bytes_);
    return *this;
}

std::span<const std::byte, Key::size_bytes> Key::bytes() const
{
    if (bytes_ == nullptr) throw Failure({Errc::internal, "a key was used after its move", "", ""});
    return std::span<const std::byte, size_bytes>(bytes_, size_bytes);
}

std::span<std::byte, Key::size_bytes> Key::writable()
{
    if (bytes_ == nullptr) throw Failure({Errc::internal, "a key was used after its move", "", ""});
    return std::span<std::byte, size_bytes>(bytes_, size_bytes);
}

Key random_key()
{
    Key key;
    randombytes_buf(key.writable().data(), Key::size_bytes);
    return key;
}

Result<Key> key_from_bytes(std::span<const std::byte> bytes)
{
    if (bytes.size() != Key::size_bytes) {
        return Error{Errc::invalid_argument, "a key is 32 bytes", "", ""};
    }
    Key key;
    std::ranges::copy(bytes, key.writable().begin());
    return key;
}

Result<Key> key_from_hex(std::string_view hex)
{
    Key key;
    std::size_t written = 0;
    const char *end = nullptr;
    const int failed = sodium_hex2bin(raw(key.writable().data()), Key::size_bytes, hex.data(),
                                      hex.size(), nullptr, &written, &end);
    if (failed != 0 || written != Key::size_bytes || end != hex.data() + hex.size()) {
        return Error{Errc::invalid_argument, "a key is 64 hexadecimal digits", "", ""};
    }
    return key;
}

Key derive(const Key &parent, std::string_view purpose)
{
    Key key;
    crypto_generichash(raw(key.writable().data()), Key::size_bytes,
                       reinterpret_cast<const unsigned char *>(purpose.data()), purpose.size(),
                       raw(parent.bytes().data()), Key::size_bytes);
    return key;
}

void wipe(std::string &secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

std::string to_hex(std::span<const std::byte> bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), raw(bytes.data()), bytes.size());
    hex.pop_back(); // libsodium's terminating zero
    return hex;
}

} // namespace mvr::vault
