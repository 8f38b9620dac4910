#include "scene/predicates/moved.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

Finding Moved::measure(const Sight &sight, NodeState &state) const
{
    const auto &start = sight.objects.start(object);
    if (!start) return immeasurable(not_at_start);
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const double way_m = length(body->world.origin() - start->origin);
    state.begun = state.begun || way_m > length_epsilon_m;
    return unless_begun(compare(way_m, range), state.begun);
}

Statement Moved::describe(const NodeFindings &found) const
{
    if (found.now().problem == not_begun) {
        return {found.object(object) + " has not been moved yet", "it is to be moved"};
    }
    return number_statement(found.object(object) + " has moved", found.number(), range);
}

bool Moved::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

} // namespace mvr::scene
