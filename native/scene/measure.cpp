#include "scene/measure.hpp"

#include "scene/program.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mvr::scene {

// A missing object is named, and what is not begun is what its predicate says.
constexpr Problem object_missing{"object missing"};
constexpr Problem not_begun{"not begun"};
constexpr Problem not_finite{
    "not a finite number",
    MessageTemplate{"problem.not_finite", "This could not be measured: not a finite number"}};
constexpr Problem not_at_start{
    "object was not there at the start",
    MessageTemplate{"problem.not_at_start",
                    "This could not be measured: object was not there at the start"}};

Finding measure(const Node &node, const Sight &sight, NodeState &state)
{
    return std::visit(
        [&](const auto &predicate) {
            if constexpr (requires { predicate.measure(sight); }) {
                return predicate.measure(sight);
            } else if constexpr (requires { predicate.measure(node, sight); }) {
                return predicate.measure(node, sight);
            } else if constexpr (requires { predicate.measure(sight, state); }) {
                return predicate.measure(sight, state);
            } else {
                return predicate.measure(node, sight, state);
            }
        },
        node.predicate);
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

std::size_t lost_children(const Node &node, const std::vector<bool> &lost)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(node.children, [&](NodeIndex child) { return lost[child]; }));
}

Finding missing(ObjectIndex object)
{
    return {.truth = Truth::unknown, .measured = {}, .problem = &object_missing, .missing = object};
}

Finding immeasurable(const Problem &problem)
{
    return {.truth = Truth::unknown, .measured = {}, .problem = &problem, .missing = {}};
}

Finding compare(double value_si, const Range &range)
{
    const double value = range.unit.from_si(value_si);
    if (!std::isfinite(value)) return immeasurable(not_finite);
    return judged(truth(range.contains(value)), value);
}

Finding judged(Truth verdict, Measured measured)
{
    return {.truth = verdict, .measured = std::move(measured), .problem = {}, .missing = {}};
}

Finding unless_begun(Finding finding, bool begun)
{
    if (begun || finding.truth != Truth::yes) return finding;
    finding.truth = Truth::unknown;
    finding.problem = &not_begun;
    return finding;
}

MessageTemplates measure_messages() { return {&*not_finite.sentence, &*not_at_start.sentence}; }

} // namespace mvr::scene
