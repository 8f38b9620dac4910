#include "store/inspect.hpp"

#include "store/chain_recovery.hpp"
#include "store/record_meta.hpp"
#include "store/row_reading.hpp"
#include "store/schema.hpp"
#include "store/snapshot_table.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr std::int64_t small_file_bytes = 4 << 20; // looked at as a whole in some milliseconds

/// One look at one database; what it finds is put together in `found`.
class Inspection {
  public:
    Inspection(const VaultFiles &files, const vault::Key &vault_key,
               const std::optional<RecordEnd> &head, const OpenOptions &options)
        : files_(files), vault_key_(vault_key), keys_(vault_key), head_(head), options_(options)
    {
    }

    Result<Inspected> run();

  private:
    Result<void> check_owner();
    std::string tables_problem();
    std::string keys_problem();
    std::string rows_problem();
    std::string tail_problem(std::int64_t first, std::int64_t last);
    std::string end_problem(const SealedRow &last);
    std::string wal_problem();
    std::int64_t first_unverified();
    Result<Inspected> newer();

    const VaultFiles &files_;
    const vault::Key &vault_key_;
    vault::VaultKeys keys_;
    std::optional<RecordEnd> head_;
    const OpenOptions &options_;
    RecordMeta meta_;
    RowFacts facts_;
    Inspected found_;
};

Result<Inspected> Inspection::run()
{
    if (file_bytes(files_.database()) == 0) {
        // SQLite takes an empty file for a new database, and throws its write-ahead file away.
        found_.problem = "the file is empty";
        found_.named = head_;
        return std::move(found_);
    }
    try {
        found_.db = open_database(files_.database());
        meta_ = read_meta(*found_.db, keys_);
        found_.migrated_until = meta_.migrated_rows;
        const auto inside =
            end_of_text(meta_value(*found_.db, head_entry), keys_.signer.verify_key());
        if (inside && (!head_ || inside->head.sequence > head_->head.sequence)) head_ = inside;
        if (auto ours = check_owner(); !ours) return ours.error();
        if (meta_.format && *meta_.format > format_number) return newer();
        using Check = std::string (Inspection::*)();
        for (const Check check : {&Inspection::tables_problem, &Inspection::keys_problem,
                                  &Inspection::rows_problem, &Inspection::wal_problem}) {
            found_.problem = (this->*check)();
            if (!found_.problem.empty()) break;
        }
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
        found_.problem = exception.what();
    }
    found_.named = head_;
    if (!found_.problem.empty()) found_.db.reset();
    return std::move(found_);
}

Result<void> Inspection::check_owner()
{
    if (!meta_.another_key || meta_.format) return {};
    const auto streams = read_streams(*found_.db);
    if (std::ranges::any_of(streams, [&](const StreamRow &s) { return opens(s, keys_); }))
        return {};
    return Error{Errc::unauthorized, "the key file does not belong to this record", "",
                 "Put back the vault.key that was made with it, or choose another folder."};
}

/// A record of a later format, for reading, if its tables are still ours.
Result<Inspected> Inspection::newer()
{
    const Error unknown{Errc::unsupported, "the record was written by a newer version", "",
                        "Update Malloc VR, or choose another folder in the preferences."};
    found_.db.reset();
    try {
        found_.db = open_to_read(files_.database());
        if (!schema_problem(*found_.db, files_.database()).empty()) return unknown;
        add_tombstones(facts_, read_tombstones(*found_.db), keys_.signer.verify_key());
        if (!rows_problem().empty()) return unknown;
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
        return unknown;
    }
    found_.read_only = "the record was written by a newer version";
    return std::move(found_);
}

std::string Inspection::tables_problem()
{
    if (auto problem = schema_problem(*found_.db, files_.database()); !problem.empty()) {
        return problem;
    }
    if (!meta_.ours) return "its fingerprint was altered";
    if (!meta_.format) return "its format mark was altered";
    if (!meta_.catalog) return "its mark of event types was altered";
    if (*meta_.catalog > options_.event_catalog) {
        found_.read_only = "the record has events of a newer version";
    }
    const auto bytes = file_bytes(files_.database()) + file_bytes(files_.database() + "-wal");
    return bytes <= small_file_bytes ? structure_problem_v2(*found_.db) : "";
}

