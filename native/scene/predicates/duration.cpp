#include "scene/predicates/duration.hpp"

#include "scene/asked.hpp"
#include "scene/compiler.hpp"
#include "scene/feedback.hpp"
#include "scene/json_object_reader.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

constexpr MessageTemplate held{"duration.held", "This has held for {measured}"};

/// After how many seconds of holding it holds, or something else is said of it; more than
/// `held_seconds`.
double next_seconds(const Range &range, double held_seconds)
{
    constexpr double step = Duration::said_step_seconds;
    const double next = (std::floor(held_seconds / step) + 1) * step;
    const double end = range.min.value_or(0) * range.unit.to_si;
    return end > held_seconds ? std::min(next, end) : next;
}

} // namespace

void Duration::read(JsonObjectReader &reader, Node &node)
{
    const Json &of = reader.required("of", "Give the condition that must hold.");
    if (reader.compiler().failed()) return;
    node.children = {reader.compiler().condition(of, reader.path("of"))};
    reader.required("min", "Give how long the condition must hold.");
    range = reader.range(time_quantity());
}

void Duration::ask(const Findings &, Json &out) const { add_range(out, range); }

Finding Duration::measure(const Node &node, const Sight &sight) const
{
    const NodeState &child = sight.nodes[node.children.front()];
    if (child.now.truth == Truth::unknown) return judged(Truth::unknown);
    const bool holds = child.now.truth == Truth::yes;
    Finding finding = compare(holds ? sight.seconds - child.true_since_seconds : 0, range);
    // A minimum of 0 asks that the condition hold, not that nothing was held for no time.
    if (!holds) finding.truth = Truth::no;
    return finding;
}

Statement Duration::describe(const NodeFindings &found) const
{
    const double to_step = range.unit.to_si / said_step_seconds;
    return number_statement(held, {}, std::floor(found.number() * to_step) / to_step, range);
}

Sentences Duration::unmet(const NodeFindings &found) const
{
    if (!found.all.holds(found.child())) return scene::unmet(found.all, found.child());
    return {to_sentence(describe(found))};
}

bool Duration::says_more_than_author(const NodeFindings &found) const
{
    return !found.all.holds(found.child());
}

bool Duration::is_lost(const Node &node, const std::vector<NodeState> &,
                       const std::vector<bool> &lost) const
{
    return lost_children(node, lost) > 0;
}

bool Duration::counts_time(const NodeState &, const NodeState &of) const
{
    return of.now.truth == Truth::yes;
}

std::optional<double> Duration::due_seconds(const NodeState &own, const NodeState &of,
                                            double now_seconds) const
{
    if (own.now.truth == Truth::yes || !counts_time(own, of)) return std::nullopt;
    const double held_seconds = now_seconds - of.true_since_seconds;
    return of.true_since_seconds + next_seconds(range, held_seconds);
}

MessageTemplates Duration::messages() { return {&held}; }

} // namespace mvr::scene
