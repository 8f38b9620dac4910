#include "store/record_writer.hpp"

#include "store/event_catalogue.hpp"
#include "store/event_export.hpp"
#include "store/other_vault.hpp"
#include "store/sealed_snapshot.hpp"
#include "store/state_replay.hpp"
#include "support/log.hpp"
#include "support/os.hpp"

#include <utility>

namespace mvr::store {
namespace {

constexpr TimeMs between_looks_ms = 5'000;
constexpr std::int64_t rows_a_verify_step = 2'000;

OpenOptions options(const Clock &clock)
{
    return {clock, event_catalogue_number(), event_from_v1, true};
}

/// What a learner need not be stopped by, and what may pass by itself.
bool may_pass(Errc code) { return code == Errc::locked || code == Errc::storage_unavailable; }

Notice notice_of(const Finding &finding)
{
    std::string text = finding.what;
    if (!finding.kept_as.empty()) text += " The file as it was found is kept as " + finding.kept_as;
    return {std::move(text), finding.remedy};
}

Notice spill_notice(const std::string &problem)
{
    return {"Work of another Blender was damaged before it came in: " + problem + ".",
            "The file is kept beside the record, as .damaged."};
}

} // namespace

RecordWriter::RecordWriter(std::string folder, Clock clock, Listener listener)
    : folder_(std::move(folder)), clock_(std::move(clock)), listener_(std::move(listener))
{
}

RecordWriter::~RecordWriter() = default;

void RecordWriter::open()
{
    next_look_ms_ = clock_() + between_looks_ms;
    if (auto opened = try_open(true); !opened) say_not_opened(opened.error());
}

Result<void> RecordWriter::try_open(bool may_create)
{
    OpenOptions how = options(clock_);
    how.may_create = may_create;
    auto vault = open_vault(folder_, how);
    if (!vault) return vault.error();
    // A newer program's: it takes in what we go on to spill, and we could not write here.
    if (spill_ && !(*vault)->report().read_only.empty()) return {};
    EventStore &store = (*vault)->store();
    auto keys = (*vault)->keys();
    if (!keys) return keys.error();
    auto replayed = replay(store, *keys);
    if (!replayed) return replayed.error();

    OpenedRecord opened;
    const VaultReport &report = (*vault)->report();
    opened.mode = report.read_only.empty() ? RecordMode::open : RecordMode::read_only;
    opened.path = report.path;
    opened.state = std::move(replayed->state);
    opened.head = store.head();
    opened.snapshot_at = replayed->snapshot_at;
    opened.sealer = std::make_unique<Sealer>(*std::move(keys), opened.head);
    for (const Finding &finding : report.findings)
        opened.notices.push_back(notice_of(finding));

    spill_.reset(); // its lock says that its writer lives; from now on we merge it
    retries_ = false;
    vault_ = *std::move(vault);
    spills_ = std::make_unique<SpillFolder>(folder_, vault_->vault_keys());
    if (opened.mode == RecordMode::open) {
        opened.spilled = collect();
        for (const std::string &problem : spills_->problems())
            opened.notices.push_back(spill_notice(problem));
    }
    os::give_back_free_memory();
    listener_.opened(std::move(opened));
    return {};
}

void RecordWriter::say_not_opened(const Error &reason)
{
    log_warning("the record does not open: " + reason.message);
    retries_ = may_pass(reason.code);
    RecordNotOpened said{RecordMode::memory, reason, std::nullopt};
    if (reason.code == Errc::locked) {
        if (auto keys = read_vault_keys(folder_)) {
            was_there_ = true;
            spill_ = std::make_unique<SpillWriter>(folder_, keys->box.public_key());
            said.mode = RecordMode::spill;
            said.keys = *std::move(keys);
        }
    }
    listener_.not_opened(std::move(said));
}

Result<void> RecordWriter::write(const WriteBatch &batch)
{
    if (batch.mode == RecordMode::spill) {
        if (!spill_) return Error{Errc::conflict, "the record was opened meanwhile", "", ""};
        return spill_->append(batch.plain);
    }
    if (!vault_) return Error{Errc::storage_unavailable, "there is no record", "", ""};
    needs_checkpoint_ = true;
    return vault_->store().append({batch.sealed.expected_last, batch.sealed.rows,
                                   batch.sealed.new_streams, batch.merged_ids});
}

void RecordWriter::save(const StateSnapshot &snapshot)
{
    if (!vault_) return;
    auto keys = vault_->keys();
    if (!keys) return log_warning("the snapshot was not kept: " + keys.error().message);
    const auto parts = seal_snapshot(snapshot.state, *keys, snapshot.folded_to);
    if (auto saved = vault_->store().save(snapshot.folded_to, parts); !saved)
        log_warning("the snapshot was not kept: " + saved.error().message);
}

void RecordWriter::spills_merged()
{
    merging_ = false;
    if (spills_) finish_spills();
}

void RecordWriter::finish_spills()
{
    if (auto finished = spills_->finish(); !finished)
        log_warning("a spill file was not removed: " + finished.error().message);
}

Result<std::int64_t> RecordWriter::export_events(const std::string &path)
{
    if (!vault_) {
        return Error{Errc::conflict, "there is no record to export", "",
                     "See the record's problem in the Server panel."};
    }
    auto keys = vault_->keys();
    if (!keys) return keys.error();
    return store::export_events(vault_->store(), *keys, path);
}

Result<Id> RecordWriter::erase(const std::string &learner)
{
    if (!vault_) return Error{Errc::conflict, "there is no record to delete from", "", ""};
    const vault::Pseudonym name = vault_->vault_keys().pseudonym(learner);
    auto tombstone = vault_->erase(name, "The learner was deleted on request.");
    if (!tombstone) return tombstone.error();
    needs_checkpoint_ = true;
    return tombstone->stream;
}

Result<std::vector<SpilledEvent>> RecordWriter::read_other(const std::string &folder)
{
    if (!vault_) return Error{Errc::conflict, "there is no record to add to", "", ""};
    return new_events_of(folder, options(clock_), *vault_);
}

void RecordWriter::tick(bool idle)
{
    const TimeMs now = clock_();
    if (is_due(now, next_look_ms_, between_looks_ms)) {
        next_look_ms_ = now + between_looks_ms;
        if (!vault_ && retries_) try_again();
        collect_spills();
    }
    if (!idle || !vault_) return;
    if (needs_checkpoint_) {
        needs_checkpoint_ = false;
        if (auto tidied = vault_->store().checkpoint(); !tidied)
            log_warning(tidied.error().message);
        return;
    }
    verify_a_little();
}

void RecordWriter::try_again()
{
    const auto opened = try_open(!was_there_); // one that was is not made anew
    if (opened) return;
    if (opened.error().code == Errc::not_found) spill_.reset(); // moved away, or removed
    // Said once: a problem that stays is on the panel already. But who found the record locked
    // before it had a key can spill now.
    const bool is_new =
        opened.error().code == Errc::not_found || (opened.error().code == Errc::locked && !spill_);
    if (is_new) say_not_opened(opened.error());
}

std::vector<SpilledEvent> RecordWriter::collect()
{
    auto spilled = spills_->collect(vault_->store());
    if (!spilled) {
        log_warning("spill files cannot be read: " + spilled.error().message);
        return {};
    }
    merging_ = !spilled->empty();
    if (!merging_) finish_spills(); // of a process that merged and died before it said so
    return *std::move(spilled);
}

void RecordWriter::collect_spills()
{
    if (!vault_ || merging_ || !vault_->report().read_only.empty()) return;
    auto spilled = collect();
    if (!spilled.empty()) listener_.spilled(std::move(spilled));
    for (const std::string &problem : spills_->problems()) {
        if (said_.insert(problem).second) listener_.noticed(spill_notice(problem));
    }
}

void RecordWriter::verify_a_little()
{
    if (verified_) return; // once in full for each opening
    const auto step = vault_->verify_step(rows_a_verify_step);
    if (!step) return;
    verified_ = step->done;
    for (const Finding &finding : step->findings)
        listener_.noticed(notice_of(finding));
}

void RecordWriter::close()
{
    if (vault_) {
        if (auto tidied = vault_->store().checkpoint(); !tidied)
            log_warning(tidied.error().message);
    }
    spills_.reset();
    vault_.reset();
    spill_.reset();
}

} // namespace mvr::store
