#include "scene/predicates/angle.hpp"

#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {

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
    const auto *other = std::get_if<ObjectIndex>(&to);
    return number_statement("The " + axis.name + " axis of " + found.object(object) + " is",
                            found.number(), range,
                            other ? "from the " + to_axis->name + " axis of " + found.object(*other)
                                  : "from the direction " + scene::describe(std::get<Vec3>(to)));
}

} // namespace mvr::scene
