#pragma once

#include "vault_script.hpp"

#include <string>
#include <vector>

namespace mvr::faults {

/// What may be missing from a record, and still nothing is wrong.
struct Allowance {
    bool may_report_damage = false; ///< findings at all; else the record must be as it was
    bool may_lack_head = false;     ///< or a part of it: it is not synced until a checkpoint
    std::int64_t lost = 0;          ///< acknowledged events, if they are reported as lost
    bool half_written = false;      ///< an event in doubt may be there in part, so as lost
    bool cut_off_at_end = false; ///< events may be missing from some point on, if that is reported
};

/// Opens the record as the next start does, verifies all of it, compares it with what the run was
/// heard, and appends one event more; each thing that is wrong is a sentence. Of the events that
/// were acknowledged none may be lost, none may be there twice, none may be there that nobody gave.
std::vector<std::string> differences(const std::string &folder, const Outcome &outcome,
                                     const Allowance &allowance = {});

} // namespace mvr::faults
