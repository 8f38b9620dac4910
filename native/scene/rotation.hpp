#pragma once

#include "scene/geometry.hpp"

namespace mvr::scene {

/// The rotation in `m`, its scale removed (column by column, so a shear is not undone; a mirrored
/// axis is taken as turned). The identity when an axis has no length.
/// Source: quaternion from a matrix, Shepperd 1978.
Quat rotation_of(const Mat4 &m);

} // namespace mvr::scene
