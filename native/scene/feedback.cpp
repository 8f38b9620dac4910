#include "scene/evaluate.hpp"
#include "scene/measure.hpp"

#include <algorithm>
#include <utility>

namespace mvr::scene {
namespace {

using Sentences = std::vector<std::string>;

/// Collects what is not met at one node that does not hold and has no feedback of its own.
class Collector {
  public:
    Collector(const Findings &findings, const std::vector<double> &scores, NodeIndex index)
        : findings_(findings), scores_(scores), index_(index), node_(findings.node(index))
    {
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
        if (state.violation) return {violation(order, *state.violation)};
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

    static std::string violation(const Order &order, const OrderState::Violation &found)
    {
        const Step &step = order.steps[found.step];
        if (!step.feedback.empty()) return step.feedback;
        return "“" + step.id + "” came too early: “" + order.steps[found.before].id +
               "” has to come before it.";
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
    if (!node.feedback.empty()) return {node.feedback};
    return std::visit(Collector(findings, scores, index), node.predicate);
}

} // namespace mvr::scene
