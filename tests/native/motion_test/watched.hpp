#pragma once

#include "motion/viewport_watch.hpp"

#include <cmath>
#include <numbers>
#include <optional>
#include <string>

// A watch of a cube at the origin, looked at from around it.

namespace mvr::motion {

/// A cube of `size_m` about `middle`.
inline scene::ObjectState cube(const std::string &name, const Vec3 &middle, double size_m = 1)
{
    scene::ObjectState object;
    object.name = name;
    object.uuid = "uuid-" + name;
    object.world.m[3] = middle.x;
    object.world.m[7] = middle.y;
    object.world.m[11] = middle.z;
    for (std::size_t i = 0; i < 8; ++i) {
        const auto side = [&](std::size_t bit) { return ((i >> bit) & 1 ? .5 : -.5) * size_m; };
        object.bounds[i] = middle + Vec3{side(0), side(1), side(2)};
    }
    return object;
}

/// Looks at the origin from `eye`, 60° from edge to edge.
inline scene::ViewState looking_from(const Vec3 &eye)
{
    scene::ViewState view;
    view.eye = eye;
    view.forward = scene::normalised(eye * -1);
    const Vec3 right = scene::normalised(cross(view.forward, {0, 0, 1}));
    view.up = cross(right, view.forward);
    view.vertical_fov_rad = std::numbers::pi / 3;
    return view;
}

inline Vec3 on_circle(double angle_rad, double radius_m = 5)
{
    return {radius_m * std::cos(angle_rad), radius_m * std::sin(angle_rad), 0};
}

struct Watched {
    scene::SceneState scene;
    ViewportWatch watch{"session"};
    bool keeps_trace = false;
    double seconds = 0;

    Watched()
    {
        scene.set_object(cube("Cup", {}));
        scene.observe();
    }
    void look(const std::optional<scene::ViewState> &view, double passed_seconds = .1)
    {
        scene.observe();
        watch.observe(scene, seconds, view, keeps_trace);
        seconds += passed_seconds;
    }
    void rest(const Vec3 &eye, int looks)
    {
        for (int i = 0; i < looks; ++i)
            look(looking_from(eye));
    }
};

} // namespace mvr::motion
