#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"
#include "vault/seal.hpp"

#include <map>
#include <span>
#include <vector>

namespace mvr::store {

/// The keys of the streams, as far as they were not destroyed, and which stream is whose.
///
/// Keys stay wrapped; up to 512 are open at a time, in guarded memory.
/// Thread: one at a time; each thread that reads rows has its own.
class StreamKeys {
  public:
    /// Leaves out streams whose key does not open.
    StreamKeys(vault::VaultKeys keys, std::span<const StreamRow> streams);

    const vault::VaultKeys &vault() const { return keys_; }

    /// The stream of this learner, or null when there is none (never was, or was erased).
    const Id *stream_of(const vault::Pseudonym &pseudonym) const;

    /// Whose stream this is; null for the ownerless one and for erased ones.
    const vault::Pseudonym *pseudonym_of(const Id &stream) const;

    /// A stream of random name and key for a learner who has none. The caller writes it.
    StreamRow make(const vault::Pseudonym &pseudonym);

    /// Takes in a stream that another thread made. One that is here already is left as it is.
    void add(const StreamRow &stream);

    /// Forgets a stream and overwrites its key: it was erased, or never came to be written.
    void remove(const Id &stream);

    /// The stream's key, valid until the next call. Errors: Errc::not_found when it was destroyed
    /// or is not known here; Errc::tampered when it does not open.
    Result<const vault::Key *> key(const Id &stream);

    /// What a row says. Errors: as `key`; Errc::tampered when the seal does not open.
    Result<vault::Bytes> unseal(const SealedRow &row);

  private:
    struct Entry {
        vault::Pseudonym pseudonym{};
        vault::Bytes wrapped;
    };
    const vault::Key &keep_open(const Id &stream, vault::Key key);

    vault::VaultKeys keys_;
    std::map<Id, Entry> streams_;
    std::map<vault::Pseudonym, Id> by_learner_;
    std::map<Id, vault::Key> open_;
};

/// Whether the wrapped key of this row opens under `keys`, bound to its stream and its learner.
bool opens(const StreamRow &stream, const vault::VaultKeys &keys);

} // namespace mvr::store
