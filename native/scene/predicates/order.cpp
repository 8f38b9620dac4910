#include "scene/predicates/order.hpp"

#include "scene/compiler.hpp"
#include "scene/condition.hpp"
#include "scene/feedback.hpp"
#include "scene/json_object_reader.hpp"
#include "support/excerpt.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mvr::scene {
namespace {

constexpr MessageTemplate none_done{"order.none_done", "None of these steps was done yet"};
constexpr MessageTemplate in_order{"order.in_order", "{correct} of {total} steps came in order"};
constexpr MessageTemplate next_step{"order.next_step", "The next step is “{step}”."};
constexpr MessageTemplate at_once{
    "order.at_once", "“{early}” came at once with “{due}”, which has to come before it."};
constexpr MessageTemplate too_early{"order.too_early",
                                    "“{early}” came too early: “{due}” has to come before it."};

/// Whether somebody reached a step, also one that was given, taken apart and done again.
bool is_done(const NodeState &step)
{
    if (!step.reached) return false;
    return step.reached->by == ReachedBy::learner || step.reached->by == ReachedBy::tolerance ||
           (step.now.truth == Truth::yes && !step.is_given);
}

/// The earlier step that `step`, which was reached, came too early for, if there is one.
std::optional<std::size_t> overtaken(const Node &node, const std::vector<NodeState> &nodes,
                                     std::size_t step)
{
    const auto &late = nodes[node.children[step]].reached;
    if (late->by != ReachedBy::learner) return std::nullopt;
    for (std::size_t i = 0; i < step; ++i) {
        const auto &early = nodes[node.children[i]].reached;
        if (!early || early->observation >= late->observation) return i;
    }
    return std::nullopt;
}

bool any_done(const Node &node, const std::vector<NodeState> &nodes)
{
    return std::ranges::any_of(node.children,
                               [&](NodeIndex child) { return is_done(nodes[child]); });
}

Step read_step(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    JsonObjectReader reader(compiler, json, path, {"id", "when", "feedback"});
    Step step{.id = reader.name("id"), .feedback = {}};
    if (reader.has("feedback")) step.feedback = reader.text("feedback", condition_feedback_limit);
    const Json &when = reader.required("when", "Give the condition that ends this step.");
    if (!compiler.failed()) node.children.push_back(compiler.condition(when, reader.path("when")));
    return step;
}

/// The author's sentences for the step that came too early, and for the one that is due as long as
/// it is not done. Without any, those for the whole order, or the ids of the two.
Sentences violation_sentences(const Order &order, const NodeFindings &found,
                              const OrderState::Violation &violation)
{
    const Step &early = order.steps[violation.step];
    const NodeIndex before = found.node().children[violation.before];
    const std::string due = found.all.holds(before) ? "" : found.all.node(before).feedback;
    Sentences said;
    if (!early.feedback.empty()) said.push_back(Message::by_author(early.feedback));
    if (!due.empty()) said.push_back(Message::by_author(due));
    if (said.empty() && !found.node().feedback.empty()) {
        said.push_back(Message::by_author(found.node().feedback));
    }
    if (said.empty()) {
        const Step &due_step = order.steps[violation.before];
        const auto &late = found.all.state(found.node().children[violation.step]).reached;
        const auto &in_time = found.all.state(before).reached;
        const bool is_tie = in_time && in_time->observation == late->observation;
        said.push_back(Message(is_tie ? at_once : too_early,
                               {{"early", Name{early.id}}, {"due", Name{due_step.id}}}));
    }
    return said;
}

} // namespace

bool came_too_early(const Node &order, const std::vector<NodeState> &nodes, std::size_t step)
{
    return overtaken(order, nodes, step).has_value();
}

bool is_built_on(const Node &order, const std::vector<NodeState> &nodes, NodeIndex reached)
{
    const auto found = std::ranges::find(order.children, reached);
    return std::any_of(found, order.children.end(), [&](NodeIndex later) {
        const NodeState &step = nodes[later];
        return step.reached && step.reached->by == ReachedBy::learner &&
               step.reached->observation > nodes[reached].reached->observation;
    });
}

OrderState order_state(const Node &node, const std::vector<NodeState> &nodes)
{
    OrderState order;
    bool unbroken = true;
    for (std::size_t step = 0; step < node.children.size(); ++step) {
        if (!nodes[node.children[step]].reached) {
            if (!order.expected) order.expected = step;
            unbroken = false;
            continue;
        }
        const auto before = overtaken(node, nodes, step);
        if (before && !order.violation) order.violation = {step, *before};
        unbroken = unbroken && !before;
        if (unbroken) order.correct = step + 1;
    }
    return order;
}

