#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"
#include "vault/seal.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace mvr::store {

/// Raw traces of learners, sealed under the keys of their streams, in a database of their own
/// beside the record: outside its chain, so that they can be deleted, and outside its backups'
/// worth, since what is lost of them is only lost for replay.
///
/// A row is one chunk. Its number and its stream are authenticated with it: a chunk that was moved
/// to another place or another learner does not open. The file is made with the first chunk. One
/// that is damaged is removed and begun anew.
///
/// Errors, all members: Errc::storage_unavailable when the disk fails; Errc::unsupported where a
/// newer program made the file. Thread: one at a time (record writer).
class TraceStore {
  public:
    /// More of one learner's chunks, sealed, is not kept: the oldest go first.
    static constexpr std::int64_t most_bytes_a_learner = 20'000'000;

    explicit TraceStore(std::string path, std::int64_t most_bytes = most_bytes_a_learner);
    ~TraceStore();
    TraceStore(const TraceStore &) = delete;
    TraceStore &operator=(const TraceStore &) = delete;

    /// Seals and keeps a chunk, and drops the stream's oldest ones that are too many then.
    Result<void> add(const Id &stream, const vault::Key &key, std::span<const std::byte> plain);

    struct Chunks {
        std::vector<vault::Bytes> plain; ///< oldest first
        std::int64_t unreadable = 0;     ///< rows that did not open
    };
    Result<Chunks> read(const Id &stream, const vault::Key &key);

    /// Deletes a stream's chunks, also from the write-ahead file.
    Result<void> forget(const Id &stream);
    /// Deletes the chunks of every other stream.
    Result<void> keep_only(const std::set<Id> &streams);

  private:
    Result<void> open();
    Result<void> open_new();
    void remove_damaged();
    Result<void> forget_where(const std::set<Id> &streams);
    /// Runs `work` on the database; what a damaged file is good for is removed, and `work` tried
    /// once more on a new one.
    template <class Work> auto on_database(Work work) -> decltype(work());
    bool is_there() const;

    std::string path_;
    std::int64_t most_bytes_;
    std::unique_ptr<SQLite::Database> db_;
};

} // namespace mvr::store
