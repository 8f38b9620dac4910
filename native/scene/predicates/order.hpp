#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mvr::scene {

struct Step {
    std::string id;
    std::string feedback;
};

/// Whether steps were done one after the other. A step that held from the start, or that the
/// program brought about, was done by nobody: it is reached and never too early, the order goes on
/// from there, and an order of which no step was done does not hold. What the program brought about
/// is due again once it is untrue, unless a later step was done meanwhile. A step that is reached
/// because a tolerance allows more is never too early either, and done if it is the learner's work.
struct Order {
    static constexpr std::string_view name = "order";
    static constexpr std::string_view sentence =
        "Steps were done in this order; a step is done when its condition first holds. Steps that "
        "come to hold at once are out of order. Nothing that held from the start was done.";
    static constexpr std::string_view example =
        R"({"steps": [{"id": "guard", "when": {"moved": {"object": "Guard", "min": 200, "unit": "mm"}}}, {"id": "bolt", "when": {"moved": {"object": "Bolt 1", "min": 5, "unit": "mm"}}, "feedback": "The guard comes first."}]})";

    std::vector<Step> steps; ///< one for each child

    void read(JsonObjectReader &reader, Node &node);
    Finding measure(const Node &node, const Sight &sight) const;
    void add_evidence(const NodeFindings &found, Json &out) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    Sentences unmet(const NodeFindings &found) const;
    /// How many steps came, and which is due.
    Sentences beside_feedback(const NodeFindings &found) const;
    /// Which step came too early says more than the sentence for the order as a whole.
    bool says_more_than_author(const NodeFindings &found) const;
    double score(const NodeFindings &found) const;
    bool is_lost(const Node &node, const std::vector<NodeState> &nodes,
                 const std::vector<bool> &lost) const;
    bool is_begun(const Node &node, const NodeState &own,
                  const std::vector<NodeState> &nodes) const;
};

/// How far an order has come.
struct OrderState {
    std::size_t correct = 0;             ///< steps from the first on that came one after the other
    std::optional<std::size_t> expected; ///< the first step that has not come yet
    struct Violation {
        std::size_t step, before; ///< `step` came no later than `before`, which stands earlier
    };
    std::optional<Violation> violation; ///< the first one
};
OrderState order_state(const Node &node, const std::vector<NodeState> &nodes);

/// Whether a step of an order was done no later than one that stands before it was reached.
bool came_too_early(const Node &order, const std::vector<NodeState> &nodes, std::size_t step);

/// Whether a later step of the order was done since the child `reached` was reached.
bool is_built_on(const Node &order, const std::vector<NodeState> &nodes, NodeIndex reached);

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Order> {
    static constexpr std::tuple members{
        scene::OwnMember{
            "steps", "list of {id, when, feedback}", scene::form::required,
            "One or more steps: `id` of its own, `when` its condition, `feedback` what "
            "to say when it came too early."},
    };
};

} // namespace mvr
