#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

namespace mvr::scene {

/// Whether an object is hidden. It has a predicate of its own because `not` of `visible` says to
/// the learner what must not be, and this what must be.
struct Hidden {
    static constexpr std::string_view name = "hidden";
    static constexpr std::string_view sentence =
        "An object is hidden from the viewport. One that is gone is not hidden.";
    static constexpr std::string_view example = R"({"object": "Guard"})";
    static FromSelection from_selection()
    {
        return {.label = "Hidden",
                .sentence = "The active object is hidden from the viewport",
                .active_member = "object"};
    }

    ObjectIndex object;

    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Hidden> {
    using Self = scene::Hidden;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
    };
};

} // namespace mvr