std::string Inspection::keys_problem()
{
    const auto streams = read_streams(*found_.db);
    const bool all_open =
        std::ranges::all_of(streams, [&](const StreamRow &s) { return opens(s, keys_); });
    if (!all_open || !streams_agree(*found_.db)) return "a learner's key was altered";
    const auto &key = keys_.signer.verify_key();
    if (!tombstones_hold(*found_.db, key)) return "a tombstone was altered";
    for (const StreamRow &stream : streams)
        facts_.streams.insert(stream.id);
    add_tombstones(facts_, read_tombstones(*found_.db), key);
    return "";
}

/// The first row that the snapshot does not vouch for. A snapshot of another course of the record
/// is thrown away.
std::int64_t Inspection::first_unverified()
{
    const RecordHead folded = snapshot_head(*found_.db);
    if (folded.sequence == 0) return 1;
    std::vector<SealedRow> rows;
    RowChunks one(folded.sequence, folded.sequence);
    const bool here = one.read(*found_.db, rows) > 0 && rows.front().link == folded.link;
    const Tombstone *lost = facts_.lost_at(folded.sequence);
    if (here || (lost != nullptr && lost->link == folded.link)) return folded.sequence + 1;
    if (found_.read_only.empty()) remove_snapshot(*found_.db);
    return 1;
}

std::string Inspection::rows_problem()
{
    SQLite::Statement max(*found_.db, "SELECT max(sequence) FROM events");
    max.executeStep();
    const std::int64_t last = std::max(max.getColumn(0).getInt64(), facts_.last_lost());
    max.reset();
    if (head_ && head_->head.sequence > last) {
        return "it ends before event " + std::to_string(head_->head.sequence) +
               ", which a signed head names";
    }
    return tail_problem(first_unverified(), last);
}

std::string Inspection::tail_problem(std::int64_t first, std::int64_t last)
{
    std::string problem;
    SealedRow last_row;
    const auto look = [&](const SealedRow &row, const RowChecker::Verdict &verdict) {
        if (problem.empty() && verdict.condition == RowCondition::damaged && !verdict.known) {
            problem = "event " + std::to_string(row.sequence) + ": " + verdict.cause;
        }
        if (row.sequence == last) last_row = row;
    };
    const auto before = first > 1 ? std::optional(snapshot_head(*found_.db).link)
                                  : std::optional(vault::chain_start);
    RowReading reading(facts_, first, last, before);
    while (problem.empty() && reading.fill(*found_.db))
        reading.give(look);
    if (!problem.empty()) return problem;
    reading.finish(look);
    if (!problem.empty()) return problem;
    if (reading.suspect()) return "its tables cannot be read";
    if (first > last && last > 0) { // the snapshot reaches to the end, whose mark is needed
        std::vector<SealedRow> rows;
        RowChunks one(last, last);
        if (one.read(*found_.db, rows) > 0) last_row = rows.front();
    }
    last_row.sequence = last;
    return end_problem(last_row);
}

std::string Inspection::end_problem(const SealedRow &last)
{
    found_.head = {{last.sequence, last.link}, last.time_ms};
    if (last.sequence == 0) {
        found_.head.head = RecordHead{};
        return "";
    }
    if (const Tombstone *lost = facts_.lost_at(last.sequence)) {
        if (!lost->link) return "it ends with a lost event";
        found_.head.head.link = *lost->link;
        return "";
    }
    const bool marked = last.mark && *last.mark == commit_mark(found_.head.head, keys_);
    return marked ? "" : "the mark of the last commit was altered";
}

/// SQLite reads its write-ahead file up to the first frame that is broken and drops the rest
/// without a word, since a power cut leaves such an end.
std::string Inspection::wal_problem()
{
    if (file_bytes(files_.database() + "-wal") == 0) return "";
    const PageImages images(files_.database(), true);
    if (!images.frames_behind()) return "";
    const CarvedRows carved(images);
    auto streams = read_streams(*found_.db);
    std::ranges::copy_if(carved.streams(), std::back_inserter(streams),
                         [&](const StreamRow &s) { return !facts_.erased.contains(s.id); });
    StreamKeys stream_keys(vault::VaultKeys(vault_key_), streams);
    const ChainRecovery recovery(carved, stream_keys, facts_, head_, images.ends_complete(),
                                 options_.clock());
    return recovery.anything_behind(found_.head.head.sequence)
               ? "its write-ahead file was altered or is incomplete"
               : "";
}

} // namespace

Result<Inspected> inspect(const VaultFiles &files, const vault::Key &vault_key,
                          const std::optional<RecordEnd> &head, const OpenOptions &options)
{
    return guarded(files.database(),
                   [&] { return Inspection(files, vault_key, head, options).run(); });
}

} // namespace mvr::store
