#include "scene/predicates/moved.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate moved_not_yet{"moved.not_yet", "{object} has not been moved yet"};
constexpr MessageTemplate to_be_moved{"moved.to_be_moved", "it is to be moved"};
constexpr MessageTemplate moved_so_far{"moved.so_far", "{object} has moved {measured}"};

} // namespace

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
    const Argument own = found.object("object", object);
    if (found.now().problem == &not_begun)
        return {Message(moved_not_yet, {own}), Message(to_be_moved)};
    return number_statement(moved_so_far, {own}, found.number(), range);
}

bool Moved::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

MessageTemplates Moved::messages() { return {&moved_not_yet, &to_be_moved, &moved_so_far}; }

} // namespace mvr::scene
