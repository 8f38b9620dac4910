#include "scene/predicates/inside.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace mvr::scene {
namespace {

constexpr Problem no_volume{
    "region has no volume",
    MessageTemplate{"inside.no_volume", "This could not be measured: region has no volume"}};

constexpr MessageTemplate is_inside{"inside.is_inside", "{object} is inside {region}"};
constexpr MessageTemplate is_outside{"inside.is_outside",
                                     "{object} is {measured} outside {region}"};
constexpr MessageTemplate inside_must_be{"inside.must_be", "it must be inside"};
constexpr MessageTemplate must_be_nearly{"inside.must_be_nearly",
                                         "it must be inside, or at most {tolerance} outside"};

/// How far `point` lies outside the box of `region`, at right angles to the face that it is
/// farthest out of; negative inside. Nothing for a region without volume.
std::optional<double> way_out(const ObjectState &region, const Vec3 &point)
{
    const auto rows = inverse_rows(region.world);
    if (!rows) return std::nullopt;
    const Vec3 offset = point - centre(region.bounds);
    const Vec3 &half = region.region_half_size;
    const std::array<double, 3> halves{half.x, half.y, half.z};
    double farthest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < 3; ++i) {
        // A row of the inverse is the normal of a pair of faces, over the scale along it; this
        // stays right for a sheared box.
        const Vec3 &normal = (*rows)[i];
        const double out = (std::abs(dot(normal, offset)) - halves[i]) / length(normal);
        if (std::isnan(out)) return std::nullopt;
        farthest = std::max(farthest, out);
    }
    return farthest;
}

} // namespace

void Inside::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    region = reader.other_object("region", object);
    Unit unit = length_units().back();
    if (reader.has("tolerance") || reader.has("unit")) unit = reader.unit("unit", length_units());
    range = {.max = 0,
             .tolerance = reader.number("tolerance").value_or(0),
             .epsilon = unit.from_si(length_epsilon_m),
             .unit = unit};
    if (range.tolerance < 0) {
        reader.reject("tolerance", "\"tolerance\" is negative", "Give 0 or more.");
    }
}

void Inside::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    add_asked(out, "region", region, findings);
    add_range(out, range);
}

void Inside::tighten(double factor) { range.tolerance *= factor; }

Finding Inside::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const ObjectState *const box = sight.objects.at(region);
    if (!box) return missing(region);
    const auto out = way_out(*box, centre(body->bounds));
    if (!out) return immeasurable(no_volume);
    return compare(std::max(0.0, *out), range);
}

Statement Inside::describe(const NodeFindings &found) const
{
    const std::vector<Argument> said{found.object("object", object),
                                     found.object("region", region)};
    if (found.number() <= 0) return {Message(is_inside, said), Message(inside_must_be)};
    Statement statement = number_statement(is_outside, said, found.number(), range);
    const Number tolerance{range.tolerance, range.unit.symbol};
    statement.need = range.tolerance > 0 ? Message(must_be_nearly, {{"tolerance", tolerance}})
                                         : Message(inside_must_be);
    return statement;
}

MessageTemplates Inside::messages()
{
    return {&is_inside, &is_outside, &inside_must_be, &must_be_nearly, &*no_volume.sentence};
}

} // namespace mvr::scene
