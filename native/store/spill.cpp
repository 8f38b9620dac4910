#include "store/spill.hpp"

#include "store/spill_entry.hpp"
#include "store/vault_files.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mvr::store {
namespace {

constexpr const char *spill_prefix = "spill-";
constexpr const char *spill_suffix = ".sealed";

std::string random_name() { return vault::to_hex(vault::random_key().bytes().first(16)); }

/// Events of the same time stay in the order of their file.
void sort_by_time(std::vector<SpilledEvent> &events)
{
    std::multimap<TimeMs, SpilledEvent> sorted; // keeps equal keys in the order of insertion
    for (SpilledEvent &event : events)
        sorted.emplace(event.time_ms, std::move(event));
    events.clear();
    for (auto &[time, event] : sorted)
        events.push_back(std::move(event));
}

} // namespace

SpillWriter::SpillWriter(std::string folder, const vault::Box::PublicKey &vault_key)
    : folder_(std::move(folder)), vault_key_(vault_key)
{
}

Result<void> SpillWriter::create()
{
    const std::string path = VaultFiles(folder_).in_folder(
        std::string(spill_prefix).append(random_name()).append(spill_suffix));
    // Locked under another name first: a file that a merger sees has its lock already.
    const std::string beside = path + ".new";
    if (auto made = os::write_private_file(beside, ""); !made) return made;
    auto file = os::open_append_locked(beside);
    if (!file) return file.error();
    if (auto moved = move_file(beside, path); !moved) return moved;
    file_ = *std::move(file);
    path_ = path;
    return {};
}

Result<void> SpillWriter::append(std::span<const SpilledEvent> events)
{
    if (events.empty()) return {};
    if (!file_) {
        if (auto made = create(); !made) return made;
    }
    vault::Bytes bytes;
    for (const SpilledEvent &event : events)
        put_entry(bytes, event, vault_key_);
    return file_->append(bytes);
}

SpillFolder::SpillFolder(std::string folder, vault::VaultKeys keys)
    : folder_(std::move(folder)), keys_(std::move(keys))
{
}

Result<std::vector<SpilledEvent>> SpillFolder::collect(EventStore &store)
{
    collected_.clear();
    problems_.clear();
    std::vector<SpilledEvent> events;
    std::set<Id> seen;
    for (const std::string &path : VaultFiles(folder_).matching(spill_prefix, spill_suffix)) {
        auto content = os::read_private_file(path);
        if (!content) return content.error();
        SpillFile file = read_entries(vault::as_bytes(*content), keys_.box);
        for (SpillEntry &entry : file.entries) {
            const auto merged = store.was_merged(entry.event.id);
            if (!merged) return merged.error();
            if (!*merged && seen.insert(entry.event.id).second) {
                events.push_back(std::move(entry.event));
            }
        }
        for (const std::int64_t at : file.unreadable) {
            problems_.push_back(name_of(path) + " has an entry that cannot be read, at byte " +
                                std::to_string(at));
        }
        collected_.push_back({path, std::move(file)});
    }
    sort_by_time(events);
    return events;
}

Result<void> SpillFolder::finish()
{
    for (const Collected &collected : std::exchange(collected_, {})) {
        // Taken before the file is looked at once more: a writer that is gone adds nothing.
        const auto lock = os::open_append_locked(collected.path);
        if (!lock && lock.error().code != Errc::locked) return lock.error();
        for (const SpillEntry &entry : collected.file.entries) {
            if (auto done = os::overwrite_with_zeros(collected.path, entry.at, entry.bytes);
                !done) {
                return done;
            }
        }
        if (!lock) continue;
        const bool grew = file_bytes(collected.path) != collected.file.size;
        if (grew) continue; // the next `collect` has the rest
        if (collected.file.unreadable.empty()) {
            os::remove_quietly(collected.path);
            continue;
        }
        const std::string stem = collected.path.substr(0, collected.path.size() - 7);
        if (auto kept = move_file(collected.path, stem + ".damaged"); !kept) return kept;
    }
    return {};
}

} // namespace mvr::store
