#pragma once

#include "scene/form.hpp"
#include "scene/object_state.hpp"
#include "support/json.hpp"

#include <optional>
#include <string>

namespace mvr::scene {

/// What a custom property of an object holds.
struct HasProperty {
    static constexpr std::string_view name = "property";
    static constexpr std::string_view sentence = "A custom property of an object has such a value.";
    static constexpr std::string_view example =
        R"({"object": "Bolt 1", "name": "torque", "min": 60})";

    ObjectIndex object;
    std::string property;
    std::optional<Property> equals;
    Range range; ///< only without `equals`

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void tighten(double factor);
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::HasProperty> {
    using Self = scene::HasProperty;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"name", &Self::property, "The property's name."},
        scene::OwnMember{"equals", "true, false, number or text", scene::form::nothing_asked,
                         "The value. Give this, or limits."},
        scene::OwnMember{"min", "number", "no limit", "At least so much."},
        scene::OwnMember{"max", "number", "no limit", "At most so much."},
    };
};

} // namespace mvr
