#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>

namespace mvr::scene {

/// Whether a condition is known not to hold.
struct Not {
    static constexpr std::string_view name = "not";
    static constexpr std::string_view sentence =
        "A condition does not hold. What could not be measured does neither.";
    static constexpr std::string_view example = R"({"visible": {"object": "Guard"}})";

    static Not read_value(Compiler &compiler, const Json &json, const std::string &path,
                          Node &node);
    Finding measure(const Node &node, const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    bool turns_round() const { return true; }
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Not> {
    static constexpr std::tuple<> members{};
};

} // namespace mvr
