#include "scene/predicates/aligned.hpp"

#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

#include <algorithm>
#include <numbers>

namespace mvr::scene {
namespace {

constexpr MessageTemplate off_object{
    "aligned.off_object",
    "The {axis} axis of {object} is {measured} off the {to_axis} axis of {other}"};
constexpr MessageTemplate off_world{
    "aligned.off_world", "The {axis} axis of {object} is {measured} off the {to_axis} axis of the "
                         "world"};

} // namespace

void Aligned::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    axis = reader.axis("axis");
    if (reader.has("to")) to = reader.other_object("to", object);
    to_axis = reader.axis("to_axis");
    reader.required("max_angle", "Give how far from parallel it may be.");
    range = reader.upper_limit("max_angle", "unit", tilt_quantity());
}

Finding Aligned::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    Vec3 other = to_axis.direction;
    if (to) {
        const ObjectState *const target = sight.objects.at(*to);
        if (!target) return missing(*to);
        other = rotate(target->rotation, other);
    }
    const double angle_rad = angle_between(rotate(body->rotation, axis.direction), other);
    return compare(std::min(angle_rad, std::numbers::pi - angle_rad), range);
}

Statement Aligned::describe(const NodeFindings &found) const
{
    std::vector<Argument> said{
        {"axis", Name{axis.name}}, found.object("object", object), {"to_axis", Name{to_axis.name}}};
    if (to) said.push_back(found.object("other", *to));
    return number_statement(to ? off_object : off_world, std::move(said), found.number(), range);
}

MessageTemplates Aligned::messages() { return {&off_object, &off_world}; }

} // namespace mvr::scene
