#include "scene/measure.hpp"

#include <algorithm>

namespace mvr::scene {
namespace {

Finding only(Truth truth) { return {.truth = truth, .measured = {}, .problem = {}, .missing = {}}; }

Finding number(Truth truth, double measured)
{
    return {.truth = truth, .measured = measured, .problem = {}, .missing = {}};
}

Truth truth_of(NodeIndex child, const Sight &sight) { return sight.nodes[child].now.truth; }

/// The earlier step that `step` came too early for, if there is one.
std::optional<std::size_t> overtaken(const Node &node, const std::vector<NodeState> &nodes,
                                     std::size_t step)
{
    const NodeState &late = nodes[node.children[step]];
    for (std::size_t i = 0; i < step; ++i) {
        const NodeState &early = nodes[node.children[i]];
        if (!early.first_true_seconds ||
            early.first_true_observation >= late.first_true_observation) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

bool came_too_early(const Node &order, const std::vector<NodeState> &nodes, std::size_t step)
{
    return overtaken(order, nodes, step).has_value();
}

Tally tally(const Node &node, const std::vector<NodeState> &nodes)
{
    Tally sum;
    for (const NodeIndex child : node.children) {
        if (nodes[child].now.truth == Truth::yes) ++sum.certain;
        if (nodes[child].now.truth != Truth::no) ++sum.possible;
    }
    return sum;
}

OrderState order_state(const Node &node, const std::vector<NodeState> &nodes)
{
    OrderState order;
    bool unbroken = true;
    for (std::size_t step = 0; step < node.children.size(); ++step) {
        if (!nodes[node.children[step]].first_true_seconds) {
            if (!order.expected) order.expected = step;
            unbroken = false;
            continue;
        }
        const auto before = overtaken(node, nodes, step);
        if (before && !order.violation) order.violation = {step, *before};
        unbroken = unbroken && !before;
        if (unbroken) order.correct = step + 1;
    }
    return order;
}

Finding measure_one(const All &, const Node &node, const Sight &sight, NodeState &)
{
    const Tally sum = tally(node, sight.nodes);
    if (sum.possible < node.children.size()) return only(Truth::no);
    return only(sum.certain == node.children.size() ? Truth::yes : Truth::unknown);
}

Finding measure_one(const Any &, const Node &node, const Sight &sight, NodeState &)
{
    const Tally sum = tally(node, sight.nodes);
    if (sum.certain > 0) return only(Truth::yes);
    return only(sum.possible > 0 ? Truth::unknown : Truth::no);
}

Finding measure_one(const Not &, const Node &node, const Sight &sight, NodeState &)
{
    switch (truth_of(node.children.front(), sight)) {
    case Truth::yes: return only(Truth::no);
    case Truth::no: return only(Truth::yes);
    case Truth::unknown: break;
    }
    return only(Truth::unknown);
}

Finding measure_one(const Count &test, const Node &node, const Sight &sight, NodeState &)
{
    const Tally sum = tally(node, sight.nodes);
    const std::size_t min = test.min.value_or(0);
    const std::size_t max = test.max.value_or(node.children.size());
    Truth verdict = Truth::unknown;
    if (sum.certain >= min && sum.possible <= max) verdict = Truth::yes;
    if (sum.possible < min || sum.certain > max) verdict = Truth::no;
    return number(verdict, static_cast<double>(sum.certain));
}

Finding measure_one(const Order &, const Node &node, const Sight &sight, NodeState &)
{
    const OrderState order = order_state(node, sight.nodes);
    const bool lost = std::ranges::any_of(node.children, [&](NodeIndex child) {
        const NodeState &step = sight.nodes[child];
        return !step.first_true_seconds && step.now.truth == Truth::unknown;
    });
    Truth verdict = Truth::no;
    if (order.correct == node.children.size()) verdict = Truth::yes;
    if (!order.violation && lost) verdict = Truth::unknown;
    return number(verdict, static_cast<double>(order.correct));
}

Finding measure_one(const Duration &test, const Node &node, const Sight &sight, NodeState &)
{
    const NodeIndex child = node.children.front();
    if (truth_of(child, sight) == Truth::unknown) return only(Truth::unknown);
    const bool holds = truth_of(child, sight) == Truth::yes;
    const double held = holds ? sight.seconds - sight.nodes[child].true_since_seconds : 0;
    Finding finding = compare(held, test.range);
    // A minimum of 0 asks that the condition hold, not that nothing was held for no time.
    if (!holds) finding.truth = Truth::no;
    return finding;
}

} // namespace mvr::scene
