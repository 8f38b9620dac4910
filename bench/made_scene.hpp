#pragma once

#include "scene/condition.hpp"
#include "scene/object_state.hpp"
#include "scene/view_state.hpp"

#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

// A scene of boxes in a row and requirements over them, for the benchmarks; and the peer of
// judging: as many plain distances, each between two objects that are found by name.

namespace mvr::bench {

inline std::string object_name(int i) { return "Object " + std::to_string(i); }

inline scene::ObjectState make_object(int i)
{
    scene::ObjectState object;
    object.name = object_name(i);
    object.world.m[3] = i;
    object.bounds.fill({static_cast<double>(i), 0, 0});
    object.region_half_size = {0.5, 0.5, 0.5};
    object.materials = {"Steel"};
    object.properties["torque"] = 60.0;
    return object;
}

inline scene::ViewState make_view()
{
    return {.eye = {0, -5, 0},
            .forward = {0, 1, 0},
            .up = {0, 0, 1},
            .vertical_fov_rad = 1,
            .source = "viewport"};
}

/// Requirement number `i`: one of six kinds, of `object` and mostly of `other` too.
inline Json make_requirement(int i, const std::string &object, const std::string &other)
{
    switch (i % 6) {
    case 0: return {{"distance", {{"object", object}, {"to", other}, {"max", 2}, {"unit", "mm"}}}};
    case 1:
        return {{"angle",
                 {{"object", object},
                  {"axis", "z"},
                  {"to", other},
                  {"to_axis", "z"},
                  {"max", 5},
                  {"unit", "deg"}}}};
    case 2: return {{"inside", {{"object", object}, {"region", other}}}};
    case 3: return {{"turned", {{"object", object}, {"axis", "z"}, {"min", 90}, {"unit", "deg"}}}};
    case 4: return {{"in_view", {{"object", object}, {"min_screen_fraction", 0.1}}}};
    default: return {{"property", {{"object", object}, {"name", "torque"}, {"min", 60}}}};
    }
}

class PlainDistances {
  public:
    /// Between each name and the one after it.
    PlainDistances(const std::vector<scene::ObjectState> &objects, std::vector<std::string> names)
        : names_(std::move(names))
    {
        for (const scene::ObjectState &object : objects)
            by_name_[object.name] = &object;
    }

    double sum() const
    {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
            const auto &from = by_name_.at(names_[i])->world.m;
            const auto &to = by_name_.at(names_[i + 1])->world.m;
            sum += std::hypot(from[3] - to[3], from[7] - to[7], from[11] - to[11]);
        }
        return sum;
    }

  private:
    std::unordered_map<std::string, const scene::ObjectState *> by_name_;
    std::vector<std::string> names_;
};

} // namespace mvr::bench
