#include "scene/predicates/points_towards.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

Finding PointsTowards::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    Vec3 target;
    if (const auto *other = std::get_if<ObjectIndex>(&to)) {
        const ObjectState *const found = sight.objects.at(*other);
        if (!found) return missing(*other);
        target = centre(found->bounds);
    } else {
        target = std::get<Vec3>(to);
    }
    const Vec3 way = target - centre(body->bounds);
    if (length(way) <= length_epsilon_m) return immeasurable("both are at one place");
    return compare(angle_between(rotate(body->rotation, axis.direction), way), range);
}

Statement PointsTowards::describe(const NodeFindings &found) const
{
    const auto *const other = std::get_if<ObjectIndex>(&to);
    return number_statement("The " + axis.name + " axis of " + found.object(object) + " points",
                            found.number(), range,
                            "past " + (other ? found.object(*other)
                                             : "the point " + scene::describe(std::get<Vec3>(to))));
}

} // namespace mvr::scene
