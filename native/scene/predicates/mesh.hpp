#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"
#include "support/json.hpp"

#include <array>
#include <vector>

namespace mvr::scene {

/// What of a mesh is counted.
enum class MeshPart { faces, edges, vertices };

/// How many faces, edges or vertices the mesh of an object has.
struct MeshHas {
    static constexpr std::string_view name = "mesh";
    static constexpr std::string_view sentence =
        "The mesh of an object has so many faces, edges or vertices: the mesh itself, without "
        "modifiers, and in Edit Mode as it is edited.";
    static constexpr std::string_view example =
        R"({"object": "Cube", "count_of": "faces", "min": 8})";
    static FromSelection from_selection()
    {
        return {.label = "Mesh Count",
                .sentence = "The mesh of the active object has at least so many faces, edges or "
                            "vertices",
                .active_member = "object",
                .asked = {AskedChoice{"count_of", "faces"}, AskedNumber{"min", 8}}};
    }

    ObjectIndex object;
    MeshPart count_of = MeshPart::faces;
    Range range;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void tighten(double) {} // fewer faces are no smaller margin
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    std::vector<ObjectIndex> meshes() const { return {object}; }
};

} // namespace mvr::scene

namespace mvr {

template <> struct EnumText<scene::MeshPart> : TextsInOrder<scene::MeshPart> {
    static constexpr std::array<std::string_view, 3> texts{"faces", "edges", "vertices"};
};

template <> struct Description<scene::MeshHas> {
    using Self = scene::MeshHas;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object; it has to be a mesh."},
        Member{"count_of", &Self::count_of, "What is counted."},
        scene::OwnNumber{"min", "", scene::count_quantity, "no limit; `max` is required",
                         "At least so many, a whole number."},
        scene::OwnNumber{"max", "", scene::count_quantity, "no limit; `min` is required",
                         "At most so many, a whole number."},
    };
};

} // namespace mvr
