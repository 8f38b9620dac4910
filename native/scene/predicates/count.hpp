#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace mvr::scene {

/// How many conditions of a list hold.
struct Count {
    static constexpr std::string_view name = "count";
    static constexpr std::string_view sentence = "So many conditions of a list hold.";
    static constexpr std::string_view example =
        R"({"of": [{"visible": {"object": "Bolt 1"}}, {"visible": {"object": "Bolt 2"}}], "min": 1})";

    std::optional<std::size_t> min;
    std::optional<std::size_t> max;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Node &node, const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    /// How far one is with a number of things is what is left of half-done work.
    Sentences beside_feedback(const NodeFindings &found) const;
    bool turns_round() const { return max.has_value(); }
    double score(const NodeFindings &found) const;
    bool is_lost(const Node &node, const std::vector<NodeState> &nodes,
                 const std::vector<bool> &lost) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Count> {
    using Self = scene::Count;
    static constexpr std::tuple members{
        scene::OwnMember{"of", "list of conditions", scene::form::required,
                         "One or more conditions."},
        scene::OwnMember{"min", "whole number", "no limit",
                         "At least so many. One of `min` and `max` is needed."},
        scene::OwnMember{"max", "whole number", "no limit", "At most so many."},
    };
};

} // namespace mvr
