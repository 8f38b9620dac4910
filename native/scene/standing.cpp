#include "scene/standing.hpp"

#include <algorithm>
#include <variant>

namespace mvr::scene {

bool holds(const Program &program, const std::vector<NodeState> &nodes)
{
    return nodes[program.root()].now.truth == Truth::yes && !is_untouched(program, nodes);
}

bool is_lost(const Program &program, const std::vector<NodeState> &nodes)
{
    std::vector<bool> lost;
    lost.reserve(program.nodes.size());
    for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
        const Node &node = program.nodes[i];
        lost.push_back(std::visit(
            [&](const auto &predicate) {
                if constexpr (requires { predicate.is_lost(node, nodes, lost); }) {
                    return predicate.is_lost(node, nodes, lost);
                } else if constexpr (requires { predicate.is_lost(node, nodes[i], lost); }) {
                    return predicate.is_lost(node, nodes[i], lost);
                }
                return false;
            },
            node.predicate));
    }
    return lost[program.root()];
}

bool is_broken(const Program &program, const std::vector<NodeState> &nodes)
{
    const auto is_violated = [&](const Node &node) {
        return std::holds_alternative<Order>(node.predicate) && order_state(node, nodes).violation;
    };
    return is_lost(program, nodes) && std::ranges::any_of(program.nodes, is_violated);
}

bool is_untouched(const Program &program, const std::vector<NodeState> &nodes)
{
    std::vector<bool> untouched;
    untouched.reserve(program.nodes.size());
    for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
        const Node &node = program.nodes[i];
        const auto is_so = [&](NodeIndex child) { return untouched[child]; };
        untouched.push_back(std::visit(
            [&](const auto &predicate) {
                if constexpr (requires { predicate.is_begun(node, nodes[i], nodes); }) {
                    return !predicate.is_begun(node, nodes[i], nodes);
                }
                return !node.children.empty() && std::ranges::all_of(node.children, is_so);
            },
            node.predicate));
    }
    return untouched[program.root()];
}

bool is_entered(const Predicate &predicate)
{
    return std::visit([]<class P>(const P &) { return requires { P::entered; }; }, predicate);
}

Beside beside_of(const Predicate &predicate)
{
    return std::visit(
        []<class P>(const P &) {
            if constexpr (requires { P::beside; }) return P::beside;
            return Beside::nothing;
        },
        predicate);
}

bool asks_for_views_only(const Program &program)
{
    return std::ranges::all_of(program.nodes, [](const Node &node) {
        return !node.children.empty() || needs_view(node.predicate);
    });
}

} // namespace mvr::scene
