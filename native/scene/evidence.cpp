#include "scene/evidence.hpp"

#include "scene/asked.hpp"
#include "scene/form.hpp"
#include "scene/program.hpp"

#include <utility>
#include <variant>

namespace mvr::scene {
namespace {

/// Shows one described member of a predicate.
template <class P> class Asked {
  public:
    Asked(const P &predicate, const Findings &findings, Json &out)
        : predicate_(predicate), findings_(findings), out_(out)
    {
    }

    template <class Type> void operator()(const Member<P, Type> &member) const
    {
        add_asked(out_, member.name, predicate_.*member.pointer, findings_);
    }
    void operator()(const Limits<P> &limits) const { add_range(out_, predicate_.*limits.pointer); }
    template <class Type> void operator()(const UpperLimit<P, Type> &limit) const
    {
        add_range(out_, predicate_.*limit.pointer);
    }

    /// What the predicate reads by itself are conditions, which follow as children, or what its own
    /// `ask` shows.
    void operator()(const OwnMember &) const {}
    void operator()(const OwnNumber &) const {}

  private:
    const P &predicate_;
    const Findings &findings_;
    Json &out_;
};

void ask(const Findings &findings, NodeIndex index, Json &out)
{
    std::visit(
        [&]<class P>(const P &predicate) {
            if constexpr (requires { predicate.ask(findings, out); }) {
                predicate.ask(findings, out);
            } else {
                for_each_member<P>(Asked<P>(predicate, findings, out));
            }
        },
        findings.node(index).predicate);
}

void add_measured(const NodeState &state, Json &out)
{
    const Measured &measured = state.now.measured;
    if (const auto *number = std::get_if<double>(&measured)) out["measured"] = *number;
    if (const auto *value = std::get_if<Property>(&measured)) {
        out["measured"] = property_json(*value);
    }
    if (const auto *list = std::get_if<std::vector<std::string>>(&measured)) {
        out["measured"] = *list;
    }
    if (const auto *modifiers = std::get_if<ModifierList>(&measured)) {
        out["measured"] = Json::array();
        for (const Modifier &one : *modifiers)
            out["measured"].push_back(
                {{"type", one.type}, {"name", one.name}, {"shown", one.shown}});
    }
    if (state.least && *state.least < *state.most) {
        out["seen"] = {{"min", *state.least}, {"max", *state.most}};
    }
}

void add_own(const NodeFindings &found, Json &out)
{
    std::visit(
        [&](const auto &predicate) {
            if constexpr (requires { predicate.add_evidence(found, out); }) {
                predicate.add_evidence(found, out);
            }
        },
        found.node().predicate);
}

} // namespace

Json evidence(const Findings &findings, NodeIndex index)
{
    const Node &node = findings.node(index);
    const NodeState &state = findings.state(index);
    Json out = {{"predicate", node.name}, {"holds", findings.holds(index)}};
    ask(findings, index, out);
    add_measured(state, out);
    add_own({findings, index}, out);
    if (state.now.problem) out["problem"] = state.now.problem->code;
    if (state.now.missing) out["missing"] = findings.object(*state.now.missing);
    if (!node.id.empty()) out["id"] = node.id;
    if (!node.feedback.empty()) out["feedback"] = node.feedback;
    if (!node.children.empty()) {
        Json children = Json::array();
        for (const NodeIndex child : node.children)
            children.push_back(evidence(findings, child));
        out["children"] = std::move(children);
    }
    return out;
}

} // namespace mvr::scene
