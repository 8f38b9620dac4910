#include "store/record.hpp"

#include <algorithm>
#include <utility>

// The part of Record that takes what the writer answers: on disk, failed, or not to be had.

namespace mvr::store {
namespace {

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

} // namespace

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
        entry.done(Recorded{true, spilled, spilled ? status_.problem : "", entry.ids()});
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
        done(Recorded{false, false, to_sentence(error), entry.ids()});
    }
    drop_beyond_limit();
}

void Record::drop_beyond_limit()
{
    const std::size_t dropped = outbox_.drop_beyond(pending_limit);
    if (dropped > 0) state_is_apart_ = true;
    status_.lost += static_cast<std::int64_t>(dropped);
}

} // namespace mvr::store
