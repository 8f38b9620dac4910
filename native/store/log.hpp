#pragma once

#include "store/event.hpp"
#include "support/result.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

/// What was found when the record was opened.
struct OpenReport {
    std::string path;        ///< the database file
    std::int64_t events = 0; ///< in the record now
    bool damaged = false;    ///< the file was damaged; everything before the damage was recovered
    std::int64_t damaged_at_sequence = 0; ///< the first event that could not be recovered
    std::string what;                     ///< the damage, one sentence
    std::string kept_as;                  ///< where the damaged file is kept, untouched
};

struct VerifyReport {
    std::int64_t events = 0; ///< that verify, from the first on
    bool intact = true;
    std::int64_t damaged_at_sequence = 0;
    std::string what;
    std::string head; ///< hash of the last good link, hexadecimal
};

struct LogParts;

/// The append-only log in `folder`: `record-v1.sqlite` (0600), its key `vault.key`, and
/// `vault.lock`. Each event is sealed under its learner's own key, bound to its place, and
/// hash-chained. What the file shows without the key: how many events, when, and which of them
/// belong to one (unnamed) learner.
///
/// Thread: store, all members.
class EventLog {
  public:
    struct Opened;

    /// Opens the log or creates it. A damaged log is moved aside and a fresh one is made from
    /// everything before the damage, with a `record_recovered` event that says so.
    ///
    /// Errors: Errc::locked when another process has it (the message names it);
    /// Errc::storage_unavailable (disk full, read-only folder); Errc::unauthorized when the key is
    /// missing, is readable by others or is not this record's (nothing is touched);
    /// Errc::unsupported for a record of a newer version.
    static Result<Opened> open(const std::string &folder, const Clock &clock);

    ~EventLog();
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;

    /// Writes all or none, in one transaction; when it returns they are on disk.
    ///
    /// Errors: Errc::storage_unavailable; the log stays usable and takes events again when the disk
    /// does.
    Result<std::vector<Event>> append(std::span<const NewEvent> events);

    /// As above, for events that `stamp` has numbered from `last_sequence() + 1` on.
    Result<void> append_stamped(std::span<const Event> events);

    /// Gives events their numbers (from `first_sequence` on), ids, time and pseudonyms; writes
    /// nothing.
    std::vector<Event> stamp(std::span<const NewEvent> events, std::int64_t first_sequence) const;

    std::int64_t last_sequence() const;
    std::string pseudonym(std::string_view learner) const;

    /// Visits every event in order. Errors: Errc::tampered at the first that does not open;
    /// Errc::storage_unavailable.
    Result<void> for_each(const std::function<void(const Event &)> &visit) const;

    /// All events from this one on; the same errors.
    Result<std::vector<Event>> read_from(std::int64_t sequence) const;

    /// Reads everything and checks every link, seal and number. Errors: Errc::storage_unavailable.
    Result<VerifyReport> verify() const;

    /// Copies what was committed from the write-ahead file into the database. Call when idle;
    /// `append` does it by itself only when that file has grown to 64 MB. Errors:
    /// Errc::storage_unavailable.
    Result<void> maintain();

  private:
    explicit EventLog(std::unique_ptr<LogParts> parts);
    std::unique_ptr<LogParts> parts_;
};

struct EventLog::Opened {
    std::unique_ptr<EventLog> log;
    OpenReport report;
};

} // namespace mvr::store
