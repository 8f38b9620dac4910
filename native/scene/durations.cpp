#include "scene/durations.hpp"

#include <algorithm>
#include <variant>

namespace mvr::scene {

bool asks_for_time(const Predicate &predicate)
{
    return std::visit(
        []<class P>(const P &one) {
            return requires(const NodeState &state) { one.counts_time(state, state); };
        },
        predicate);
}

bool counts_time(const Program &program, const std::vector<NodeState> &nodes, NodeIndex index)
{
    const Node &node = program.nodes[index];
    return std::visit(
        [&](const auto &predicate) {
            const NodeState &own = nodes[index];
            if constexpr (requires { predicate.counts_time(own, own); })
                return predicate.counts_time(own, nodes[node.children.front()]);
            return false;
        },
        node.predicate);
}

bool is_time_running(const Program &program, const std::vector<NodeState> &nodes)
{
    for (NodeIndex i = 0; i < program.nodes.size(); ++i)
        if (counts_time(program, nodes, i)) return true;
    return false;
}

std::optional<double> due_seconds(const Program &program, const std::vector<NodeState> &nodes,
                                  double now_seconds)
{
    std::optional<double> due;
    for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
        const Node &node = program.nodes[i];
        const auto at = std::visit(
            [&](const auto &predicate) -> std::optional<double> {
                const NodeState &own = nodes[i];
                if constexpr (requires { predicate.due_seconds(own, own, now_seconds); })
                    return predicate.due_seconds(own, nodes[node.children.front()], now_seconds);
                return std::nullopt;
            },
            node.predicate);
        if (at) due = std::min(due.value_or(*at), *at);
    }
    return due;
}

} // namespace mvr::scene
