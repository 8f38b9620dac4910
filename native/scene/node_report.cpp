#include "scene/node_report.hpp"

#include "scene/evaluate.hpp"
#include "scene/feedback.hpp"
#include "scene/program.hpp"

namespace mvr::scene {
namespace {

/// What cannot be measured below it leaves a node that combines without a measure of its own.
Statement said(const NodeFindings &found)
{
    const bool is_known = found.now().truth != Truth::unknown;
    return is_known || found.node().children.empty() ? describe(found) : describe_children(found);
}

void add(const Findings &findings, NodeIndex index, std::vector<NodeReport> &reports)
{
    const NodeFindings found{findings, index};
    reports.push_back({found.now().truth, to_sentence(said(found))});
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
