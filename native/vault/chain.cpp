#include "vault/chain.hpp"

#include <cstdint>

#include <sodium.h>

namespace mvr::vault {
namespace {

static_assert(sizeof(Hash) == crypto_generichash_BYTES);

void update(crypto_generichash_state &state, std::span<const std::byte> bytes)
{
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(bytes.data()),
                              bytes.size());
}

} // namespace

Hash hash_of(std::span<const std::byte> bytes)
{
    Hash hash;
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), nullptr,
                       0);
    return hash;
}

Hash keyed_hash(const Key &key, std::span<const std::byte> bytes)
{
    Hash hash;
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                       reinterpret_cast<const unsigned char *>(key.bytes().data()),
                       Key::size_bytes);
    return hash;
}

Hash link(const Hash &previous, std::initializer_list<std::span<const std::byte>> fields)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sizeof(Hash));
    update(state, previous);
    for (const auto field : fields) {
        std::array<std::byte, 8> length;
        for (std::size_t i = 0; i < length.size(); ++i) {
            length[i] = static_cast<std::byte>(static_cast<std::uint64_t>(field.size()) >> (8 * i));
        }
        update(state, length);
        update(state, field);
    }
    Hash hash;
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), hash.size());
    return hash;
}

} // namespace mvr::vault
