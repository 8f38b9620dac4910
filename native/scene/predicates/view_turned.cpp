#include "scene/predicates/view_turned.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/viewing.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate view_not_turned{"view_turned.not_yet", "The view was not turned yet"};
constexpr MessageTemplate view_to_be_turned{"view_turned.to_be_turned", "turn it"};
constexpr MessageTemplate view_turned_so_far{"view_turned.so_far",
                                             "The view was turned by {measured} so far"};

} // namespace

void ViewTurned::read(JsonObjectReader &reader, Node &)
{
    reader.required("min", "Give how far the view is to be turned.");
    range = reader.range(path_quantity());
}

void ViewTurned::ask(const Findings &, Json &out) const { add_range(out, range); }

Finding ViewTurned::measure(const Sight &sight, NodeState &state) const
{
    follow_viewport(sight.now.view, state.viewing);
    state.begun = state.viewing.turned_rad > 0;
    return unless_begun(compare(state.viewing.turned_rad, range), state.begun);
}

Statement ViewTurned::describe(const NodeFindings &found) const
{
    if (!found.all.state(found.index).begun)
        return {Message(view_not_turned), Message(view_to_be_turned)};
    return number_statement(view_turned_so_far, {}, found.number(), range);
}

bool ViewTurned::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

MessageTemplates ViewTurned::messages()
{
    return {&view_not_turned, &view_to_be_turned, &view_turned_so_far};
}

} // namespace mvr::scene
