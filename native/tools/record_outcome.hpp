#pragma once

#include "support/describe.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace mvr::tools {

/// What became of the events of a call; every reply of a tool that records begins with it. A tool
/// sets `event_ids`; the rest is filled in when it is known (see Recording).
struct RecordOutcome {
    bool recorded = false;
    std::optional<bool> pending;
    std::vector<std::string> event_ids;
    std::optional<std::string> record_problem;
    /// Why nothing of this goes into the record; stands as `record_problem` then. Not on the wire.
    std::string not_recorded_because = {};
};

/// The description of a reply that records: its own members, and what became of the record.
template <class Reply, class... Members> constexpr auto and_record_outcome(Members... members)
{
    return std::tuple{
        members...,
        Member<Reply, bool>{"recorded", &Reply::recorded,
                            "True: on disk. False: see pending and record_problem"},
        Member<Reply, std::optional<bool>>{"pending", &Reply::pending, "On its way to the disk"},
        Member<Reply, std::vector<std::string>>{"event_ids", &Reply::event_ids,
                                                "The events of the record that hold this"},
        Member<Reply, std::optional<std::string>>{"record_problem", &Reply::record_problem, ""},
    };
}

} // namespace mvr::tools
