#pragma once

#include "scene/form.hpp"

namespace mvr::scene {

/// Whether an object is shown.
struct Visible {
    static constexpr std::string_view name = "visible";
    static constexpr std::string_view sentence = "An object is shown, not hidden.";
    static constexpr std::string_view example = R"({"object": "Guard"})";

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
