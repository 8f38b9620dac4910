#include "scene/predicates/near.hpp"

#include "scene/findings.hpp"
#include "scene/surface_gap.hpp"

namespace mvr::scene {
namespace {

double way_m(const ObjectState &from, const Vec3 &point, MeasuredBetween between)
{
    if (between == MeasuredBetween::centre) return length(centre(from.bounds) - point);
    return gap_between(PlacedSurface(from), PlacedSurface(point));
}

double way_m(const ObjectState &from, const ObjectState &to, MeasuredBetween between)
{
    if (between == MeasuredBetween::centre) return way_m(from, centre(to.bounds), between);
    return gap_between(PlacedSurface(from), PlacedSurface(to));
}

} // namespace

Finding Near::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (const auto *point = std::get_if<Vec3>(&to)) {
        return compare(way_m(*body, *point, measured_between), range);
    }
    const ObjectIndex other = std::get<ObjectIndex>(to);
    const ObjectState *const target = sight.objects.at(other);
    if (!target) return missing(other);
    return compare(way_m(*body, *target, measured_between), range);
}

Statement Near::describe(const NodeFindings &found) const
{
    const auto *const other = std::get_if<ObjectIndex>(&to);
    const std::string target =
        other ? found.object(*other) : "the point " + scene::describe(std::get<Vec3>(to));
    if (measured_between == MeasuredBetween::centre) {
        return number_statement("The centre of " + found.object(object) + " is", found.number(),
                                range, "from " + (other ? "that of " + target : target));
    }
    if (found.number() > 0) {
        return number_statement(found.object(object) + " is", found.number(), range,
                                "away from " + target);
    }
    return {found.object(object) + " touches " + target, number_statement("", 0, range).need};
}

std::vector<ObjectIndex> Near::surfaces() const
{
    if (measured_between == MeasuredBetween::centre) return {};
    if (const auto *other = std::get_if<ObjectIndex>(&to)) return {object, *other};
    return {object};
}

} // namespace mvr::scene
