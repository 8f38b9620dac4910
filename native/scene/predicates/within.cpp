#include "scene/predicates/within.hpp"

#include "scene/asked.hpp"
#include "scene/compiler.hpp"
#include "scene/feedback.hpp"
#include "scene/json_object_reader.hpp"

#include <utility>

namespace mvr::scene {
namespace {

constexpr Problem time_over{"time over"};

constexpr MessageTemplate took{"within.took", "This took {measured}"};
constexpr MessageTemplate time_is_over{"within.time_is_over", "The time for this is over"};
constexpr MessageTemplate time_allowed{"within.allowed", "it was {limit}"};

/// Looked at so much later, the time is over beyond any rounding.
constexpr double past_limit_seconds = 0.001;

bool is_in_time(const Range &range, double seconds)
{
    return range.keeps_max(range.unit.from_si(seconds));
}

bool is_over(const NodeState &own) { return own.now.problem == &time_over; }

} // namespace

void Within::read(JsonObjectReader &reader, Node &node)
{
    const Json &of = reader.required("of", "Give the condition that is to hold in time.");
    if (reader.compiler().failed()) return;
    node.children = {reader.compiler().condition(of, reader.path("of"))};
    reader.required("max", "Give how long it may take.");
    range = reader.upper_limit("max", "unit", time_quantity());
}

void Within::ask(const Findings &, Json &out) const { add_range(out, range); }

Finding Within::measure(const Node &node, const Sight &sight, NodeState &state) const
{
    const NodeState &of = sight.nodes[node.children.front()];
    if (of.now.truth == Truth::yes) {
        state.of_since_seconds = of.true_since_seconds;
        const double since = state.in_time_seconds.value_or(of.true_since_seconds);
        return judged(truth(is_in_time(range, since)), range.unit.from_si(since));
    }
    if (const auto since = std::exchange(state.of_since_seconds, std::nullopt)) {
        const bool settled = sight.seconds - *since >= settled_seconds;
        if (settled && is_in_time(range, *since)) state.in_time_seconds = since;
    }
    if (state.in_time_seconds || is_in_time(range, sight.seconds)) return judged(of.now.truth);
    Finding late = judged(Truth::no);
    late.problem = &time_over;
    return late;
}

Statement Within::describe(const NodeFindings &found) const
{
    if (is_over(found.all.state(found.index))) {
        return {Message(time_is_over),
                Message(time_allowed, {{"limit", Number{*range.max, range.unit.symbol}}})};
    }
    if (found.all.holds(found.child())) return number_statement(took, {}, found.number(), range);
    return scene::describe({found.all, found.child()});
}

Sentences Within::unmet(const NodeFindings &found) const
{
    if (says_more_than_author(found)) return scene::unmet(found.all, found.child());
    return {to_sentence(describe(found))};
}

bool Within::says_more_than_author(const NodeFindings &found) const
{
    return !found.all.holds(found.child()) && !is_over(found.all.state(found.index));
}

bool Within::counts_time(const NodeState &own, const NodeState &of) const
{
    return of.now.truth != Truth::yes && !own.in_time_seconds && !is_over(own);
}

std::optional<double> Within::due_seconds(const NodeState &own, const NodeState &of,
                                          double now_seconds) const
{
    if (!counts_time(own, of)) return std::nullopt;
    const double over_seconds = *range.max * range.unit.to_si + past_limit_seconds;
    return over_seconds > now_seconds ? over_seconds : now_seconds;
}

bool Within::is_lost(const Node &node, const NodeState &own, const std::vector<bool> &lost) const
{
    const bool came_late = own.now.truth == Truth::no && own.of_since_seconds;
    return came_late || is_over(own) || lost_children(node, lost) > 0;
}

MessageTemplates Within::messages() { return {&took, &time_is_over, &time_allowed}; }

} // namespace mvr::scene
