#include "scene/standing.hpp"

#include "scene/measure.hpp"

#include <algorithm>

namespace mvr::scene {
namespace {

/// Whether a node can never hold any more, given the same of its children.
class Broken {
  public:
    Broken(const Node &node, const std::vector<NodeState> &nodes, const std::vector<bool> &done)
        : node_(node), nodes_(nodes), done_(done)
    {
    }

    bool operator()(const All &) const { return lost() > 0; }
    bool operator()(const Any &) const { return lost() == node_.children.size(); }
    bool operator()(const Count &test) const
    {
        return test.min && node_.children.size() - lost() < *test.min;
    }
    bool operator()(const Order &) const
    {
        return lost() > 0 || order_state(node_, nodes_).violation.has_value();
    }
    bool operator()(const Duration &) const { return lost() > 0; }
    bool operator()(const auto &) const { return false; }

  private:
    std::size_t lost() const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(node_.children, [&](NodeIndex child) { return done_[child]; }));
    }

    const Node &node_;
    const std::vector<NodeState> &nodes_;
    const std::vector<bool> &done_;
};

} // namespace

bool is_broken(const Program &program, const std::vector<NodeState> &nodes)
{
    std::vector<bool> done;
    done.reserve(program.nodes.size());
    for (const Node &node : program.nodes) {
        done.push_back(std::visit(Broken(node, nodes, done), node.predicate));
    }
    return done[program.root()];
}

bool is_entered(const Predicate &predicate)
{
    return std::holds_alternative<InView>(predicate) || std::holds_alternative<InMode>(predicate) ||
           std::holds_alternative<WithTool>(predicate);
}

bool asks_for_views_only(const Program &program)
{
    return std::ranges::all_of(program.nodes, [](const Node &node) {
        return !node.children.empty() || std::holds_alternative<InView>(node.predicate);
    });
}

} // namespace mvr::scene
