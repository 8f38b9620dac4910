#include "scene/predicates/any.hpp"

#include "scene/compiler.hpp"
#include "scene/feedback.hpp"

#include <algorithm>

namespace mvr::scene {
namespace {

/// Where nothing could be measured, the reason for that is the way.
NodeIndex nearest(const NodeFindings &found)
{
    const auto is_unknown = [&](NodeIndex child) {
        return found.all.state(child).now.truth == Truth::unknown;
    };
    const bool unknown = found.now().truth == Truth::unknown;
    const auto better = [&](NodeIndex a, NodeIndex b) {
        if (unknown && is_unknown(a) != is_unknown(b)) return is_unknown(a) < is_unknown(b);
        return found.all.scores[a] < found.all.scores[b];
    };
    return *std::ranges::max_element(found.node().children, better);
}

} // namespace

Any Any::read_value(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.children = compiler.conditions(json, path);
    return {};
}

Finding Any::measure(const Node &node, const Sight &sight) const
{
    const Tally sum = tally(node, sight.nodes);
    if (sum.certain > 0) return judged(Truth::yes);
    return judged(sum.possible > 0 ? Truth::unknown : Truth::no);
}

Statement Any::describe(const NodeFindings &found) const { return describe_children(found); }

Sentences Any::unmet(const NodeFindings &found) const
{
    return scene::unmet(found.all, nearest(found));
}

double Any::score(const NodeFindings &found) const
{
    double best = 0;
    for (const NodeIndex child : found.node().children)
        best = std::max(best, found.all.scores[child]);
    return best;
}

bool Any::is_lost(const Node &node, const std::vector<NodeState> &,
                  const std::vector<bool> &lost) const
{
    return lost_children(node, lost) == node.children.size();
}

} // namespace mvr::scene
