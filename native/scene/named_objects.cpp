#include "scene/named_objects.hpp"

#include "scene/form.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace mvr::scene {
namespace {

/// Collects the objects that the described members of a predicate name.
template <class P> class Collect {
  public:
    Collect(const P &predicate, std::vector<ObjectIndex> &names)
        : predicate_(predicate), names_(names)
    {
    }

    void operator()(const Member<P, ObjectIndex> &member) const
    {
        names_.push_back(predicate_.*member.pointer);
    }
    void operator()(const Member<P, std::optional<ObjectIndex>> &member) const
    {
        if (const auto &other = predicate_.*member.pointer) names_.push_back(*other);
    }
    void operator()(const Member<P, Target> &member) const
    {
        const auto *other = std::get_if<ObjectIndex>(&(predicate_.*member.pointer));
        if (other != nullptr) names_.push_back(*other);
    }
    void operator()(const auto &) const {}

  private:
    const P &predicate_;
    std::vector<ObjectIndex> &names_;
};

void collect(const Program &program, NodeIndex index, std::vector<ObjectIndex> &names)
{
    const Node &node = program.nodes[index];
    std::visit(
        [&]<class P>(const P &predicate) { for_each_member<P>(Collect<P>(predicate, names)); },
        node.predicate);
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

std::vector<ObjectIndex> measured_surfaces(const Predicate &predicate)
{
    return std::visit(
        [](const auto &p) -> std::vector<ObjectIndex> {
            if constexpr (requires { p.surfaces(); }) return p.surfaces();
            return {};
        },
        predicate);
}

std::vector<ObjectIndex> counted_meshes(const Predicate &predicate)
{
    return std::visit(
        [](const auto &p) -> std::vector<ObjectIndex> {
            if constexpr (requires { p.meshes(); }) return p.meshes();
            return {};
        },
        predicate);
}

} // namespace mvr::scene
