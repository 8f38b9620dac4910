#pragma once

#include "store/event_store.hpp"
#include "store/stream_keys.hpp"
#include "store/trace_store.hpp"
#include "support/clock.hpp"
#include "support/os.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mvr::store {

inline constexpr int format_number = 2; ///< of the files that this program writes

/// Something that was found wrong with the record, as sentences for a person.
struct Finding {
    enum class Kind {
        row_lost,      ///< `sequence` (and `stream`, where known) cannot be read any more
        rows_missing,  ///< the record ends before an end that it once had
        head_file,     ///< the file beside the record is missing or altered
        file_repaired, ///< the file was broken; every event was taken over (see row_lost for
                       ///< others)
        key_file,      ///< one of the two lines of the key file was altered; it was mended
    };
    Kind kind = Kind::row_lost;
    std::int64_t sequence = 0; ///< the event concerned, or the first of them; 0 for none
    std::optional<Id> stream;
    std::string what;    ///< one sentence
    std::string remedy;  ///< what can be done, one sentence; may be empty
    std::string kept_as; ///< the copy of what was found, its whole path; may be empty
};

struct VaultReport {
    std::string path;                ///< the database file
    bool created_now = false;        ///< there was no record
    std::string read_only;           ///< why it can only be read; empty when it can be written
    std::int64_t migrated = 0;       ///< events taken over from format 1 now
    std::int64_t migrated_until = 0; ///< events up to this one came from format 1, now or earlier
    std::string migrated_from;       ///< the copy of the old database, its whole path
    std::vector<Finding> findings; ///< what this opening found; what older ones found stands in the
                                   ///< store's tombstones
};

/// How far a verification got.
struct VerifyProgress {
    std::int64_t verified = 0; ///< rows looked at since the beginning
    std::int64_t events = 0;   ///< rows that there are
    bool done = false;
    std::vector<Finding> findings; ///< of this step
};

/// A record that is open, with its lock.
class OpenedVault {
  public:
    virtual ~OpenedVault() = default;

    virtual EventStore &store() = 0;

    /// Keys for one more thread.
    virtual Result<StreamKeys> keys() = 0;
    virtual vault::VaultKeys vault_keys() const = 0;

    virtual const VaultReport &report() const = 0;

    /// Raw traces, in a database of their own.
    virtual TraceStore &traces() = 0;

    /// Verifies up to `rows` more rows against hash, chain and marks, from the first on; then
    /// begins again. A row that does not verify is repaired from what the file still holds, or
    /// quarantined. Call when idle. Errors: Errc::storage_unavailable.
    virtual Result<VerifyProgress> verify_step(std::int64_t rows) = 0;

    /// Destroys the key of this learner's stream wherever this program wrote it. `cause` stands in
    /// the tombstone and must not name the person. What spill files hold of them is overwritten,
    /// and their raw traces are deleted.
    ///
    /// Errors: Errc::not_found when the learner has no stream; as EventStore.
    virtual Result<Tombstone> erase(const vault::Pseudonym &learner, const std::string &cause) = 0;

    /// Removes the bytes of one row, signed. Errors: as EventStore.
    virtual Result<Tombstone> purge(std::int64_t sequence, const std::string &cause) = 0;
};

/// An event of format 1, for the caller to write in the form of format 2.
struct EventV1 {
    std::int64_t sequence = 0;
    int version = 1;
    std::span<const std::byte> plain; ///< JSON: {"type", "learner", "payload"}
};
using ConvertV1 = std::function<vault::Bytes(const EventV1 &)>;

struct OpenOptions {
    Clock clock;
    /// Counts up with every new event type or payload version. A record in which a higher one was
    /// used opens read-only.
    int event_catalog = 1;
    /// Needed when the folder has a record of format 1; without it such a folder is an error.
    ConvertV1 convert_v1;
    bool may_create = true; ///< false: a folder without a key is an error, Errc::not_found
};

/// Opens the record in `folder`, or makes one: `record-v2.sqlite` (0600), `record.head`,
/// `vault.key`, `vault.lock`, `reserve`. Verifies from where the snapshot ends; `verify_step` does
/// the rest. A broken file is copied (`record-v2.damaged-<time>.sqlite`) and everything that
/// verifies is taken over; a record of format 1 is migrated, and kept as
/// `record-v1.migrated-<time>.sqlite`.
///
/// Errors: Errc::not_found when there is none and `may_create` is false; Errc::locked when another
/// process has it (see SpillWriter); Errc::storage_unavailable;
/// Errc::unauthorized when the key is missing, is readable by others or is another record's;
/// Errc::tampered when the database is gone though a head or copies of it are there;
/// Errc::unsupported when a newer program wrote it in tables that this one does not know. Nothing
/// is touched then. Thread: any, but Blender's main thread.
Result<std::unique_ptr<OpenedVault>> open_vault(const std::string &folder,
                                                const OpenOptions &options);

/// The vault's public key for SpillWriter, and the keys to name learners, without opening or
/// locking the record. Errors: as `open_vault` for the key file; Errc::not_found when there is
/// none.
Result<vault::VaultKeys> read_vault_keys(const std::string &folder);

} // namespace mvr::store
