#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <optional>
#include <vector>

namespace mvr::scene {

/// How long a condition has held without a break.
struct Duration {
    static constexpr std::string_view name = "duration";
    static constexpr std::string_view sentence =
        "A condition has held for so long without a break.";
    static constexpr std::string_view example =
        R"({"of": {"in_view": {"object": "Serial plate"}}, "min": 1.5, "unit": "s"})";

    /// The time that has passed is said in steps of so much: what is said must be true until it
    /// is looked at again.
    static constexpr double said_step_seconds = 0.5;

    Range range;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Node &node, const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    /// While there is nothing to hold yet, what has to hold is what is said.
    bool says_more_than_author(const NodeFindings &found) const;
    bool counts_time(const NodeState &own, const NodeState &of) const;
    std::optional<double> due_seconds(const NodeState &own, const NodeState &of,
                                      double now_seconds) const;
    bool is_lost(const Node &node, const std::vector<NodeState> &nodes,
                 const std::vector<bool> &lost) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Duration> {
    using Self = scene::Duration;
    static constexpr std::tuple members{
        scene::OwnMember{"of", "condition", scene::form::required, "What must hold."},
        scene::OwnNumber{"min", "unit", scene::time_quantity, scene::form::required,
                         "For how long."},
        scene::OwnMember{"unit", "ms, s, min", scene::form::required, "The unit of `min`."},
    };
};

} // namespace mvr
