#include "vault_script.hpp"

#include "store/spill.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace mvr::faults {

using namespace mvr::store;
namespace fs = std::filesystem;

Outcome cut_short(const Outcome &whole, const Progress &progress)
{
    Outcome cut;
    for (std::size_t i = 0; i < progress.given; ++i) {
        const Outcome::Said &said = whole.acknowledged[i];
        const bool spilled = i >= progress.spilled_from && i < progress.spilled_to;
        auto &list = i < progress.acknowledged ? cut.acknowledged
                     : spilled                 ? cut.spilled
                                               : cut.in_doubt;
        list.push_back(said);
        if (progress.erase_at != 0 && i >= progress.erase_at) cut.after_erasure.insert(said.id);
    }
    cut.erase_tried = progress.erase_at != 0;
    cut.erased = progress.erased;
    return cut;
}

VaultScript::VaultScript(std::string folder, std::uint64_t seed, Progress *progress)
    : folder_(std::move(folder)), random_(seed), progress_(progress ? *progress : nobodys_)
{
}

std::vector<Outcome::Said> VaultScript::events(int size)
{
    std::vector<Outcome::Said> made(static_cast<std::size_t>(size));
    for (Outcome::Said &said : made) {
        for (std::byte &byte : said.id)
            byte = static_cast<std::byte>(random_());
        const auto learner = random_() % 5;
        if (learner != 0) said.learner = "learner-" + std::to_string(learner);
        said.text = "event " + std::to_string(random_()) + std::string(random_() % 400, 'x');
    }
    return made;
}

bool VaultScript::open()
{
    auto vault = open_vault(folder_, {[this] { return now_ += 1'000; }, 1, nullptr});
    if (!vault) {
        outcome_.errors.push_back(vault.error().message);
        return false;
    }
    vault_ = *std::move(vault);
    auto keys = vault_->keys();
    if (!keys) {
        outcome_.errors.push_back(keys.error().message);
        return false;
    }
    sealer_ = std::make_unique<Sealer>(*std::move(keys), vault_->store().head());
    return true;
}

void VaultScript::append(const std::vector<Outcome::Said> &batch, std::span<const Id> merged_ids)
{
    std::vector<PlainEvent> plain;
    for (const Outcome::Said &said : batch) {
        PlainEvent event;
        if (!said.learner.empty()) event.learner = sealer_->keys().vault().pseudonym(said.learner);
        event.id = said.id;
        event.time_ms = now_ += 1'000;
        event.plain = vault::as_bytes(said.text);
        plain.push_back(event);
    }
    if (outcome_.erase_tried) {
        for (const Outcome::Said &said : batch)
            outcome_.after_erasure.insert(said.id);
    }
    progress_.given = std::max(progress_.given, progress_.acknowledged + batch.size());
    for (int attempt = 0; attempt < 2; ++attempt) {
        const RecordHead before = sealer_->tail();
        const SealedBatch sealed = sealer_->seal(plain);
        const auto done = vault_->store().append(
            {sealed.expected_last, sealed.rows, sealed.new_streams, merged_ids});
        if (done) {
            sealer_->written(sealer_->tail().sequence);
            outcome_.retried += attempt;
            progress_.acknowledged += batch.size();
            outcome_.acknowledged.insert(outcome_.acknowledged.end(), batch.begin(), batch.end());
            return;
        }
        outcome_.errors.push_back(done.error().message);
        sealer_->rollback_to(before);
    }
    outcome_.in_doubt.insert(outcome_.in_doubt.end(), batch.begin(), batch.end());
}

void VaultScript::append_some(int batches)
{
    for (int i = 0; i < batches; ++i)
        append(events(1 + static_cast<int>(random_() % 5)), {});
}

void VaultScript::merge_spilled()
{
    const auto said = events(3);
    SpillWriter writer(folder_, sealer_->keys().vault().box.public_key());
    std::vector<SpilledEvent> spilled;
    for (const Outcome::Said &each : said) {
        SpilledEvent event;
        if (!each.learner.empty()) event.learner = sealer_->keys().vault().pseudonym(each.learner);
        event.id = each.id;
        event.time_ms = now_ += 1'000;
        const auto text = vault::as_bytes(each.text);
        event.plain.assign(text.begin(), text.end());
        spilled.push_back(std::move(event));
    }
    if (auto kept = writer.append(spilled); !kept) {
        outcome_.errors.push_back(kept.error().message);
        outcome_.in_doubt.insert(outcome_.in_doubt.end(), said.begin(), said.end());
        outcome_.not_spilled = said.size();
        return;
    }
    progress_.spilled_from = progress_.acknowledged;
    progress_.spilled_to = progress_.given = progress_.acknowledged + said.size();
    SpillFolder folder(folder_, vault_->vault_keys());
    const auto waiting = folder.collect(vault_->store());
    if (!waiting) {
        outcome_.errors.push_back(waiting.error().message);
        outcome_.spilled = said;
        return;
    }
    std::vector<Id> ids;
    for (const SpilledEvent &event : *waiting)
        ids.push_back(event.id);
    const std::size_t before = outcome_.acknowledged.size();
    append(said, ids);
    if (outcome_.acknowledged.size() == before) {
        outcome_.in_doubt.resize(outcome_.in_doubt.size() - said.size());
        outcome_.spilled = said;
        return;
    }
    if (auto finished = folder.finish(); !finished)
        outcome_.errors.push_back(finished.error().message);
}

void VaultScript::erase()
{
    const vault::Pseudonym learner = sealer_->keys().vault().pseudonym(leaver);
    if (sealer_->keys().stream_of(learner) == nullptr) return;
    outcome_.erase_tried = true;
    progress_.erase_at = progress_.acknowledged;
    const auto erased = vault_->erase(learner, "asked by the learner");
    if (!erased) {
        outcome_.errors.push_back(erased.error().message);
        return;
    }
    outcome_.erased = progress_.erased = true;
    sealer_->keys().remove(erased->stream);
}

Outcome VaultScript::run()
{
    if (open()) {
        append_some(5);
        const vault::Bytes part(100, std::byte{7});
        const SnapshotPart snapshot{"test", ownerless_stream, part};
        if (auto saved = vault_->store().save(vault_->store().head(), {&snapshot, 1}); !saved)
            outcome_.errors.push_back(saved.error().message);
        append_some(2);
        if (auto tidied = vault_->store().checkpoint(); !tidied)
            outcome_.errors.push_back(tidied.error().message);
        append_some(2);
        merge_spilled();
        erase();
        append_some(2);
    }
    sealer_.reset();
    vault_.reset();
    return std::move(outcome_);
}

Outcome VaultScript::fill(int batches, const std::string &copy)
{
    if (!open()) throw std::runtime_error(outcome_.errors.back());
    append_some(batches / 2);
    if (auto tidied = vault_->store().checkpoint(); !tidied)
        throw std::runtime_error(tidied.error().message);
    append_some(batches - batches / 2);
    if (!copy.empty()) fs::copy(folder_, copy, fs::copy_options::recursive);
    sealer_.reset();
    vault_.reset();
    return std::move(outcome_);
}

} // namespace mvr::faults
