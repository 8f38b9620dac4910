#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"
#include "support/json.hpp"

namespace mvr::scene {

/// Whether the learner has an object selected.
struct Selected {
    static constexpr std::string_view name = "selected";
    static constexpr std::string_view sentence =
        "The learner has an object selected, and if wished it is the active one. What else is "
        "selected does not matter.";
    static constexpr std::string_view example = R"({"object": "Bolt 1", "active": true})";
    static FromSelection from_selection()
    {
        return {.label = "Selected",
                .sentence = "The learner has the active object selected",
                .active_member = "object"};
    }

    ObjectIndex object;
    bool active = false; ///< it has to be the active one too

    static constexpr bool entered = true;
    static constexpr Beside beside = Beside::selection;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Selected> {
    using Self = scene::Selected;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What is to be selected."},
        scene::OwnMember{"active", "true or false", "false",
                         "Whether it has to be the active object: the one selected last."},
    };
};

} // namespace mvr
