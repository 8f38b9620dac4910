#include "store/record.hpp"

#include "support/uuid.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr TimeMs between_tries_ms = 5'000;

std::string to_sentence(const Error &error)
{
    std::string text = error.message;
    if (!text.ends_with('.')) text += '.';
    return error.remedy.empty() ? text : text + " " + error.remedy;
}

/// Do `others`, whose rows come later, belong to a learner of `entry` as well?
bool shares_learner(const Outgoing &entry, const std::ranges::range auto &others)
{
    const auto has = [](const Outgoing &one, const std::string &learner) {
        return std::ranges::any_of(one.events,
                                   [&](const Event &event) { return event.learner == learner; });
    };
    return std::ranges::any_of(others, [&](const Outgoing &other) {
        return std::ranges::any_of(other.events,
                                   [&](const Event &event) { return has(entry, event.learner); });
    });
}

std::vector<std::string> ids_of(const std::vector<Event> &events)
{
    std::vector<std::string> ids;
    ids.reserve(events.size());
    for (const Event &event : events)
        ids.push_back(event.id);
    return ids;
}

} // namespace

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
    auto ids = ids_of(entry.events);
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
}

bool Record::can_write() const
{
    return status_.mode == RecordMode::open || status_.mode == RecordMode::spill;
}

void Record::dispatch()
{
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

void Record::written(const Result<void> &result, std::size_t batches)
{
    if (outbox_.is_void(batches)) return;
    if (result) {
        on_disk(batches);
    } else {
        outbox_.failed(batches);
        write_failed(result.error());
    }
    count_pending();
    decide_waiting();
}

void Record::on_disk(std::size_t batches)
{
    const bool spilled = sent_mode_ == RecordMode::spill;
    auto written = outbox_.written(batches);
    if (sealer_) {
        on_disk_ = written.tail;
        sealer_->written(on_disk_.sequence);
        status_.events = on_disk_.sequence;
    }
    status_.is_failing = false;
    status_.problem = spilled ? spill_reason_.message : "";
    status_.remedy = spilled ? spill_reason_.remedy : "";
    bool merged = false;
    for (auto at = written.entries.begin(); at != written.entries.end(); ++at) {
        Outgoing &entry = *at;
        merged = merged || entry.from_spill;
        if (entry.effect == Effect::on_disk) {
            const bool late =
                shares_learner(entry, std::ranges::subrange(at + 1, written.entries.end())) ||
                shares_learner(entry, outbox_.all());
            state_is_apart_ = state_is_apart_ || late;
            apply(entry);
        }
        if (entry.holds_decisions) deciding_on_disk_ = false;
        if (!entry.done) continue;
        entry.done(Recorded{true, spilled, spilled ? status_.problem : "", ids_of(entry.events)});
    }
    if (merged) writer_.spills_merged();
}

void Record::write_failed(const Error &error)
{
    if (sealer_) sealer_->rollback_to(on_disk_);
    put_off(error);
    reject_on_disk_entries(error);
    tell_not_recorded(error);
}

void Record::put_off(const Error &error)
{
    status_.is_failing = true;
    status_.problem = error.message;
    status_.remedy = error.remedy;
    retry_at_ms_ = clock_() + between_tries_ms;
}

void Record::could_not_send(const Error &error)
{
    if (is_writing()) {
        put_off(error); // the answer to what is being written comes first
    } else {
        write_failed(error);
    }
    count_pending();
    decide_waiting();
}

void Record::reject_on_disk_entries(const Error &error)
{
    for (const Outgoing &entry : outbox_.take_on_disk_effects()) {
        if (entry.holds_decisions) deciding_on_disk_ = false;
        for (const Id &id : entry.merged) // it may be tried again
            merged_.erase(id);
        entry.done(Error{error.code, "this cannot be kept, so it did not happen: " + error.message,
                         "", error.remedy});
    }
}

void Record::tell_not_recorded(const Error &error)
{
    for (Outgoing &entry : outbox_.unsent()) {
        if (!entry.done) continue;
        const OnRecorded done = std::exchange(entry.done, nullptr);
        done(Recorded{false, false, to_sentence(error), ids_of(entry.events)});
    }
    drop_beyond_limit();
}

void Record::drop_beyond_limit()
{
    const std::size_t dropped = outbox_.drop_beyond(pending_limit);
    if (dropped > 0) state_is_apart_ = true;
    status_.lost += static_cast<std::int64_t>(dropped);
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
