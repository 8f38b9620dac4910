#include "scene/same_view.hpp"

#include "scene/same_object.hpp"
#include "scene/units.hpp"

#include <cmath>

namespace mvr::scene {
bool same_stand(const ViewState &a, const ViewState &b)
{
    return !shifted(a.eye, b.eye) && !shifted(a.forward, b.forward) && !shifted(a.up, b.up);
}

bool same_view(const ViewState &a, const ViewState &b)
{
    return same_stand(a, b) &&
           std::abs(a.vertical_fov_rad - b.vertical_fov_rad) <= angle_epsilon_rad &&
           std::abs(a.parallel_height_m - b.parallel_height_m) <= length_epsilon_m;
}

} // namespace mvr::scene
