#include "scene/predicates/manifold.hpp"

#include "scene/findings.hpp"
#include "scene/mesh_problems.hpp"

namespace mvr::scene {
namespace {

constexpr Problem too_large_a_mesh{
    "mesh too large", MessageTemplate{"manifold.too_large",
                                      "This could not be measured: the mesh has too many edges"}};

constexpr MessageTemplate closed{"manifold.closed", "The mesh of {object} is closed"};
constexpr MessageTemplate no_face{"manifold.no_face", "The mesh of {object} has no face"};
constexpr MessageTemplate one_open{"manifold.one_open",
                                   "1 edge of {object} does not lie between exactly two faces"};
constexpr MessageTemplate several_open{
    "manifold.several_open", "{measured} edges of {object} do not lie between exactly two faces"};
constexpr MessageTemplate must_be_closed{"manifold.must_be_closed", "the mesh must be closed"};

} // namespace

Finding Manifold::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (!body->mesh) return immeasurable(not_a_mesh);
    const auto &open_edges = body->mesh->open_edges;
    if (!open_edges) return immeasurable(too_large_a_mesh);
    if (body->mesh->faces == 0) return judged(Truth::no);
    return judged(truth(*open_edges == 0), static_cast<double>(*open_edges));
}

Statement Manifold::describe(const NodeFindings &found) const
{
    const Argument own = found.object("object", object);
    if (found.now().truth == Truth::yes) return {Message(closed, {own})};
    if (std::holds_alternative<std::monostate>(found.now().measured))
        return {Message(no_face, {own}), Message(must_be_closed)};
    const double open = found.number();
    return {open == 1 ? Message(one_open, {own})
                      : Message(several_open, {own, {"measured", Number{open, {}, 15}}}),
            Message(must_be_closed)};
}

MessageTemplates Manifold::messages()
{
    return {&closed,       &no_face,        &one_open,
            &several_open, &must_be_closed, &*too_large_a_mesh.sentence};
}

} // namespace mvr::scene
