#include "scene/durations.hpp"

#include <algorithm>
#include <variant>

namespace mvr::scene {

bool is_time_running(const Program &program, const std::vector<NodeState> &nodes)
{
    return std::ranges::any_of(program.nodes, [&](const Node &node) {
        return std::holds_alternative<Duration>(node.predicate) &&
               nodes[node.children.front()].now.truth == Truth::yes;
    });
}

std::optional<double> due_seconds(const Program &program, const std::vector<NodeState> &nodes,
                                  double now_seconds)
{
    std::optional<double> due;
    for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
        const auto *duration = std::get_if<Duration>(&program.nodes[i].predicate);
        if (!duration || nodes[i].now.truth == Truth::yes) continue;
        const NodeState &child = nodes[program.nodes[i].children.front()];
        if (child.now.truth != Truth::yes) continue;
        const double held_seconds = now_seconds - child.true_since_seconds;
        const double at = child.true_since_seconds + duration->next_seconds(held_seconds);
        due = std::min(due.value_or(at), at);
    }
    return due;
}

} // namespace mvr::scene
