#include "store/log.hpp"

#include "store/damage.hpp"
#include "store/log_parts.hpp"
#include "store/stamp.hpp"

namespace mvr::store {
namespace {

Error unreadable(const Scan &found)
{
    return {Errc::tampered,
            "event " + std::to_string(found.head.sequence + 1) + " cannot be read: " + found.damage,
            "", "Start the server again: it recovers everything before the damage."};
}

/// The end of the chain before the event `sequence`.
Head head_before(SQLite::Database &db, std::int64_t sequence)
{
    Head head{sequence - 1, vault::chain_start};
    SQLite::Statement row(db, select_rows);
    row.bind(1, head.sequence);
    if (sequence > 1 && row.executeStep()) head.hash = row_of(row).hash;
    return head;
}

} // namespace

EventLog::EventLog(std::unique_ptr<LogParts> parts) : parts_(std::move(parts)) {}
EventLog::~EventLog() = default;

std::int64_t EventLog::last_sequence() const { return parts_->head.sequence; }

std::string EventLog::pseudonym(std::string_view learner) const
{
    return parts_->keys.pseudonym(learner);
}

std::vector<Event> EventLog::stamp(std::span<const NewEvent> events,
                                   std::int64_t first_sequence) const
{
    const auto name = [this](const std::string &learner) { return pseudonym(learner); };
    return stamped(events, first_sequence, parts_->clock(), name);
}

Result<void> EventLog::for_each(const std::function<void(const Event &)> &visit) const
{
    return guarded(parts_->path, [&]() -> Result<void> {
        const auto each = [&](const Row &row, std::span<const std::byte> plain) {
            visit(event_of(row, plain));
        };
        const Scan found = scan(*parts_->db, parts_->keys, Head{}, each);
        if (!found.damage.empty()) return unreadable(found);
        return {};
    });
}

Result<std::vector<Event>> EventLog::read_from(std::int64_t sequence) const
{
    return guarded(parts_->path, [&]() -> Result<std::vector<Event>> {
        std::vector<Event> events;
        const auto each = [&](const Row &row, std::span<const std::byte> plain) {
            events.push_back(event_of(row, plain));
        };
        const Head start = head_before(*parts_->db, std::max<std::int64_t>(sequence, 1));
        const Scan found = scan(*parts_->db, parts_->keys, start, each);
        if (!found.damage.empty()) return unreadable(found);
        return events;
    });
}

Result<VerifyReport> EventLog::verify() const
{
    return guarded(parts_->path, [&]() -> Result<VerifyReport> {
        parts_->keys.forget(); // so that the wrapped keys are read and opened too
        const auto found = examine(*parts_->db, parts_->keys);
        if (!found) return found.error();
        VerifyReport report;
        report.events = found->head.sequence;
        report.intact = found->damage.empty();
        report.damaged_at_sequence = report.intact ? 0 : found->head.sequence + 1;
        report.what = found->damage;
        report.head = vault::to_hex(found->head.hash);
        return report;
    });
}

Result<void> EventLog::maintain()
{
    if (size_bytes(parts_->path + "-wal") == 0) return {};
    return guarded(parts_->path, [&]() -> Result<void> {
        parts_->db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    });
}

} // namespace mvr::store
