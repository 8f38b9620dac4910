#include "scene/predicates/view_zoomed.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/viewing.hpp"

#include <cmath>

namespace mvr::scene {
namespace {

constexpr MessageTemplate view_not_zoomed{"view_zoomed.not_yet", "The view was not zoomed yet"};
constexpr MessageTemplate view_to_be_zoomed{"view_zoomed.to_be_zoomed", "zoom in or out"};
constexpr MessageTemplate view_zoomed_so_far{
    "view_zoomed.so_far", "The view was zoomed by a factor of {measured} so far"};

} // namespace

void ViewZoomed::read(JsonObjectReader &reader, Node &)
{
    reader.required("min", "Give the factor by which the view is to be zoomed.");
    range = reader.range(factor_quantity());
}

void ViewZoomed::ask(const Findings &, Json &out) const { add_range(out, range); }

Finding ViewZoomed::measure(const Sight &sight, NodeState &state) const
{
    follow_viewport(sight.now.view, state.viewing);
    state.begun = state.viewing.zoomed_log > 0;
    return unless_begun(compare(std::exp(state.viewing.zoomed_log), range), state.begun);
}

Statement ViewZoomed::describe(const NodeFindings &found) const
{
    if (!found.all.state(found.index).begun)
        return {Message(view_not_zoomed), Message(view_to_be_zoomed)};
    return number_statement(view_zoomed_so_far, {}, found.number(), range);
}

bool ViewZoomed::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.begun;
}

MessageTemplates ViewZoomed::messages()
{
    return {&view_not_zoomed, &view_to_be_zoomed, &view_zoomed_so_far};
}

} // namespace mvr::scene
