#include "scene/predicates/distance.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate from_object{"distance.from_object",
                                      "{object} is {measured} from {other}"};
constexpr MessageTemplate from_point{"distance.from_point",
                                     "{object} is {measured} from the point {point}"};

} // namespace

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
    const Argument own = found.object("object", object);
    if (const auto *const other = std::get_if<ObjectIndex>(&to)) {
        return number_statement(from_object, {own, found.object("other", *other)}, found.number(),
                                range);
    }
    return number_statement(from_point, {own, vector_argument("point", std::get<Vec3>(to))},
                            found.number(), range);
}

MessageTemplates Distance::messages() { return {&from_object, &from_point}; }

} // namespace mvr::scene
