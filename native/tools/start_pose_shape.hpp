#pragma once

// How a unit finds an object at its start, as clients say it.

#include "support/describe.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

/// What an object is at the start of a unit, beside where it stands.
struct StartState {
    std::optional<std::array<double, 3>> scale;
    bool hide = false;
    bool hide_viewport = false;
    bool hide_render = false;
    std::vector<std::string> collections;
};

/// Where an object stands at the start of a unit.
struct StartPose {
    std::optional<std::array<double, 3>> location;
    std::optional<std::array<double, 4>> rotation;
    bool hidden = false;
    std::optional<StartState> state;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::StartState> {
    using T = tools::StartState;
    static constexpr std::tuple members{
        Member{"scale", &T::scale, "Along the object's own axes", numbers(-1e6, 1e6).or_default()},
        Member{"hide", &T::hide, "By the eye in the outliner", or_default},
        Member{"hide_viewport", &T::hide_viewport, "Off in viewports", or_default},
        Member{"hide_render", &T::hide_render, "Off in renders", or_default},
        Member{"collections", &T::collections, "That hold it; \"\" is the scene's own",
               items(0, 64).each(text(0, 63)).or_default()},
    };
};

template <> struct Description<tools::StartPose> {
    using T = tools::StartPose;
    static constexpr std::tuple members{
        Member{"location", &T::location, "In the space of the object's parent",
               numbers(-1e6, 1e6).in("m").or_default()},
        Member{"rotation", &T::rotation, "Quaternion w, x, y, z, in the same space",
               numbers(-1e6, 1e6).or_default()},
        Member{"hidden", &T::hidden, "Out of sight", or_default},
        Member{"state", &T::state, "In place of hidden, where more of the object was captured"},
    };
};

} // namespace mvr
