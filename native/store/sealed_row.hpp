#pragma once

#include "support/clock.hpp"
#include "vault/chain.hpp"
#include "vault/vault_keys.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace mvr::store {

/// 128 bits: of an event a UUID version 7 (RFC 9562), of a stream random.
using Id = std::array<std::byte, 16>;

/// The stream of the events that belong to no learner. Its key follows from the vault's key and is
/// never destroyed.
inline constexpr Id ownerless_stream{};

/// One event as it lies in the record. What it says (type, payload version, payload) is inside
/// `sealed`; the rest can be read, and the chain verified, without any key.
struct SealedRow {
    std::int64_t sequence = 0; ///< 1, 2, 3 … without a gap
    Id stream = ownerless_stream;
    Id id{};
    TimeMs time_ms = 0;
    vault::Hash sealed_hash{};       ///< BLAKE2b-256 of `sealed`
    vault::Hash link{};              ///< `link_of(*this, the row before)`
    std::optional<vault::Hash> mark; ///< `commit_mark`, on the last row of a commit only
    vault::Bytes sealed;             ///< XChaCha20-Poly1305, bound to `seal_context`
};

/// An end of the chain.
struct RecordHead {
    std::int64_t sequence = 0; ///< 0: nothing was ever written
    vault::Hash link = vault::chain_start;

    bool operator==(const RecordHead &) const = default;
};

/// An end of the chain and when its row was made.
struct RecordEnd {
    RecordHead head;
    TimeMs time_ms = 0;
};

/// What ties a stream to a person. Nothing else does: with this gone its rows are nobody's.
struct StreamRow {
    Id id{};
    vault::Pseudonym pseudonym{};
    vault::Bytes wrapped; ///< the stream's key, sealed under the vault's wrapping key

    auto operator<=>(const StreamRow &) const = default;
};

/// Why something is not there any more. Signed, so that a deletion cannot pass for an erasure.
struct Tombstone {
    enum class Kind : std::uint8_t {
        stream_erased = 1, ///< the key of `stream` was destroyed
        row_purged = 2,    ///< the bytes of row `sequence` were removed; header and hash stay
        rows_lost = 3,     ///< rows `sequence` to `last` cannot be read any more
    };
    Kind kind = Kind::stream_erased;
    Id stream{};               ///< of lost rows all zero where it is not known
    std::int64_t sequence = 0; ///< of the row, or the first of them; 0 for a stream
    std::int64_t last = 0;     ///< of lost rows; else 0
    TimeMs time_ms = 0;
    /// Of lost rows: the link of `last`, from which the next row follows, where it is known.
    std::optional<vault::Hash> link;
    std::string cause; ///< one sentence
    vault::Signature signature{};
};

/// The link of `row`: BLAKE2b-256 over the link before it ‖ header ‖ `sealed_hash`, where the
/// header is sequence (8 bytes), stream, id, time (8 bytes), numbers little endian. Thread: any.
vault::Hash link_of(const SealedRow &row, const vault::Hash &previous);

/// What a seal is bound to: "events" ‖ header. Not the history before it, so that a row can be read
/// where its neighbour is lost; the order is the chain's.
std::array<std::byte, 54> seal_context(const SealedRow &row);

/// What the vault signs as the end of its record (head_file.hpp).
std::array<std::byte, 52> signed_head(const RecordHead &head);

/// Says that a commit ended at `head`, which only the vault can say. Made for every commit, where a
/// signature would cost a tenth of the commit itself.
vault::Hash commit_mark(const RecordHead &head, const vault::VaultKeys &keys);

/// Signs everything that a tombstone says.
void sign(Tombstone &tombstone, const vault::Signer &signer);
bool verify(const Tombstone &tombstone, const vault::VerifyKey &key);

} // namespace mvr::store
