#pragma once

#include "scene/geometry.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mvr::scene {

/// The rotation that an object's channels hold. Unlike a matrix they tell 270° from -90°, and a
/// whole turn from none.
struct EulerChannels {
    std::array<std::size_t, 3> order{0, 1, 2}; ///< axes, the one that is applied first in front
    std::array<double, 3> angles_rad{};        ///< about x, y and z
};

/// `rotation_mode` is Blender's `Object.rotation_mode`, e.g. "XYZ"; nothing for one without Euler
/// angles ("QUATERNION", "AXIS_ANGLE").
std::optional<EulerChannels> euler_channels(std::string_view rotation_mode,
                                            const std::array<double, 3> &angles_rad);

/// Source: "ABC" is the product of the rotations about C, B and A, as `mathutils.Euler` has it.
Quat rotation_of(const EulerChannels &channels);

/// Whether a channel went half a turn or further, so that both rotations do not say which way.
bool is_half_turn_or_more(const std::optional<EulerChannels> &from,
                          const std::optional<EulerChannels> &to);

/// How an object was turned, as far as is known.
struct Orientation {
    Quat rotation; ///< in the world
    std::optional<EulerChannels> channels;
};

/// The rotations between two orientations of which each is less than half a turn from the next,
/// where the channels went half a turn or further and alone say what the object did: what a parent
/// or a constraint did besides, and more than 100 turns at once, reads as
/// the shorter way. Empty then, and where the shorter way is the way.
std::vector<Quat> rotations_between(const Orientation &from, const Orientation &to);

} // namespace mvr::scene
