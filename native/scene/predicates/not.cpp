#include "scene/predicates/not.hpp"

#include "scene/compiler.hpp"
#include "scene/feedback.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate is_not_so{"not.is_not_so", "What should not be so is not so"};
constexpr MessageTemplate must_not{"not.must_not", "{fact}; this must not be so."};

} // namespace

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

Statement Not::describe(const NodeFindings &) const
{
    // Only another "not" asks, and only while this one holds.
    return {Message(is_not_so)};
}

Sentences Not::unmet(const NodeFindings &found) const
{
    if (!found.all.holds(found.child())) return scene::unmet(found.all, found.child());
    return {Message(must_not, {{"fact", scene::describe({found.all, found.child()}).fact}})};
}

MessageTemplates Not::messages() { return {&is_not_so, &must_not}; }

} // namespace mvr::scene
