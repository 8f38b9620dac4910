#include "store/log.hpp"

#include "store/log_parts.hpp"

namespace mvr::store {
namespace {

/// Keys made in a transaction that did not come about must not be used again.
class ForgetKeysUnlessCommitted {
  public:
    explicit ForgetKeysUnlessCommitted(KeyRing &keys) : keys_(keys) {}
    ~ForgetKeysUnlessCommitted()
    {
        if (!committed_) keys_.forget();
    }
    void committed() { committed_ = true; }

  private:
    KeyRing &keys_;
    bool committed_ = false;
};

Result<void> write_in_transaction(LogParts &log, std::span<const Event> events)
{
    ForgetKeysUnlessCommitted guard(log.keys);
    SQLite::Transaction transaction(*log.db, SQLite::TransactionBehavior::IMMEDIATE);
    Head head = log.head;
    for (const Event &event : events) {
        const auto key = log.keys.key_or_new(*log.db, event.pseudonym);
        if (!key) return key.error();
        const Row row = sealed_row(event, head.hash, **key);
        insert(log.insert_event, row);
        head = {row.sequence, row.hash};
    }
    set_meta(log.set_head, "head", sealed_head(head, log.keys.meta_key()));
    transaction.commit();
    guard.committed();
    log.head = head;
    return {};
}

} // namespace

Result<void> append_rows(LogParts &log, std::span<const Event> events)
{
    if (events.empty()) return {};
    if (events.front().sequence != log.head.sequence + 1) {
        throw Failure(
            {Errc::internal, "events were numbered for another end of the record", "", ""});
    }
    return guarded(log.path, [&] { return write_in_transaction(log, events); });
}

Result<void> EventLog::append_stamped(std::span<const Event> events)
{
    return append_rows(*parts_, events);
}

Result<std::vector<Event>> EventLog::append(std::span<const NewEvent> events)
{
    auto stamped = stamp(events, last_sequence() + 1);
    if (auto written = append_stamped(stamped); !written) return written.error();
    return stamped;
}

} // namespace mvr::store
