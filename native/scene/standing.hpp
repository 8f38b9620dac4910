#pragma once

#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mvr::scene {

/// How a condition stands, as far as it matters to what counts as a try.
struct Standing {
    bool holds = false;
    bool broken = false; ///< a violated order keeps it from ever holding, unless it is taken back
    /// Named objects that the last observation changed, and questions that it answered; sorted.
    std::vector<std::string> changed;
    bool entered = false; ///< the last observation entered a view, mode or tool that it asks for
    /// The last observation saw the scene from elsewhere, and views are all that it asks for.
    bool looked = false;
    std::uint64_t state = 0; ///< equal for equal states of these (FNV-1a of them)
};

/// Whether the program holds. One that judges nothing but work does not while none was begun.
bool holds(const Program &program, const std::vector<NodeState> &nodes);

/// Whether the program can never hold any more, as nothing that it needs can: an order is violated,
/// or the time that it allows is over, and no way around that is left ("any", "count"). Undo may
/// take the first back.
bool is_lost(const Program &program, const std::vector<NodeState> &nodes);

/// … while an order of it is violated: what the learner did too early, and may take back.
bool is_broken(const Program &program, const std::vector<NodeState> &nodes);

/// Whether the program judges nothing but work (moves, turns, orders) of which none was begun since
/// the start: whatever holds then, holds without anything having been done.
bool is_untouched(const Program &program, const std::vector<NodeState> &nodes);

/// Whether the predicate is of what the learner looks through or works with, not of an object's
/// own state: a view, a mode, a tool, a selection.
bool is_entered(const Predicate &predicate);

/// What the predicate judges beside objects.
Beside beside_of(const Predicate &predicate);

/// Whether the predicate is of the view.
inline bool needs_view(const Predicate &predicate) { return beside_of(predicate) == Beside::view; }

/// Whether all that the program judges is how one sees things.
bool asks_for_views_only(const Program &program);

} // namespace mvr::scene
