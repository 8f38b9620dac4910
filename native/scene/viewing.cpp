#include "scene/viewing.hpp"

#include "scene/rotation.hpp"
#include "scene/units.hpp"

#include <cmath>

namespace mvr::scene {
namespace {

/// How the view lies in the world: right, up and backwards, as a camera's axes in Blender.
Quat rotation_of_view(const ViewState &view)
{
    const Vec3 right = cross(view.forward, view.up);
    const Vec3 &up = view.up;
    const Vec3 &ahead = view.forward;
    return rotation_of(Mat4{{right.x, up.x, -ahead.x, 0, right.y, up.y, -ahead.y, 0, right.z, up.z,
                             -ahead.z, 0, 0, 0, 0, 1}});
}

/// Lengths of a view are as good as single precision, of which this is some steps.
constexpr double zoom_epsilon = 1e-5;

} // namespace

void follow_viewport(const std::optional<ViewState> &view, Viewing &viewing)
{
    if (!view || view->source != "viewport") {
        viewing.last.reset();
        return;
    }
    if (!viewing.last) {
        viewing.last = view;
        return;
    }
    ViewState &last = *viewing.last;
    const double turn_rad = angle_between(rotation_of_view(last), rotation_of_view(*view));
    if (turn_rad > angle_epsilon_rad) { // what is no number is not
        viewing.turned_rad += turn_rad;
        last.forward = view->forward;
        last.up = view->up;
    }
    const double zoom = std::abs(std::log(view->pivot_distance_m / last.pivot_distance_m));
    if (std::isfinite(zoom) && zoom > zoom_epsilon) {
        viewing.zoomed_log += zoom;
        last.pivot_distance_m = view->pivot_distance_m;
    }
}

} // namespace mvr::scene
