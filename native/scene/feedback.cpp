#include "scene/evaluate.hpp"
#include "scene/measure.hpp"

#include <algorithm>
#include <utility>

namespace mvr::scene {
namespace {

using Sentences = std::vector<std::string>;

/// Collects what is not met at one node that does not hold, apart from its own feedback.
class Collector {
  public:
    Collector(const Findings &findings, const std::vector<double> &scores, NodeIndex index)
        : findings_(findings), scores_(scores), index_(index), node_(findings.node(index))
    {
    }

    /// Whether what is found below says more than the author's words for the node as a whole: which
    /// step came too early, or what has to hold before it can be held for a time.
    bool knows_better() const
    {
        if (std::holds_alternative<Order>(node_.predicate)) {
            return order_state(node_, findings_.states).violation.has_value();
        }
        return std::holds_alternative<Duration>(node_.predicate) &&
               !findings_.holds(node_.children.front());
    }
    Sentences operator()(const All &) const
    {
        Sentences all;
        for (const NodeIndex child : node_.children) {
            for (std::string &sentence : below(child))
                all.push_back(std::move(sentence));
        }
        return all;
    }
    /// Only the way that is shortest: a list of all ways would read as if all were needed.
    Sentences operator()(const Any &) const { return below(nearest()); }
    Sentences operator()(const Not &) const
    {
        const NodeIndex child = node_.children.front();
        if (!findings_.holds(child)) return below(child);
        return {words(findings_, child).fact + "; this must not be so."};
    }
    Sentences operator()(const Order &order) const
    {
        const OrderState state = order_state(node_, findings_.states);
        if (state.violation) return violation(order, *state.violation);
        if (!state.expected) return {};
        Sentences all{"The next step is “" + order.steps[*state.expected].id + "”."};
        for (std::string &sentence : below(node_.children[*state.expected])) {
            all.push_back(std::move(sentence));
        }
        return all;
    }
    Sentences operator()(const Duration &) const
    {
        const NodeIndex child = node_.children.front();
        if (!findings_.holds(child)) return below(child);
        return plain();
    }
    Sentences operator()(const auto &) const { return plain(); }

    /// What the author's words cannot know, to be said beside them. How a view misses cannot be
    /// seen in it; how far one is with a number of things is what is left of half-done work.
    Sentences beside_feedback() const
    {
        if (std::holds_alternative<InView>(node_.predicate)) return plain();
        const auto *count = std::get_if<Count>(&node_.predicate);
        if (count == nullptr || !count->min) return {};
        const Tally sum = tally(node_, findings_.states);
        if (sum.certain == 0 || sum.certain >= *count->min) return {};
        return {std::to_string(sum.certain) + " of " + std::to_string(*count->min) + " so far."};
    }

  private:
    Sentences below(NodeIndex child) const { return unmet(findings_, scores_, child); }

    Sentences plain() const
    {
        const Words said = words(findings_, index_);
        return {said.fact + (said.need.empty() ? "." : "; " + said.need + ".")};
    }

    /// Where nothing could be measured, the reason for that is the way.
    NodeIndex nearest() const
    {
        const bool unknown = findings_.state(index_).now.truth == Truth::unknown;
        const auto better = [&](NodeIndex a, NodeIndex b) {
            const bool a_fits = findings_.state(a).now.truth == Truth::unknown;
            const bool b_fits = findings_.state(b).now.truth == Truth::unknown;
            if (unknown && a_fits != b_fits) return a_fits < b_fits;
            return scores_[a] < scores_[b];
        };
        return *std::ranges::max_element(node_.children, better);
    }

    /// The author's words for the step that came too early, and for the one that is due as long as
    /// it is not done. Without any, those for the whole order, or the ids of the two.
    Sentences violation(const Order &order, const OrderState::Violation &found) const
    {
        const Step &early = order.steps[found.step];
        const NodeIndex before = node_.children[found.before];
        const std::string due = findings_.holds(before) ? "" : findings_.node(before).feedback;
        Sentences said;
        if (!early.feedback.empty()) said.push_back(early.feedback);
        if (!due.empty()) said.push_back(due);
        if (said.empty() && !node_.feedback.empty()) said.push_back(node_.feedback);
        if (said.empty()) {
            said.push_back("“" + early.id + "” came too early: “" + order.steps[found.before].id +
                           "” has to come before it.");
        }
        return said;
    }

    const Findings &findings_;
    const std::vector<double> &scores_;
    NodeIndex index_;
    const Node &node_;
};

} // namespace

std::vector<std::string> unmet(const Findings &findings, const std::vector<double> &scores,
                               NodeIndex index)
{
    if (findings.holds(index)) return {};
    const Node &node = findings.node(index);
    const Collector collector(findings, scores, index);
    if (node.feedback.empty() || collector.knows_better()) {
        return std::visit(collector, node.predicate);
    }
    Sentences said{node.feedback};
    for (std::string &sentence : collector.beside_feedback())
        said.push_back(std::move(sentence));
    return said;
}

} // namespace mvr::scene
