#include "scene/rotation.hpp"

#include <cmath>

namespace mvr::scene {

Quat rotation_of(const Mat4 &m)
{
    Vec3 x = normalised({m.at(0, 0), m.at(1, 0), m.at(2, 0)});
    const Vec3 y = normalised({m.at(0, 1), m.at(1, 1), m.at(2, 1)});
    const Vec3 z = normalised({m.at(0, 2), m.at(1, 2), m.at(2, 2)});
    if (length(x) == 0 || length(y) == 0 || length(z) == 0) return {};
    if (dot(cross(x, y), z) < 0) x = x * -1;

    const double trace = x.x + y.y + z.z;
    if (trace > 0) {
        const double s = 2 * std::sqrt(trace + 1);
        return {s / 4, (y.z - z.y) / s, (z.x - x.z) / s, (x.y - y.x) / s};
    }
    if (x.x > y.y && x.x > z.z) {
        const double s = 2 * std::sqrt(1 + x.x - y.y - z.z);
        return {(y.z - z.y) / s, s / 4, (y.x + x.y) / s, (z.x + x.z) / s};
    }
    if (y.y > z.z) {
        const double s = 2 * std::sqrt(1 + y.y - x.x - z.z);
        return {(z.x - x.z) / s, (y.x + x.y) / s, s / 4, (z.y + y.z) / s};
    }
    const double s = 2 * std::sqrt(1 + z.z - x.x - y.y);
    return {(x.y - y.x) / s, (z.x + x.z) / s, (z.y + y.z) / s, s / 4};
}

} // namespace mvr::scene
