#include "scene/predicates/turned.hpp"

#include "scene/findings.hpp"

#include <cmath>

namespace mvr::scene {

Finding Turned::measure(const Sight &sight, NodeState &state) const
{
    const auto &start = sight.objects.start(object);
    if (!start) return immeasurable(not_at_start);
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (!is_finite(body->rotation)) return immeasurable(not_finite);
    const auto twist = twist_about(conjugate(start->rotation) * body->rotation, axis.direction);
    // While the axis points backwards the twist has no value; the last one stands.
    if (twist) state.twist_rad += wrapped(*twist - state.twist_rad);
    state.begun = state.begun || std::abs(state.twist_rad) > angle_epsilon_rad;
    return unless_begun(compare(state.twist_rad, range), state.begun);
}

Statement Turned::describe(const NodeFindings &found) const
{
    const std::string about = "about its " + axis.name + " axis";
    if (found.now().problem == not_begun) {
        return {found.object(object) + " has not been turned " + about + " yet",
                "it is to be turned"};
    }
    return number_statement(found.object(object) + " has turned", found.number(), range, about);
}

bool Turned::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

} // namespace mvr::scene
