#include "scene/evaluate.hpp"

#include "scene/evidence.hpp"
#include "scene/feedback.hpp"
#include "scene/findings.hpp"
#include "scene/program.hpp"
#include "scene/standing.hpp"

#include <set>

namespace mvr::scene {
namespace {

constexpr MessageTemplate nothing_done{"condition.nothing_done", "Nothing of this was done yet."};

double score(const NodeFindings &found)
{
    if (found.all.holds(found.index)) return 1;
    return std::visit(
        [&](const auto &predicate) -> double {
            if constexpr (requires { predicate.score(found); }) return predicate.score(found);
            return 0;
        },
        found.node().predicate);
}

/// Adds what the node speaks of by itself and below, where it does not hold.
void add_unmet_objects(const Findings &findings, NodeIndex index, std::set<std::string> &names)
{
    if (findings.holds(index)) return;
    const Node &node = findings.node(index);
    for (const NodeIndex child : node.children)
        add_unmet_objects(findings, child, names);
    if (needs_view(node.predicate)) return;
    std::visit(
        [&](const auto &predicate) {
            if constexpr (requires { predicate.object; })
                names.insert(findings.object(predicate.object));
            if constexpr (requires { predicate.question; }) names.insert(predicate.question);
        },
        node.predicate);
}

} // namespace

Findings findings_of(const Program &program, const std::vector<NodeState> &states)
{
    Findings findings{program, states};
    for (NodeIndex i = 0; i < program.nodes.size(); ++i)
        findings.scores.push_back(score({findings, i})); // children stand before their parent
    return findings;
}

Sentences unmet(const Program &program, const std::vector<NodeState> &states)
{
    const Findings findings = findings_of(program, states);
    if (!findings.holds(program.root())) {
        Sentences said = unmet(findings, program.root());
        add_missing_objects(findings, program.root(), said);
        return said;
    }
    if (holds(program, states)) return {};
    return {Message(nothing_done)};
}

Sentences violation_sentences(const Program &program, const std::vector<NodeState> &states)
{
    const Findings findings = findings_of(program, states);
    for (NodeIndex i = 0; i < states.size(); ++i) {
        const Node &node = findings.node(i);
        if (std::holds_alternative<Order>(node.predicate) && order_state(node, states).violation)
            return unmet(findings, i);
    }
    return {};
}

std::vector<std::string> unmet_objects(const Program &program, const std::vector<NodeState> &states)
{
    std::set<std::string> names;
    add_unmet_objects({program, states}, program.root(), names);
    return {names.begin(), names.end()};
}

MessageTemplates evaluate_messages() { return {&nothing_done}; }

Evaluation evaluate(const Program &program, const std::vector<NodeState> &states)
{
    const Findings findings = findings_of(program, states);
    const NodeIndex root = program.root();
    Evaluation evaluation{.passed = holds(program, states),
                          .score = findings.scores[root],
                          .evidence = evidence(findings, root),
                          .unmet = unmet(program, states)};
    if (findings.holds(root) && !evaluation.passed) {
        evaluation.score = 0;
        evaluation.evidence["holds"] = false;
        evaluation.evidence["problem"] = not_begun.code;
    }
    return evaluation;
}

} // namespace mvr::scene
