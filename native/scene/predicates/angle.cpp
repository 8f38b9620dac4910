#include "scene/predicates/angle.hpp"

#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate from_axis{
    "angle.from_axis",
    "The {axis} axis of {object} is {measured} from the {to_axis} axis of {other}"};
constexpr MessageTemplate from_direction{
    "angle.from_direction",
    "The {axis} axis of {object} is {measured} from the direction {direction}"};

} // namespace

void Angle::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    axis = reader.axis("axis");
    to = reader.target("to", object);
    if (const auto *direction = std::get_if<Vec3>(&to)) {
        if (length(*direction) == 0) {
            reader.reject("to", "\"to\" is a direction of no length",
                          "Give [x, y, z] with at least one number that is not 0.");
        }
        if (reader.has("to_axis")) {
            reader.reject("to_axis", "\"to_axis\" stands only with an object in \"to\"",
                          "Leave it out, or name an object in \"to\".");
        }
    } else {
        to_axis = reader.axis("to_axis");
    }
    range = reader.range(angle_quantity());
}

Finding Angle::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const Vec3 own = rotate(body->rotation, axis.direction);
    if (const auto *direction = std::get_if<Vec3>(&to)) {
        return compare(angle_between(own, *direction), range);
    }
    const ObjectIndex other = std::get<ObjectIndex>(to);
    const ObjectState *const target = sight.objects.at(other);
    if (!target) return missing(other);
    return compare(angle_between(own, rotate(target->rotation, to_axis->direction)), range);
}

Statement Angle::describe(const NodeFindings &found) const
{
    std::vector<Argument> said{{"axis", Name{axis.name}}, found.object("object", object)};
    const auto *const other = std::get_if<ObjectIndex>(&to);
    if (other) {
        said.push_back({"to_axis", Name{to_axis->name}});
        said.push_back(found.object("other", *other));
    } else {
        said.push_back(vector_argument("direction", std::get<Vec3>(to)));
    }
    return number_statement(other ? from_axis : from_direction, std::move(said), found.number(),
                            range);
}

MessageTemplates Angle::messages() { return {&from_axis, &from_direction}; }

} // namespace mvr::scene
