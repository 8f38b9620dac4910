#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <vector>

namespace mvr::scene {

/// Whether the mesh of an object is closed.
struct Manifold {
    static constexpr std::string_view name = "manifold";
    static constexpr std::string_view sentence =
        "The mesh of an object is closed: it has faces, and every edge has exactly two of them. "
        "The mesh itself counts, without modifiers, and in Edit Mode as it is edited.";
    static constexpr std::string_view example = R"({"object": "Cube"})";
    static FromSelection from_selection()
    {
        return {.label = "Closed Mesh",
                .sentence = "The mesh of the active object is closed: every edge has two faces",
                .active_member = "object"};
    }

    ObjectIndex object;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    std::vector<ObjectIndex> meshes() const { return {object}; }
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Manifold> {
    using Self = scene::Manifold;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object; it has to be a mesh."},
    };
};

} // namespace mvr
