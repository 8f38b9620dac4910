#pragma once

#include "scene/view_state.hpp"

#include <optional>

namespace mvr::scene {

/// How a learner went on with the viewport since the start of a run.
struct Viewing {
    std::optional<ViewState> last; ///< that was counted from; nothing while none was seen
    double turned_rad = 0;         ///< sum of the angles between one view and the next
    double zoomed_log = 0;         ///< sum of |ln(distance / distance before)|
};

/// Adds the way to the view at hand. Through a camera, or without a view, nothing is added, nor for
/// the way back from there. A view that differs by rounding alone is the same one; what it drifts
/// by adds up.
void follow_viewport(const std::optional<ViewState> &view, Viewing &viewing);

} // namespace mvr::scene
