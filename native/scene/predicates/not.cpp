#include "scene/predicates/not.hpp"

#include "scene/compiler.hpp"
#include "scene/feedback.hpp"

namespace mvr::scene {

Not Not::read_value(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.children = {compiler.condition(json, path)};
    return {};
}

Finding Not::measure(const Node &node, const Sight &sight) const
{
    switch (sight.nodes[node.children.front()].now.truth) {
    case Truth::yes: return judged(Truth::no);
    case Truth::no: return judged(Truth::yes);
    case Truth::unknown: break;
    }
    return judged(Truth::unknown);
}

Statement Not::describe(const NodeFindings &found) const
{
    const bool is_so = found.tally().certain > 0;
    return {"What should not be so is " + std::string(is_so ? "so" : "not so"), ""};
}

Sentences Not::unmet(const NodeFindings &found) const
{
    if (!found.all.holds(found.child())) return scene::unmet(found.all, found.child());
    return {scene::describe({found.all, found.child()}).fact + "; this must not be so."};
}

} // namespace mvr::scene