void Order::read(JsonObjectReader &reader, Node &node)
{
    Compiler &compiler = reader.compiler();
    const Json &list = reader.required("steps", "Give an array of {\"id\", \"when\"}.");
    if (!list.is_array() || list.empty()) {
        reader.reject("steps", "a list of steps is needed",
                      "Give an array of one or more {\"id\", \"when\"}.");
        return;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < list.size() && !compiler.failed(); ++i) {
        const std::string path = reader.path("steps") + "[" + std::to_string(i) + "]";
        steps.push_back(read_step(compiler, list[i], path, node));
        if (!compiler.failed() && !ids.insert(steps.back().id).second) {
            compiler.reject(path + ".id", "two steps are called " + quoted_excerpt(steps.back().id),
                            "Give each step an id of its own.");
        }
    }
}

Finding Order::measure(const Node &node, const Sight &sight) const
{
    const OrderState order = order_state(node, sight.nodes);
    const bool unknown = std::ranges::any_of(node.children, [&](NodeIndex child) {
        const NodeState &step = sight.nodes[child];
        return !step.reached && step.now.truth == Truth::unknown;
    });
    Truth verdict = Truth::no;
    if (order.correct == node.children.size()) verdict = Truth::yes;
    if (!order.violation && unknown) verdict = Truth::unknown;
    return unless_begun(judged(verdict, static_cast<double>(order.correct)),
                        any_done(node, sight.nodes));
}

void Order::add_evidence(const NodeFindings &found, Json &out) const
{
    const OrderState state = order_state(found.node(), found.all.states);
    Json list = Json::array();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto &reached = found.all.state(found.node().children[i]).reached;
        list.push_back({{"id", steps[i].id},
                        {"first_true_seconds", reached ? Json(reached->seconds) : Json(nullptr)}});
    }
    out["steps"] = std::move(list);
    out["expected_next"] = state.expected ? Json(steps[*state.expected].id) : Json(nullptr);
    out["self_corrected"] = found.all.state(found.index).self_corrected;
    if (state.violation) {
        out["violation"] = {{"id", steps[state.violation->step].id},
                            {"before", steps[state.violation->before].id}};
    }
}

Statement Order::describe(const NodeFindings &found) const
{
    if (found.now().problem == &not_begun) return {Message(none_done)};
    const std::size_t correct = order_state(found.node(), found.all.states).correct;
    return {Message(in_order, {{"correct", count_of(correct)}, {"total", count_of(steps.size())}})};
}

Sentences Order::unmet(const NodeFindings &found) const
{
    const OrderState state = order_state(found.node(), found.all.states);
    if (state.violation) return violation_sentences(*this, found, *state.violation);
    if (!state.expected) return {to_sentence(describe(found))};
    const NodeIndex due = found.node().children[*state.expected];
    Sentences all;
    if (found.all.node(due).feedback.empty()) { // else its author names the step
        all.push_back(Message(next_step, {{"step", Name{steps[*state.expected].id}}}));
    }
    for (Message &each : scene::unmet(found.all, due))
        all.push_back(std::move(each));
    return all;
}

Sentences Order::beside_feedback(const NodeFindings &found) const
{
    if (!order_state(found.node(), found.all.states).expected) return {};
    Sentences all{to_sentence(describe(found))};
    for (Message &each : unmet(found))
        all.push_back(std::move(each));
    return all;
}

bool Order::says_more_than_author(const NodeFindings &found) const
{
    return order_state(found.node(), found.all.states).violation.has_value();
}

double Order::score(const NodeFindings &found) const
{
    if (!any_done(found.node(), found.all.states)) return 0;
    return static_cast<double>(order_state(found.node(), found.all.states).correct) /
           static_cast<double>(steps.size());
}

bool Order::is_lost(const Node &node, const std::vector<NodeState> &nodes,
                    const std::vector<bool> &lost) const
{
    return lost_children(node, lost) > 0 || order_state(node, nodes).violation.has_value();
}

bool Order::is_begun(const Node &node, const NodeState &, const std::vector<NodeState> &nodes) const
{
    return any_done(node, nodes);
}

MessageTemplates Order::messages()
{
    return {&none_done, &in_order, &next_step, &at_once, &too_early};
}

} // namespace mvr::scene
