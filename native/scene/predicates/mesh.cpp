#include "scene/predicates/mesh.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/mesh_problems.hpp"
#include "support/excerpt.hpp"

#include <cmath>

namespace mvr::scene {
namespace {

/// Of one part of a mesh, and of several.
struct PartMessages {
    MessageTemplate one, several;
};
constexpr std::array<PartMessages, 3> part_messages{{
    {{"mesh.one_face", "{object} has 1 face"}, {"mesh.faces", "{object} has {measured} faces"}},
    {{"mesh.one_edge", "{object} has 1 edge"}, {"mesh.edges", "{object} has {measured} edges"}},
    {{"mesh.one_vertex", "{object} has 1 vertex"},
     {"mesh.vertices", "{object} has {measured} vertices"}},
}};
constexpr MessageTemplate needs_so_many{"mesh.at_least", "it needs at least {limit}"};
constexpr MessageTemplate may_have_so_many{"mesh.at_most", "it may have at most {limit}"};

std::optional<double> whole_number(JsonObjectReader &reader, std::string_view key)
{
    const auto value = reader.number(key);
    if (!value || (*value >= 0 && std::floor(*value) == *value)) return value;
    reader.reject(key, quoted_excerpt(key) + " is no number of things",
                  "Give a whole number of at least 0.");
    return std::nullopt;
}

std::size_t number_of(const MeshCounts &mesh, MeshPart part)
{
    switch (part) {
    case MeshPart::faces: return mesh.faces;
    case MeshPart::edges: return mesh.edges;
    case MeshPart::vertices: break;
    }
    return mesh.vertices;
}

/// Whole numbers stay whole: no digit of a count is rounded away.
Number whole(double count) { return {count, {}, 15}; }

} // namespace

void MeshHas::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    if (reader.has("count_of")) {
        const auto part =
            EnumText<MeshPart>::from_text(reader.choice("count_of", EnumText<MeshPart>::texts));
        count_of = part.value_or(MeshPart::faces);
    }
    range = {.min = whole_number(reader, "min"), .max = whole_number(reader, "max")};
    if (!reader.has("min") && !reader.has("max")) {
        reader.reject_all("neither \"min\" nor \"max\" is given", "Give \"min\", \"max\" or both.");
    }
    if (range.min && range.max && *range.min > *range.max) {
        reader.reject("min", "\"min\" is greater than \"max\"", "Exchange the two.");
    }
}

void MeshHas::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    add_asked(out, "count_of", count_of, findings);
    add_range(out, range);
}

Finding MeshHas::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (!body->mesh) return immeasurable(not_a_mesh);
    return compare(static_cast<double>(number_of(*body->mesh, count_of)), range);
}

Statement MeshHas::describe(const NodeFindings &found) const
{
    const auto &said = part_messages.at(static_cast<std::size_t>(count_of));
    const double count = found.number();
    const Argument own = found.object("object", object);
    Statement statement{count == 1 ? Message(said.one, {own})
                                   : Message(said.several, {own, {"measured", whole(count)}})};
    if (!range.reaches_min(count)) {
        statement.need = Message(needs_so_many, {{"limit", whole(*range.min)}});
    } else if (!range.keeps_max(count)) {
        statement.need = Message(may_have_so_many, {{"limit", whole(*range.max)}});
    }
    return statement;
}

MessageTemplates MeshHas::messages()
{
    MessageTemplates all{&needs_so_many, &may_have_so_many, &*not_a_mesh.sentence};
    for (const PartMessages &part : part_messages) {
        all.push_back(&part.one);
        all.push_back(&part.several);
    }
    return all;
}

} // namespace mvr::scene
