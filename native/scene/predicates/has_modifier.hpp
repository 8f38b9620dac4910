#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <optional>
#include <string>

namespace mvr::scene {

/// Whether an object has a modifier.
struct HasModifier {
    static constexpr std::string_view name = "has_modifier";
    static constexpr std::string_view sentence =
        "An object has a modifier of a type, and if wished of a name, or switched on or off in the "
        "viewport.";
    static constexpr std::string_view example =
        R"({"object": "Cup", "type": "SUBSURF", "shown": true})";

    ObjectIndex object;
    std::string type;          ///< Blender's identifier of it
    std::string modifier_name; ///< empty for any
    std::optional<bool> shown; ///< in the viewport

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::HasModifier> {
    using Self = scene::HasModifier;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"type", &Self::type,
               "Blender's name of the type: SUBSURF, BEVEL, MIRROR, ARRAY, SOLIDIFY, …"},
        scene::OwnMember{"name", "text", scene::form::nothing_asked,
                         "The name of the modifier itself."},
        scene::OwnMember{"shown", "true or false", scene::form::nothing_asked,
                         "Whether it is switched on in the viewport."},
    };
};

} // namespace mvr
