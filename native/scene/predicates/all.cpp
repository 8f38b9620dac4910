#include "scene/predicates/all.hpp"

#include "scene/compiler.hpp"
#include "scene/feedback.hpp"

namespace mvr::scene {

All All::read_value(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.children = compiler.conditions(json, path);
    return {};
}

Finding All::measure(const Node &node, const Sight &sight) const
{
    const Tally sum = tally(node, sight.nodes);
    if (sum.possible < node.children.size()) return judged(Truth::no);
    return judged(sum.certain == node.children.size() ? Truth::yes : Truth::unknown);
}

Statement All::describe(const NodeFindings &found) const { return describe_children(found); }

Sentences All::unmet(const NodeFindings &found) const { return unmet_children(found); }

double All::score(const NodeFindings &found) const
{
    double sum = 0;
    for (const NodeIndex child : found.node().children)
        sum += found.all.scores[child];
    return sum / static_cast<double>(found.node().children.size());
}

bool All::is_lost(const Node &node, const std::vector<NodeState> &,
                  const std::vector<bool> &lost) const
{
    return lost_children(node, lost) > 0;
}

} // namespace mvr::scene
