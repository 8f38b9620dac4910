#pragma once

#include "store/log.hpp"
#include "store/projection.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mvr::vault {
class Key;
}

namespace mvr::store {

/// What became of events handed to the ledger.
struct Recorded {
    bool durable = false;      ///< on disk; only then may anyone be told "saved"
    std::string problem;       ///< why not, one sentence with the remedy; empty when durable
    std::vector<Event> events; ///< as they stand in the record, or will
};

struct LedgerStatus {
    std::string path;         ///< the database file; empty when there is none
    std::int64_t events = 0;  ///< in the record
    std::int64_t pending = 0; ///< accepted, not yet on disk
    std::int64_t lost = 0;    ///< accepted after the waiting queue was full: in memory only
    std::string problem;      ///< why writing fails just now; empty when it does not
    OpenReport opened;        ///< what was found at opening (damage, recovery)
};

/// What the tools talk to: the log, when there is one, and the learners' state. When the disk
/// refuses, learners go on: events take effect in memory, wait here, and are written in order as
/// soon as it accepts them again.
///
/// Thread: store, all members.
class Ledger {
  public:
    static constexpr std::size_t pending_limit = 10'000;

    /// Opens the record in `folder` and rebuilds the state from it. When the record is locked,
    /// read-only or the disk is full it still opens, without a log, and `status().problem` says
    /// why.
    ///
    /// Errors: Errc::unauthorized, Errc::unsupported, Errc::tampered as EventLog::open; nothing is
    /// touched.
    static Result<Ledger> open(const std::string &folder, const Clock &clock);

    /// A ledger that keeps everything in memory and says `reason` (host: when `open` gave an error;
    /// tests).
    static Ledger without_log(Clock clock, std::string reason);

    ~Ledger();
    Ledger(Ledger &&) noexcept;
    Ledger &operator=(Ledger &&) noexcept;

    /// Takes events in, all together. Never claims `durable` for what is not on disk.
    Recorded record(std::span<const NewEvent> events);
    Recorded record(NewEvent event);

    const Projection &state() const { return projection_; }
    LedgerStatus status() const;

    /// Call when idle: writes what waits, tries again to open a record that was refused (at most
    /// every 5 s), and tidies the log's files.
    void maintain();

    /// The log, for export and verification; null when there is none.
    const EventLog *log() const { return log_.get(); }

  private:
    explicit Ledger(Clock clock);
    std::vector<Event> stamped(std::span<const NewEvent> events) const;
    Result<void> flush();
    void drop_beyond_limit(std::vector<Event> &recorded);
    Result<void> attach(EventLog::Opened opened);
    void try_to_attach();

    Clock clock_;
    std::string folder_;
    std::unique_ptr<EventLog> log_;
    std::unique_ptr<vault::Key> stand_in_key_; ///< for pseudonyms while there is no log
    Projection projection_;
    std::vector<Event> pending_; ///< in order, numbered as they will be written
    std::int64_t lost_ = 0;
    std::string problem_;
    OpenReport opened_;
    TimeMs next_try_ms_ = 0;
};

} // namespace mvr::store
