#include "store/record.hpp"

#include "support/uuid.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
Record::Record(Clock clock, ToWriter writer)
    : clock_(std::move(clock)), writer_(std::move(writer)),
      own_keys_(std::make_unique<vault::VaultKeys>(vault::random_key()))
{
}

Record::~Record() = default;

const vault::VaultKeys &Record::keys() const
{
    return sealer_ ? sealer_->keys().vault() : *own_keys_;
}

std::string Record::pseudonym(const std::string &learner) const
{
    return vault::to_hex(keys().pseudonym(learner));
}

State Record::publish_state()
{
    return state_.publish([this](const std::string &learner) { return pseudonym(learner); });
}

Outgoing Record::stamped(std::vector<NewEvent> events, Effect effect, OnRecorded done) const
{
    Outgoing entry;
    entry.effect = effect;
    entry.done = std::move(done);
    const TimeMs now = clock_();
    for (NewEvent &event : events) {
        entry.plain.push_back(encode_event(event.learner, event.payload));
        entry.events.push_back(
            {0, new_uuid(now), now, std::move(event.learner), std::move(event.payload)});
    }
    return entry;
}

std::vector<std::string> Record::record(std::vector<NewEvent> events, OnRecorded done)
{
    if (events.empty()) {
        done(Recorded{true, false, "", {}});
        return {};
    }
    Outgoing entry = stamped(std::move(events), Effect::at_once, std::move(done));
    auto ids = entry.ids();
    take(std::move(entry));
    return ids;
}

void Record::decide(const Judge &judge, Effect effect, OnRecorded done)
{
    if (effect == Effect::on_disk && deciding_on_disk_) {
        waiting_.push_back({judge, std::move(done)});
        return;
    }
    if (effect == Effect::on_disk) {
        decide_on_disk(judge, std::move(done));
        return;
    }
    auto events = judge(state_);
    if (!events) {
        done(std::move(events).error());
        return;
    }
    record(*std::move(events), std::move(done));
}

void Record::decide_on_disk(const Judge &judge, OnRecorded done)
{
    auto events = judge(state_);
    if (!events) return done(std::move(events).error());
    if (events->empty()) return done(Recorded{true, false, "", {}});
    if (!can_write() || retry_at_ms_ != 0) {
        return done(Error{Errc::storage_unavailable,
                          "this cannot be kept now, so it did not happen: " + status_.problem, "",
                          status_.remedy});
    }
    deciding_on_disk_ = true;
    Outgoing entry = stamped(*std::move(events), Effect::on_disk, std::move(done));
    entry.holds_decisions = true;
    take(std::move(entry));
}

void Record::decide_waiting()
{
    while (!deciding_on_disk_ && !waiting_.empty()) {
        Waiting next = std::move(waiting_.front());
        waiting_.pop_front();
        decide_on_disk(next.judge, std::move(next.done));
    }
}

void Record::take(Outgoing entry)
{
    if (entry.effect == Effect::at_once) apply(entry);
    outbox_.put(std::move(entry));
    if (is_settled() && !can_write()) {
        tell_not_recorded({Errc::storage_unavailable, status_.problem, "", status_.remedy});
    }
    count_pending();
}

void Record::apply(const Outgoing &entry)
{
    for (const Event &event : entry.events)
        state_.apply(event);
    if (holds_withdrawal(entry.events)) forget_traces_without_consent();
}

bool Record::can_write() const
{
    return status_.mode == RecordMode::open || status_.mode == RecordMode::spill;
}

void Record::dispatch()
{
    retry_to_forget_traces();
    if (retry_at_ms_ != 0 && !is_due(clock_(), retry_at_ms_, between_tries_ms)) return;
    send();
}

void Record::dispatch_last() { send(); }

bool Record::has_room_to_send() const
{
    if (!is_writing()) return true;
    // A spill file has no chain by which what follows a failed batch would fail as well.
    const bool goes_on = sent_mode_ == RecordMode::open && status_.mode == RecordMode::open;
    return goes_on && !outbox_.is_held_up() && outbox_.unanswered() < most_batches_sent;
}

void Record::send()
{
    if (!can_write() || !outbox_.has_unsent() || !has_room_to_send()) return;
    retry_at_ms_ = 0;
    sent_mode_ = status_.mode;
    WriteBatch batch = status_.mode == RecordMode::open ? seal_unsent() : spill_unsent();
    outbox_.sent(sealer_ ? sealer_->tail() : on_disk_);
    writer_.write(std::move(batch));
}

void Record::count_pending() { status_.pending = static_cast<std::int64_t>(outbox_.events()); }

void Record::save_snapshot(std::int64_t at_least_events)
{
    // A state that is not what folding the rows gives must not be kept.
    const bool is_whole = outbox_.empty() && status_.mode == RecordMode::open && !state_is_apart_;
    if (!is_whole || on_disk_.sequence - snapshot_at_ < at_least_events) return;
    snapshot_at_ = on_disk_.sequence;
    writer_.save({publish_state(), on_disk_});
}

} // namespace mvr::store
