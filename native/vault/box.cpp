#include "vault/box.hpp"

#include "vault/sodium_bytes.hpp"

#include <sodium.h>

namespace mvr::vault {
namespace {

static_assert(Key::size_bytes == crypto_box_SEEDBYTES);
static_assert(Key::size_bytes == crypto_box_SECRETKEYBYTES);
static_assert(sizeof(Box::PublicKey) == crypto_box_PUBLICKEYBYTES);
static_assert(box_overhead_bytes == crypto_box_SEALBYTES);

} // namespace

Box::Box(const Key &seed)
{
    crypto_box_seed_keypair(raw(public_key_.data()), raw(secret_.writable().data()),
                            raw(seed.bytes().data()));
}

Result<Bytes> Box::open(std::span<const std::byte> sealed) const
{
    const Error rejected{Errc::tampered, "a sealed message was altered or is not for this vault",
                         "", ""};
    if (sealed.size() < box_overhead_bytes) return rejected;
    Bytes plain(sealed.size() - box_overhead_bytes);
    if (crypto_box_seal_open(raw(plain.data()), raw(sealed.data()), sealed.size(),
                             raw(public_key_.data()), raw(secret_.bytes().data())) != 0) {
        return rejected;
    }
    return plain;
}

Bytes seal_to(const Box::PublicKey &to, std::span<const std::byte> plain)
{
    Bytes sealed(plain.size() + box_overhead_bytes);
    if (crypto_box_seal(raw(sealed.data()), raw(plain.data()), plain.size(), raw(to.data())) != 0) {
        throw Failure({Errc::internal, "a public key is not one", "", ""});
    }
    return sealed;
}

} // namespace mvr::vault
