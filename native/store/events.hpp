#pragma once

#include "store/event_files.hpp" // made by CMake from all_events.def
#include "support/json.hpp"

#include <string>
#include <variant>

namespace mvr::store {

// The kinds of event that the record knows. A kind is a file in events/ and a line in
// all_events.def: a plain struct of what happened, with
//
// clang-format off
//     static constexpr std::string_view name;          in the record: the file format, never changed
//     a Description of its members                     how its payload looks there
//     void apply(LearnerState &, TimeMs) const;        what the learner's state takes of it, or
//     static constexpr bool leaves_learner = true;     that it takes nothing
//
// and, where it needs them,
//
//     static std::span<const Upcaster> upcasters();    `upcasters()[n - 1]` makes version n + 1 of
//                                                      version n; the version is their number plus 1
// clang-format on
//
// Thread: any; all are plain values.

/// An event that a newer version of this program wrote: kept, exported, and without effect on the
/// state.
struct UnknownEvent {
    static constexpr bool leaves_learner = true;

    std::string type;
    int version = 0;
    Json payload;
};

#define MVR_EVENT(type, file) type,
using Payload = std::variant<
#include "store/all_events.def"
    UnknownEvent>;
#undef MVR_EVENT

} // namespace mvr::store
