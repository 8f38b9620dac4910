#include "scene/parse.hpp"

namespace mvr::scene {

void parse_distance(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "to", "min", "max", "tolerance", "unit"});
    Distance distance{};
    distance.object = fields.object("object");
    distance.to = fields.target("to", distance.object);
    distance.range = fields.range(length_quantity());
    node.predicate = distance;
}

void parse_angle(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path,
                  {"object", "axis", "to", "to_axis", "min", "max", "tolerance", "unit"});
    Angle angle{};
    angle.object = fields.object("object");
    angle.axis = fields.axis("axis");
    angle.to = fields.target("to", angle.object);
    if (const auto *direction = std::get_if<Vec3>(&angle.to)) {
        if (length(*direction) == 0) {
            fields.refuse("to", "\"to\" is a direction of no length",
                          "Give [x, y, z] with at least one number that is not 0.");
        }
        if (fields.has("to_axis")) {
            fields.refuse("to_axis", "\"to_axis\" stands only with an object in \"to\"",
                          "Leave it out, or name an object in \"to\".");
        }
    } else {
        angle.to_axis = fields.axis("to_axis");
    }
    angle.range = fields.range(angle_quantity());
    node.predicate = std::move(angle);
}

void parse_inside(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "region", "tolerance", "unit"});
    Inside inside{};
    inside.object = fields.object("object");
    inside.region = fields.other_object("region", inside.object);
    Unit unit = length_units().back();
    if (fields.has("tolerance") || fields.has("unit")) unit = fields.unit("unit", length_units());
    inside.range = {.max = 0,
                    .tolerance = fields.number("tolerance").value_or(0),
                    .epsilon = unit.from_si(length_epsilon_m),
                    .unit = unit};
    if (inside.range.tolerance < 0) {
        fields.refuse("tolerance", "\"tolerance\" is negative", "Give 0 or more.");
    }
    node.predicate = inside;
}

void parse_moved(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "min", "max", "tolerance", "unit"});
    Moved moved{};
    moved.object = fields.object("object");
    moved.range = fields.range(length_quantity());
    node.predicate = moved;
}

void parse_turned(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "axis", "min", "max", "tolerance", "unit"});
    Turned turned{};
    turned.object = fields.object("object");
    turned.axis = fields.axis("axis");
    turned.range = fields.range(turn_quantity());
    node.predicate = std::move(turned);
}

} // namespace mvr::scene
