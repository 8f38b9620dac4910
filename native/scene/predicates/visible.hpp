#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// Whether an object is shown.
struct Visible {
    static constexpr std::string_view name = "visible";
    static constexpr std::string_view sentence = "An object is shown, not hidden.";
    static constexpr std::string_view example = R"({"object": "Guard"})";
    static FromSelection from_selection()
    {
        return {.label = "Visible",
                .sentence = "The active object is shown, not hidden",
                .active_member = "object"};
    }

    ObjectIndex object;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Visible> {
    using Self = scene::Visible;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
    };
};

} // namespace mvr
