#pragma once

#include "store/spilled_event.hpp"

#include <span>
#include <vector>

namespace mvr::store {

/// Appends one event to `out` as it stands in a spill file, sealed to the vault.
void put_entry(vault::Bytes &out, const SpilledEvent &event,
               const vault::Box::PublicKey &vault_key);

/// An entry that opened, and where it stands.
struct SpillEntry {
    SpilledEvent event;
    std::int64_t at = 0;
    std::int64_t bytes = 0;
};

/// What a spill file holds.
struct SpillFile {
    std::vector<SpillEntry> entries;
    std::vector<std::int64_t>
        unreadable;        ///< where something stands that does not open, but at the end
    std::int64_t size = 0; ///< of the file as it was read
};

/// Reads a spill file. Entries are found by their marks, so that a broken one does not hide those
/// behind it; one that is cut off at the end, and what was overwritten, is passed over.
SpillFile read_entries(std::span<const std::byte> content, const vault::Box &box);

} // namespace mvr::store
