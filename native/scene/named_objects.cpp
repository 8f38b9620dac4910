#include "scene/named_objects.hpp"

#include <algorithm>

namespace mvr::scene {
namespace {

struct Collector {
    std::vector<ObjectIndex> &names;

    void operator()(const Distance &test) const { both(test.object, test.to); }
    void operator()(const Angle &test) const { both(test.object, test.to); }
    void operator()(const Inside &test) const
    {
        names.push_back(test.object);
        names.push_back(test.region);
    }
    void operator()(const InMode &) const {}
    void operator()(const WithTool &) const {}
    void operator()(const All &) const {}
    void operator()(const Any &) const {}
    void operator()(const Not &) const {}
    void operator()(const Count &) const {}
    void operator()(const Order &) const {}
    void operator()(const Duration &) const {}
    void operator()(const auto &test) const { names.push_back(test.object); }

    void both(ObjectIndex object, const std::variant<ObjectIndex, Vec3> &to) const
    {
        names.push_back(object);
        if (const auto *other = std::get_if<ObjectIndex>(&to)) names.push_back(*other);
    }
};

void collect(const Program &program, NodeIndex index, std::vector<ObjectIndex> &names)
{
    const Node &node = program.nodes[index];
    std::visit(Collector{names}, node.predicate);
    for (const NodeIndex child : node.children)
        collect(program, child, names);
}

} // namespace

std::vector<ObjectIndex> named_objects(const Program &program, NodeIndex index)
{
    std::vector<ObjectIndex> names;
    collect(program, index, names);
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

} // namespace mvr::scene
