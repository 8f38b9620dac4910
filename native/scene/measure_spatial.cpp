#include "scene/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mvr::scene {
namespace {

constexpr std::string_view not_at_start = "object was not there at the start";

/// How far `point` lies outside the box of `region`, at right angles to the face that it is
/// farthest out of; negative inside. Nothing for a region without volume.
std::optional<double> way_out(const ObjectState &region, const Vec3 &point)
{
    const auto rows = inverse_rows(region.world);
    if (!rows) return std::nullopt;
    const Vec3 offset = point - centre(region.bounds);
    const Vec3 &half = region.region_half_size;
    const std::array<double, 3> halves{half.x, half.y, half.z};
    double farthest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < 3; ++i) {
        // A row of the inverse is the normal of a pair of faces, over the scale along it; this
        // stays right for a sheared box.
        const Vec3 &normal = (*rows)[i];
        const double out = (std::abs(dot(normal, offset)) - halves[i]) / length(normal);
        if (std::isnan(out)) return std::nullopt;
        farthest = std::max(farthest, out);
    }
    return farthest;
}

} // namespace

Finding measure_one(const Distance &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    Vec3 to;
    if (const auto *other = std::get_if<ObjectIndex>(&test.to)) {
        const ObjectState *const target = sight.objects.at(*other);
        if (!target) return missing(*other);
        to = target->world.origin();
    } else {
        to = std::get<Vec3>(test.to);
    }
    return compare(length(object->world.origin() - to), test.range);
}

Finding measure_one(const Angle &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    Vec3 to;
    if (const auto *other = std::get_if<ObjectIndex>(&test.to)) {
        const ObjectState *const target = sight.objects.at(*other);
        if (!target) return missing(*other);
        to = rotate(target->rotation, test.to_axis.direction);
    } else {
        to = std::get<Vec3>(test.to);
    }
    return compare(angle_between(rotate(object->rotation, test.axis.direction), to), test.range);
}

Finding measure_one(const Inside &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    const ObjectState *const region = sight.objects.at(test.region);
    if (!region) return missing(test.region);
    const auto out = way_out(*region, centre(object->bounds));
    if (!out) return immeasurable("region has no volume");
    return compare(std::max(0.0, *out), test.range);
}

Finding measure_one(const Moved &test, const Node &, const Sight &sight, NodeState &)
{
    const auto &start = sight.objects.start(test.object);
    if (!start) return immeasurable(not_at_start);
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    return compare(length(object->world.origin() - start->origin), test.range);
}

Finding measure_one(const Turned &test, const Node &, const Sight &sight, NodeState &state)
{
    const auto &start = sight.objects.start(test.object);
    if (!start) return immeasurable(not_at_start);
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    if (!is_finite(object->rotation)) return immeasurable("not a finite number");
    const auto twist =
        twist_about(conjugate(start->rotation) * object->rotation, test.axis.direction);
    // While the axis points backwards the twist has no value; the last one stands.
    if (twist) state.twist_rad += wrapped(*twist - state.twist_rad);
    return compare(state.twist_rad, test.range);
}

} // namespace mvr::scene
