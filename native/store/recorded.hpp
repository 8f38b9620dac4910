#pragma once

#include <string>
#include <vector>

namespace mvr::store {

/// When the facts of a decision may be taken for true.
enum class Effect {
    at_once, ///< a learner's try: it takes effect now and may wait for the disk
    on_disk, ///< a seat, a grade, a mail: it takes effect when it is on disk, or is rejected
};

/// What became of a decision's events.
struct Recorded {
    bool on_disk = false; ///< only then may a reply say "recorded"
    bool waiting = false; ///< on disk in a spill file, joined when the other Blender lets go
    std::string problem;  ///< why not (or why waiting), one sentence with the remedy
    std::vector<std::string> event_ids;
};

} // namespace mvr::store
