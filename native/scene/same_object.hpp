#pragma once

#include "scene/object_state.hpp"
#include "scene/question.hpp"

#include <cstdint>

namespace mvr::scene {

/// Whether all numbers of the pose are finite.
bool is_measurable(const Pose &pose);
bool is_measurable(const ObjectState &object);

/// Whether two points or directions differ by more than rounding.
bool shifted(const Vec3 &a, const Vec3 &b);

/// Whether the origin and rotation are the same, but for rounding.
bool same_pose(const Pose &a, const Pose &b);

/// Whether the corners of the body are where they were, but for rounding; its origin may not be.
bool same_bounds(const ObjectState &a, const ObjectState &b);

/// Whether everything that a condition can ask of the object is the same, but for rounding. Name
/// and UUID say which object it is, and are not compared.
bool same_object(const ObjectState &a, const ObjectState &b);

/// A number for the object's state: 64 bits of FNV-1a, lengths rounded to a micrometre and channels
/// to a microradian. What Undo brings back has the number that it had, as Blender restores the very
/// numbers; two states that `same_object` takes for one may have two.
/// Source: RFC 9923 (FNV), offset basis 14695981039346656037 and prime 1099511628211.
std::uint64_t state_number(const ObjectState &object);
/// … and for an answer.
std::uint64_t state_number(const Answer &answer);

} // namespace mvr::scene
