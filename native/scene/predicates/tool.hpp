#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>

namespace mvr::scene {

/// Which tool is active.
struct WithTool {
    static constexpr std::string_view name = "tool";
    static constexpr std::string_view sentence = "The learner works with this tool.";
    static constexpr std::string_view example = R"({"is": "builtin.move"})";

    std::string is;

    static constexpr bool entered = true;
    static constexpr Beside beside = Beside::tool;

    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::WithTool> {
    using Self = scene::WithTool;
    static constexpr std::tuple members{
        Member{"is", &Self::is, "Blender's name of it, e.g. builtin.move."},
    };
};

} // namespace mvr
