#pragma once

// For the tests of spill files: events for them, and one merge.

#include "vault_folder.hpp"

#include "store/spill.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace mvr::store::test {

inline vault::Bytes to_bytes(std::string_view text)
{
    const auto bytes = vault::as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

inline SpilledEvent spilled(const vault::VaultKeys &keys, const std::string &learner,
                            std::uint64_t number, TimeMs time)
{
    SpilledEvent event;
    if (!learner.empty()) event.learner = keys.pseudonym(learner);
    event.id = id_number(number);
    event.time_ms = time;
    event.plain = to_bytes(saying(learner, number));
    return event;
}

inline std::vector<std::string> spill_files(const RecordFolder &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("spill-")) names.push_back(name);
    }
    return names;
}

/// One turn of the holder of the lock; how many came in.
inline std::size_t merge_once(Recording &recording, SpillFolder &spills, bool finish = true)
{
    const auto waiting = spills.collect(recording.vault->store());
    REQUIRE(waiting);
    if (!waiting->empty()) {
        std::vector<PlainEvent> events;
        std::vector<Id> ids;
        for (const SpilledEvent &event : *waiting) {
            events.push_back({event.learner, event.id, event.time_ms, event.plain});
            ids.push_back(event.id);
        }
        REQUIRE(recording.commit(recording.sealer->seal(events), ids));
    }
    if (finish) REQUIRE(spills.finish());
    return waiting->size();
}

} // namespace mvr::store::test
