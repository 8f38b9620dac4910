#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// Whose child an object is.
struct Parented {
    static constexpr std::string_view name = "parented";
    static constexpr std::string_view sentence = "An object is the child of another.";
    static constexpr std::string_view example = R"({"object": "Bolt 1", "to": "Spool flange"})";
    static FromSelection from_selection()
    {
        return {.label = "Parented",
                .sentence = "The selected object is the child of the active one",
                .selected_member = "object",
                .active_member = "to"};
    }

    ObjectIndex object;
    ObjectIndex to;

    void read(JsonObjectReader &reader, Node &node);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Parented> {
    using Self = scene::Parented;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"to", &Self::to, "Its parent."},
    };
};

} // namespace mvr
