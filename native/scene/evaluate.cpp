#include "scene/evaluate.hpp"

#include "scene/measure.hpp"

#include <algorithm>
#include <numeric>

namespace mvr::scene {
namespace {

double count_score(const Count &test, const Tally &sum)
{
    double score = 1;
    if (test.min && sum.certain < *test.min) {
        score = static_cast<double>(sum.certain) / static_cast<double>(*test.min);
    }
    if (test.max && sum.possible > *test.max) {
        score = std::min(score, static_cast<double>(*test.max) / static_cast<double>(sum.possible));
    }
    return score;
}

/// The score of a node that does not hold.
class Partial {
  public:
    Partial(const Findings &findings, const Node &node, const std::vector<double> &done)
        : findings_(findings), node_(node), done_(done)
    {
    }

    double operator()(const All &) const
    {
        double sum = 0;
        for (const NodeIndex child : node_.children)
            sum += done_[child];
        return sum / static_cast<double>(node_.children.size());
    }
    double operator()(const Any &) const
    {
        double best = 0;
        for (const NodeIndex child : node_.children)
            best = std::max(best, done_[child]);
        return best;
    }
    double operator()(const Count &test) const
    {
        return count_score(test, tally(node_, findings_.states));
    }
    double operator()(const Order &) const
    {
        return static_cast<double>(order_state(node_, findings_.states).correct) /
               static_cast<double>(node_.children.size());
    }
    double operator()(const auto &) const { return 0; }

  private:
    const Findings &findings_;
    const Node &node_;
    const std::vector<double> &done_;
};

} // namespace

std::vector<double> scores(const Findings &findings)
{
    std::vector<double> done;
    for (NodeIndex i = 0; i < findings.program.nodes.size(); ++i) {
        const Node &node = findings.node(i);
        done.push_back(
            findings.holds(i) ? 1.0 : std::visit(Partial(findings, node, done), node.predicate));
    }
    return done;
}

Evaluation evaluate(const Program &program, const std::vector<NodeState> &states)
{
    const Findings findings{program, states};
    const std::vector<double> done = scores(findings);
    const NodeIndex root = program.root();
    return {.passed = findings.holds(root),
            .score = done[root],
            .evidence = evidence(findings, root),
            .unmet = unmet(findings, done, root)};
}

} // namespace mvr::scene
