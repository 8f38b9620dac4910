#include "scene/predicates/distance.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

Finding Distance::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (const auto *point = std::get_if<Vec3>(&to)) {
        return compare(length(body->world.origin() - *point), range);
    }
    const ObjectIndex other = std::get<ObjectIndex>(to);
    const ObjectState *const target = sight.objects.at(other);
    if (!target) return missing(other);
    return compare(length(body->world.origin() - target->world.origin()), range);
}

Statement Distance::describe(const NodeFindings &found) const
{
    const auto *other = std::get_if<ObjectIndex>(&to);
    return number_statement(found.object(object) + " is", found.number(), range,
                            other ? "from " + found.object(*other)
                                  : "from the point " + scene::describe(std::get<Vec3>(to)));
}

} // namespace mvr::scene
