#pragma once

#include "fault_disk.hpp"

#include <string_view>

namespace mvr::faults {

/// A way for a disk to fail.
struct DiskSort {
    Fault::Kind kind;
    bool stays;
    std::string_view name;
};

constexpr DiskSort disk_sorts[] = {
    {Fault::Kind::write_fails, false, "a write fails once"},
    {Fault::Kind::write_fails, true, "every write fails from then on"},
    {Fault::Kind::sync_fails, false, "a sync fails once"},
    {Fault::Kind::sync_fails, true, "every sync fails from then on"},
    {Fault::Kind::disk_full, true, "the disk is full"}};

} // namespace mvr::faults
