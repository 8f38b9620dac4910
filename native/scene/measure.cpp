#include "scene/measure.hpp"

#include <cmath>

namespace mvr::scene {

Finding missing(ObjectIndex object)
{
    return {.truth = Truth::unknown, .measured = {}, .problem = object_missing, .missing = object};
}

Finding immeasurable(std::string_view problem)
{
    return {.truth = Truth::unknown, .measured = {}, .problem = problem, .missing = {}};
}

Finding compare(double value_si, const Range &range)
{
    const double value = range.unit.from_si(value_si);
    if (!std::isfinite(value)) return immeasurable("not a finite number");
    return {.truth = truth(range.contains(value)), .measured = value, .problem = {}, .missing = {}};
}

Finding measure(const Node &node, const Sight &sight, NodeState &state)
{
    return std::visit(
        [&](const auto &predicate) { return measure_one(predicate, node, sight, state); },
        node.predicate);
}

} // namespace mvr::scene
