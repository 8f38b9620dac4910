#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>

namespace mvr::scene {

/// Whether an object has a material in one of its slots.
struct HasMaterial {
    static constexpr std::string_view name = "has_material";
    static constexpr std::string_view sentence = "An object has a material in one of its slots.";
    static constexpr std::string_view example = R"({"object": "Gasket", "material": "Graphite"})";

    ObjectIndex object;
    std::string material;

    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::HasMaterial> {
    using Self = scene::HasMaterial;
    static constexpr std::tuple members{
        Member{"object", &Self::object, "The object."},
        Member{"material", &Self::material, "The material's name."},
    };
};

} // namespace mvr
