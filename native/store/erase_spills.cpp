#include "store/erase_spills.hpp"

#include "store/spill_entry.hpp"
#include "support/os.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mvr::store {
namespace {

/// The parts of a file that are not an entry of somebody else, each as place and length.
std::vector<std::pair<std::int64_t, std::int64_t>> all_but_others(const SpillFile &file,
                                                                  const vault::Pseudonym &learner)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    std::int64_t from = 0;
    for (const SpillEntry &entry : file.entries) {
        if (entry.event.learner == learner) continue;
        if (entry.at > from) parts.emplace_back(from, entry.at - from);
        from = entry.at + entry.bytes;
    }
    if (file.size > from) parts.emplace_back(from, file.size - from);
    return parts;
}

Result<void> erase_from(const std::string &path, const vault::VaultKeys &keys,
                        const vault::Pseudonym &learner)
{
    // Taken before it is read: a writer that is gone adds nothing.
    const auto lock = os::open_append_locked(path);
    if (!lock && lock.error().code != Errc::locked) return lock.error();
    const auto content = os::read_private_file(path);
    if (!content) return content.error();
    const SpillFile file = read_entries(vault::as_bytes(*content), keys.box);
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    if (lock) {
        parts = all_but_others(file, learner);
    } else {
        for (const SpillEntry &entry : file.entries)
            if (entry.event.learner == learner) parts.emplace_back(entry.at, entry.bytes);
    }
    for (const auto &[at, bytes] : parts)
        if (auto done = os::overwrite_with_zeros(path, at, bytes); !done) return done;
    return {};
}

} // namespace

Result<void> erase_from_spills(const VaultFiles &files, const vault::VaultKeys &keys,
                               const vault::Pseudonym &learner)
{
    for (const char *suffix : {".sealed", ".damaged"}) {
        for (const std::string &path : files.matching("spill-", suffix))
            if (auto done = erase_from(path, keys, learner); !done) return done;
    }
    return {};
}

} // namespace mvr::store
