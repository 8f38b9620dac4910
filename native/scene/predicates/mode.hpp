#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>

namespace mvr::scene {

/// Which mode is active.
struct InMode {
    static constexpr std::string_view name = "mode";
    static constexpr std::string_view sentence = "The learner works in this mode.";
    static constexpr std::string_view example = R"({"is": "EDIT_MESH"})";

    std::string is;

    static constexpr bool entered = true;
    static constexpr Beside beside = Beside::mode;

    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::InMode> {
    using Self = scene::InMode;
    static constexpr std::tuple members{
        Member{"is", &Self::is, "Blender's name of it, e.g. OBJECT or EDIT_MESH."},
    };
};

} // namespace mvr
