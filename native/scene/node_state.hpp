#pragma once

#include "scene/euler_channels.hpp"
#include "scene/geometry.hpp"
#include "scene/object_state.hpp"
#include "scene/viewing.hpp"
#include "support/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mvr::scene {

/// `unknown` is what could not be measured. It does not hold, and neither does its negation: a
/// deleted object must not pass a "not" (Kleene's three-valued logic).
enum class Truth { no, yes, unknown };

inline Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

/// How an object stands in the view.
struct ViewMeasure {
    /// Eye to the centre of the bounding box; in a parallel view, from where perspective would show
    /// things as large as it does.
    double distance_m = 0;
    double horizontal = 0; ///< of the centre, in half widths of the view: -1 left edge, 1 right
    double vertical = 0;   ///< … in half heights
    bool in_front = false; ///< of the eye
    double facing_rad = 0; ///< between the object's axis and the way to the eye; 0 without an axis
    double screen_fraction = 0; ///< of the view's height that the bounding box covers, 0 to 1
    double off_axis_rad = 0;    ///< between where one looks and the centre; 0 in a parallel view
    double edge_rad = 0;        ///< … to the view's edge on the same side
    double beyond_edge_m = 0;   ///< of a parallel view; 0 inside it and in any other
};

/// How an object stands over another.
struct SupportMeasure {
    bool above = false;      ///< their footprints overlap
    double gap_m = 0;        ///< up to the object's lowest part; negative where it is sunk in
    double off_centre_m = 0; ///< between the centres of both boxes, seen from above
    double beside_m = 0;     ///< between footprints that do not overlap
};

/// A number is in the unit of the node's range; a list holds the names of materials.
using Measured = std::variant<std::monostate, double, Property, std::vector<std::string>,
                              ModifierList, ViewMeasure, SupportMeasure>;

/// Why nothing could be judged. Problems are constants of the program: findings refer to them.
struct Problem {
    std::string_view code; ///< in the evidence
    /// A whole clause; without one the predicate says what is wrong.
    std::optional<MessageTemplate> sentence = {};
};

/// What one node says of one observation. `missing` is the index of the object.
struct Finding {
    Truth truth = Truth::unknown;
    Measured measured;
    const Problem *problem = nullptr;
    std::optional<std::size_t> missing;
};

/// Who brought it about that a node held for the first time.
enum class ReachedBy {
    learner,
    start,     ///< it held from the start
    program,   ///< nobody: the program, or a tolerance that allows more
    tolerance, ///< the learner, whose work is enough since the tolerance allows more
};

/// How a node came to hold for the first time.
struct Reached {
    double seconds = 0;
    std::size_t observation = 0;
    ReachedBy by = ReachedBy::learner;
};

/// What one node remembers of all of them.
struct NodeState {
    Finding now;
    bool held_before = false; ///< at the observation before the last
    bool is_given = false; ///< true from the start or by the program's doing, and not untrue since
    bool begun = false;    ///< of work on one object: it was done to some extent at some time
    std::optional<Reached> reached;    ///< since it was last taken back
    std::optional<Reached> taken_back; ///< by Undo, and as it is again after Redo
    double true_since_seconds = 0;     ///< means something only while it holds
    std::optional<double> least, most; ///< of all measured numbers
    double twist_rad = 0;              ///< of `turned`: unwrapped, since the start
    /// Of `turned`: how the learner had turned it when it was measured last.
    std::optional<Orientation> turned_from;
    Viewing viewing;                        ///< of `view_turned` and `view_zoomed`
    std::optional<double> of_since_seconds; ///< of `within`: while what it asks for holds
    std::optional<double> in_time_seconds;  ///< of `within`: it was done then, and in time
    int self_corrected = 0; ///< of `order`: steps that came too early and were taken back
};

} // namespace mvr::scene
