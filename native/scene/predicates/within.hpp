#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mvr::scene {

/// Whether a condition came to hold in time. A part that is dragged across its place in time and
/// put there late came late: only what held for `settled_seconds` counts when it does not hold any
/// more. What was done in time stays so, also when it is disturbed and put right later.
struct Within {
    static constexpr std::string_view name = "within";
    static constexpr std::string_view sentence =
        "A condition holds and came to hold within so long of the start of the unit, pauses not "
        "counted. Once the time is over, what was not done in time never holds.";
    static constexpr std::string_view example =
        R"({"of": {"stands_on": {"object": "Cup", "on": "Saucer"}}, "max": 60, "unit": "s"})";

    /// As long as a learner lets a part rest where it belongs.
    static constexpr double settled_seconds = 0.5;

    Range range; ///< at most so long

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    Finding measure(const Node &node, const Sight &sight, NodeState &state) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    /// While there is time, what is to be done is what is said.
    bool says_more_than_author(const NodeFindings &found) const;
    bool counts_time(const NodeState &own, const NodeState &of) const;
    std::optional<double> due_seconds(const NodeState &own, const NodeState &of,
                                      double now_seconds) const;
    bool is_lost(const Node &node, const NodeState &own, const std::vector<bool> &lost) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Within> {
    using Self = scene::Within;
    static constexpr std::tuple members{
        scene::OwnMember{"of", "condition", scene::form::required, "What is to be done in time."},
        scene::OwnNumber{"max", "unit", scene::time_quantity, scene::form::required,
                         "How long it may take."},
        scene::OwnMember{"unit", "ms, s, min", scene::form::required, "The unit of `max`."},
    };
};

} // namespace mvr
