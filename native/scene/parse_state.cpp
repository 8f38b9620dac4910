#include "scene/condition.hpp"
#include "scene/parse.hpp"

#include <cmath>
#include <limits>

namespace mvr::scene {
namespace {

Property property_value(Fields &fields, const Json &json)
{
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_string()) return fields.text("equals", condition_feedback_limit);
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > largest) {
        fields.refuse("equals", "\"equals\" is beyond 64-bit integers", "Give a smaller number.");
        return false;
    }
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number_float()) return fields.number("equals").value_or(0);
    fields.refuse("equals", "\"equals\" is not a value that a custom property can be compared with",
                  "Give true, false, a number or a text.");
    return false;
}

/// The upper limits of `in_view`, each with what must stand beside it.
void read_view_limits(Fields &fields, InView &view)
{
    if (fields.has("max_distance")) {
        view.distance = fields.upper_limit("max_distance", "unit", length_quantity());
    } else if (fields.has("unit")) {
        fields.refuse("unit", "\"unit\" stands only with \"max_distance\"",
                      "Add \"max_distance\", or leave \"unit\" out.");
    }
    if (fields.has("max_facing_angle") || fields.has("facing_axis")) {
        view.facing_axis = fields.axis("facing_axis");
        fields.required("max_facing_angle", "Give the largest angle to the way to the eye.");
        view.facing_angle = fields.upper_limit("max_facing_angle", "angle_unit", angle_quantity());
    } else if (fields.has("angle_unit")) {
        fields.refuse("angle_unit", "\"angle_unit\" stands only with \"max_facing_angle\"",
                      "Add \"facing_axis\" and \"max_facing_angle\", or leave \"angle_unit\" out.");
    }
}

std::string named(Compiler &compiler, const Json &json, const std::string &path)
{
    return Fields(compiler, json, path, {"is"}).name("is");
}

} // namespace

void parse_in_view(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path,
                  {"object", "max_distance", "unit", "facing_axis", "max_facing_angle",
                   "angle_unit", "min_screen_fraction"});
    InView view{};
    view.object = fields.object("object");
    read_view_limits(fields, view);
    if (const auto fraction = fields.number("min_screen_fraction")) {
        if (*fraction < 0 || *fraction > 1) {
            fields.refuse("min_screen_fraction", "\"min_screen_fraction\" is not a fraction",
                          "Give a number from 0 to 1.");
        }
        view.screen_fraction = Range{.min = fraction, .epsilon = 1e-6};
    }
    node.predicate = std::move(view);
}

void parse_visible(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = Visible{Fields(compiler, json, path, {"object"}).object("object")};
}

void parse_property(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "name", "equals", "min", "max"});
    HasProperty property{};
    property.object = fields.object("object");
    property.name = fields.name("name");
    if (!fields.has("equals")) {
        if (!fields.has("min") && !fields.has("max")) {
            fields.refuse_all("neither \"equals\" nor \"min\" nor \"max\" is given",
                              "Give \"equals\", or \"min\", \"max\" or both.");
        }
        property.range = fields.range({.relative = property_epsilon});
    } else if (fields.has("min") || fields.has("max")) {
        fields.refuse("equals", "\"equals\" stands beside \"min\" or \"max\"",
                      "Give either \"equals\", or \"min\" and \"max\".");
    } else {
        property.equals = property_value(fields, fields.required("equals", ""));
    }
    node.predicate = std::move(property);
}

void parse_parented(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "to"});
    Parented parented{.object = fields.object("object"), .to = fields.name("to")};
    if (fields.has("object") && fields.has("to") && json.at("object") == parented.to) {
        fields.refuse("to", "an object cannot be its own parent", "Name another object.");
    }
    node.predicate = std::move(parented);
}

void parse_has_material(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"object", "material"});
    node.predicate =
        HasMaterial{.object = fields.object("object"), .material = fields.name("material")};
}

void parse_mode(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = InMode{named(compiler, json, path)};
}

void parse_tool(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = WithTool{named(compiler, json, path)};
}

} // namespace mvr::scene
