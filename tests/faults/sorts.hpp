#pragma once

#include "tally.hpp"

namespace mvr::faults {

/// The VFS itself, on bare SQLite: with synchronous = FULL a loss of power costs nothing, with
/// NORMAL it does.
void test_the_faults(Campaign &campaign);

/// A write or a sync fails, once or from then on, at every one of a short run; the disk is full
/// from every growing write on.
void test_disk_faults(Campaign &campaign);

/// Power is lost at every write and sync; what was not synced is gone, or half of it is.
void test_power_losses(Campaign &campaign);

/// The same through the record's two sides, the one that decides and the one that writes: each
/// caller gets the truth, and what waited is written when the fault has passed.
void test_record(Campaign &campaign);

/// Every byte of a small vault is altered, one at a time (a sample of 1 in 32, unless `all`).
void test_altered_bytes(Campaign &campaign);

/// Vaults in a state that no run of this program leaves by itself: of a newer version, without its
/// head file, copied while in use, put back to an older state, cut off.
void test_odd_vaults(Campaign &campaign);

/// The vault of release 0.1.0, with power lost at every write and sync of its migration.
void test_migration(Campaign &campaign);

} // namespace mvr::faults
