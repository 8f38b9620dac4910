#include "scene/node_report.hpp"

#include "scene/evaluate.hpp"
#include "scene/feedback.hpp"
#include "scene/program.hpp"

namespace mvr::scene {
namespace {

void add(const Findings &findings, NodeIndex index, std::vector<NodeReport> &reports)
{
    const NodeFindings found{findings, index};
    reports.push_back({found.now().truth, to_sentence(describe(found))});
    for (const NodeIndex child : found.node().children)
        add(findings, child, reports);
}

} // namespace

std::vector<NodeReport> node_reports(const Program &program, const std::vector<NodeState> &states)
{
    std::vector<NodeReport> reports;
    add(findings_of(program, states), program.root(), reports);
    return reports;
}

} // namespace mvr::scene
