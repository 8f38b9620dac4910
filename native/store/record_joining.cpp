// How a record comes to be open, and how work of other processes and vaults comes into it.

#include "store/event_id.hpp"
#include "store/record.hpp"
#include "vault/seal.hpp"

#include <memory>
#include <string>
#include <utility>

namespace mvr::store {

void Record::opened(OpenedRecord opened)
{
    state_ = std::move(opened.state);
    status_.mode = opened.mode;
    status_.path = std::move(opened.path);
    status_.events = opened.head.sequence;
    status_.problem = status_.remedy = "";
    for (Notice &notice : opened.notices)
        status_.notices.push_back(std::move(notice));
    on_disk_ = opened.head;
    snapshot_at_ = opened.snapshot_at;
    sealer_ = std::move(opened.sealer);
    names_.clear();
    retry_at_ms_ = 0;
    if (opened.mode == RecordMode::read_only) {
        status_.problem = "the record was written by a newer version of Malloc VR Learning, so it "
                          "can be read here but not written";
        status_.remedy = "Update the add-on, then open this file again.";
    }
    status_.is_failing = false;
    outbox_.take_back(); // it was meant for the spill file
    // What was spilled was done before what waits here, so it is written and folded before it.
    if (Outgoing spilled = read_spilled(std::move(opened.spilled)); !spilled.events.empty())
        outbox_.put_first(std::move(spilled));
    for (const Outgoing &entry : outbox_.all()) {
        if (entry.effect == Effect::at_once) apply(entry);
    }
    forget_traces_without_consent(); // also those that a process left which died before it could
    if (!can_write()) tell_not_recorded({Errc::unsupported, status_.problem, "", status_.remedy});
    count_pending();
}

void Record::not_opened(RecordNotOpened reason)
{
    status_.mode = reason.mode;
    spill_reason_ = reason.reason;
    status_.problem = reason.reason.message;
    status_.remedy = reason.reason.remedy;
    if (reason.keys) own_keys_ = std::make_unique<vault::VaultKeys>(*std::move(reason.keys));
    names_.clear();
    if (!can_write()) tell_not_recorded(reason.reason);
    count_pending();
}

Outgoing Record::read_spilled(std::vector<SpilledEvent> events)
{
    Outgoing entry;
    for (SpilledEvent &spilled : events) {
        if (!merged_.insert(spilled.id).second) continue; // it is on its way already
        std::string plain(vault::as_text(spilled.plain));
        auto decoded = decode_event(plain);
        if (!decoded) { // kept as it is, so that nothing is lost with its file
            status_.notices.push_back(
                {"An event of another Blender cannot be read: " + decoded.error().message + ".",
                 ""});
            decoded = DecodedEvent{"", UnknownEvent{"unreadable", 0, Json()}};
        }
        entry.events.push_back({0, id_text(spilled.id), spilled.time_ms,
                                std::move(decoded->learner), std::move(decoded->payload)});
        entry.plain.push_back(std::move(plain));
        entry.merged.push_back(spilled.id);
    }
    entry.from_spill = true;
    return entry;
}

void Record::merge(std::vector<SpilledEvent> events, OnRecorded done)
{
    if (done && !can_write())
        return done(Error{Errc::storage_unavailable, status_.problem, "", status_.remedy});
    Outgoing entry = read_spilled(std::move(events));
    if (entry.events.empty()) {
        if (done) done(Recorded{true, false, "", {}});
        return;
    }
    if (done) { // the other vault keeps what this one cannot take, so it need not wait here
        entry.from_spill = false;
        entry.effect = Effect::on_disk;
        entry.done = std::move(done);
    }
    take(std::move(entry));
}

void Record::erased(const std::string &learner, const Id &stream)
{
    if (sealer_) sealer_->keys().remove(stream);
    names_.erase(learner);
    state_.forget(learner);
}

Result<void> Record::check_erasure() const
{
    if (status_.mode == RecordMode::open && status_.problem.empty()) return {};
    if (status_.mode == RecordMode::spill) {
        return Error{Errc::conflict, "another Blender has the record open", "",
                     "Delete the learner there, or close it and try again."};
    }
    return Error{Errc::storage_unavailable,
                 "nothing can be deleted while the record cannot be written: " + status_.problem,
                 "", status_.remedy};
}

void Record::noticed(Notice notice) { status_.notices.push_back(std::move(notice)); }

} // namespace mvr::store
