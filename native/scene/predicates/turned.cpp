#include "scene/predicates/turned.hpp"

#include "scene/findings.hpp"

#include <cmath>
#include <vector>

namespace mvr::scene {
namespace {

constexpr MessageTemplate turned_not_yet{"turned.not_yet",
                                         "{object} has not been turned about its {axis} axis yet"};
constexpr MessageTemplate to_be_turned{"turned.to_be_turned", "it is to be turned"};
constexpr MessageTemplate turned_so_far{"turned.so_far",
                                        "{object} has turned {measured} about its {axis} axis"};

} // namespace

Finding Turned::measure(const Sight &sight, NodeState &state) const
{
    const auto &start = sight.objects.start(object);
    if (!start) return immeasurable(not_at_start);
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (!is_finite(body->rotation)) return immeasurable(not_finite);
    const Orientation now{body->rotation, body->channels};
    std::vector<Quat> way;
    if (state.turned_from) way = rotations_between(*state.turned_from, now);
    way.push_back(now.rotation);
    for (const Quat &rotation : way) {
        const auto twist = twist_about(conjugate(start->rotation) * rotation, axis.direction);
        // While the axis points backwards the twist has no value; the last one stands.
        if (twist) state.twist_rad += wrapped(*twist - state.twist_rad);
    }
    state.turned_from = now;
    state.begun = state.begun || std::abs(state.twist_rad) > angle_epsilon_rad;
    return unless_begun(compare(state.twist_rad, range), state.begun);
}

Statement Turned::describe(const NodeFindings &found) const
{
    const std::vector<Argument> said{found.object("object", object), {"axis", Name{axis.name}}};
    if (found.now().problem == &not_begun)
        return {Message(turned_not_yet, said), Message(to_be_turned)};
    return number_statement(turned_so_far, said, found.number(), range);
}

bool Turned::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

MessageTemplates Turned::messages() { return {&turned_not_yet, &to_be_turned, &turned_so_far}; }

} // namespace mvr::scene
