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

double Duration::next_seconds(double held_seconds) const
{
    const double next = (std::floor(held_seconds / said_step_seconds) + 1) * said_step_seconds;
    const double end = range.min.value_or(0) * range.unit.to_si;
    return end > held_seconds ? std::min(next, end) : next;
}

MessageTemplates Duration::messages() { return {&held}; }

} // namespace mvr::scene
