#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mvr::bench {

inline constexpr std::size_t payload_bytes = 256;
inline constexpr int rounds = 9;

/// What a log of events without any sealing would do: a row with id, stream, time and the payload
/// as it is, as durable as the record (write-ahead log, every commit synced, one process).
class BareSqlite {
  public:
    explicit BareSqlite(const std::string &path)
        : db_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        for (const char *pragma : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",
                                   "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0"}) {
            db_.exec(pragma);
        }
        db_.exec("CREATE TABLE events(sequence INTEGER PRIMARY KEY, id BLOB, stream BLOB,"
                 " time INTEGER, payload BLOB)");
        insert_.emplace(db_, "INSERT INTO events(id, stream, time, payload) VALUES (?, ?, ?, ?)");
    }

    void append(int size)
    {
        SQLite::Transaction transaction(db_);
        for (int i = 0; i < size; ++i) {
            insert_->bindNoCopy(1, id_.data(), static_cast<int>(id_.size()));
            insert_->bindNoCopy(2, id_.data(), static_cast<int>(id_.size()));
            insert_->bind(3, ++time_);
            insert_->bindNoCopy(4, payload_.data(), static_cast<int>(payload_.size()));
            insert_->exec();
            insert_->reset();
        }
        transaction.commit();
    }

    void checkpoint() { db_.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

  private:
    SQLite::Database db_;
    std::optional<SQLite::Statement> insert_;
    std::string id_ = std::string(16, 'i');
    std::string payload_ = std::string(payload_bytes, 'x');
    std::int64_t time_ = 0;
};

/// Microseconds that `work` takes.
template <class Work> double time_us(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
        .count();
}

inline double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<long>(values.size() / 2));
    return values[values.size() / 2];
}

/// Two sides measured in turn, so that both of one round met the same neighbours on the machine.
class Rounds {
  public:
    void add(double bare_us, double ours_us)
    {
        bare_.push_back(bare_us);
        ours_.push_back(ours_us);
        ratios_.push_back(ours_us / bare_us);
    }
    double bare_us() const { return median(bare_); }
    double ours_us() const { return median(ours_); }
    double ratio() const { return median(ratios_); } ///< of the times, of the rounds' own ratios

  private:
    std::vector<double> bare_, ours_, ratios_;
};

} // namespace mvr::bench
