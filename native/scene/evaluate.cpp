#include "scene/evaluate.hpp"

#include "scene/evidence.hpp"
#include "scene/feedback.hpp"
#include "scene/findings.hpp"
#include "scene/standing.hpp"

namespace mvr::scene {
namespace {

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

} // namespace

Evaluation evaluate(const Program &program, const std::vector<NodeState> &states)
{
    Findings findings{program, states};
    for (NodeIndex i = 0; i < program.nodes.size(); ++i)
        findings.scores.push_back(score({findings, i})); // children stand before their parent
    const NodeIndex root = program.root();
    Evaluation evaluation{.passed = holds(program, states),
                          .score = findings.scores[root],
                          .evidence = evidence(findings, root),
                          .unmet = unmet(findings, root)};
    if (findings.holds(root) && !evaluation.passed) {
        evaluation.score = 0;
        evaluation.evidence["holds"] = false;
        evaluation.evidence["problem"] = not_begun;
        evaluation.unmet = {"Nothing of this was done yet."};
    }
    return evaluation;
}

} // namespace mvr::scene
