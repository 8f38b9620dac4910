#pragma once

#include "scene/geometry.hpp"
#include "scene/question.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace mvr::scene {

/// What the learner looks through.
struct ViewState {
    Vec3 eye;
    Vec3 forward; ///< unit
    Vec3 up;      ///< unit
    double vertical_fov_rad = 0;
    double aspect = 1;  ///< width / height
    std::string source; ///< "viewport" or "camera"
    /// Above 0: a parallel projection that shows so much height at every depth. The field of view
    /// then only says from where perspective would show things as large; nothing is behind the eye.
    double parallel_height_m = 0;
    /// Of a viewport: from the eye to the point that it turns about, which zooming changes; 0
    /// through a camera.
    double pivot_distance_m = 0;

    friend bool operator==(const ViewState &, const ViewState &) = default;
};

/// What the learner has selected, of the objects that the lesson names, by their names in it.
struct Selection {
    std::set<std::string, std::less<>> names;
    std::string active; ///< empty where the active object is none of them

    friend bool operator==(const Selection &, const Selection &) = default;
};

/// What the learner looks through and works with.
struct Surroundings {
    std::optional<ViewState> view;
    std::string mode;        ///< Blender's `Context.mode`, e.g. "OBJECT"
    std::string active_tool; ///< e.g. "builtin.move"
    Selection selection;
    std::map<std::string, Answer, std::less<>> answers; ///< by the question
};

} // namespace mvr::scene
