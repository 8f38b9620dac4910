#include "scene/predicates/dimensions.hpp"

#include "scene/findings.hpp"
#include "scene/tighten.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate is_so_large{"dimensions.is",
                                      "{object} measures {measured} along its {axis} axis"};

/// Where the unit vector along an axis of the object's own lies in the world, scale and all.
Vec3 scaled(const ObjectState &body, const Axis &axis)
{
    return transform(body.world, axis.direction) - body.world.origin();
}

} // namespace

void Dimensions::tighten(double factor)
{
    // Under a mere maximum there is no zero that should stay: a size is no distance from a goal.
    if (range.min && range.max) narrow(range, factor);
}

Finding Dimensions::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    // Of an axis direction all but one component are 0: this is half the size along it, or minus.
    const double half = dot(body->region_half_size, axis.direction);
    return compare(2 * length(scaled(*body, axis) * half), range);
}

Statement Dimensions::describe(const NodeFindings &found) const
{
    return number_statement(is_so_large,
                            {found.object("object", object), {"axis", Name{axis.name}}},
                            found.number(), range);
}

MessageTemplates Dimensions::messages() { return {&is_so_large}; }

} // namespace mvr::scene
