#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"
#include "support/json.hpp"

#include <optional>
#include <vector>

namespace mvr::scene {

/// So far an object may hover above what it stands on, or sink into it, unless the author says how
/// far: what a hand with a mouse achieves.
inline constexpr double default_standing_gap_m = 0.005;

/// Whether an object stands on another: above it, and with its lowest part at its surface.
struct StandsOn {
    static constexpr std::string_view name = "stands_on";
    static constexpr std::string_view sentence =
        "An object stands on another: it is above it, neither hovers nor is sunk into it by more "
        "than a gap, and is not too far off its centre.";
    static constexpr std::string_view example =
        R"({"object": "Cup", "on": "Saucer", "off_centre": 20, "unit": "mm"})";
    static FromSelection from_selection()
    {
        return {.label = "Stands On",
                .sentence = "The selected object stands on the active one",
                .selected_member = "object",
                .active_member = "on",
                .asked = {AskedNumber{"gap", 5, "mm"}}};
    }

    ObjectIndex object;
    ObjectIndex on;
    Range gap; ///< of the way up or down to the surface: at most so much
    std::optional<Range> off_centre;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void add_evidence(const NodeFindings &found, Json &out) const;
    void tighten(double factor);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    std::vector<ObjectIndex> surfaces() const { return {object, on}; }
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::StandsOn> {
    using Self = scene::StandsOn;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "What stands."},
        Member{"on", &Self::on, "What it stands on."},
        scene::OwnNumber{"off_centre", "unit", scene::length_quantity, scene::form::nothing_asked,
                         "How far its centre may be from the other's, seen from above."},
        scene::OwnNumber{"gap", "unit", scene::length_quantity, "5 mm",
                         "How far it may hover above the surface or be sunk into it."},
        scene::OwnMember{"unit", "mm, cm, m", "required with `off_centre` or `gap`",
                         "The unit of both."},
    };
};

} // namespace mvr
