#pragma once

#include "scene/view_state.hpp"

namespace mvr::scene {

/// Whether the eye is in the same place and looks in the same direction, but for rounding.
bool same_stand(const ViewState &a, const ViewState &b);

/// … and shows as much, whatever the shape of its window.
bool same_view(const ViewState &a, const ViewState &b);

} // namespace mvr::scene
