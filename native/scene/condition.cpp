#include "scene/condition.hpp"

#include "scene/named_objects.hpp"
#include "scene/program.hpp"
#include "scene/standing.hpp"
#include "scene/tighten.hpp"

#include <algorithm>
#include <set>

namespace mvr::scene {

std::vector<std::string> Condition::object_names() const
{
    std::vector<std::string> names = program_->objects;
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> Condition::surface_names() const
{
    std::set<std::string> names;
    for (const Node &node : program_->nodes) {
        for (const ObjectIndex object : measured_surfaces(node.predicate))
            names.insert(program_->objects[object]);
    }
    return {names.begin(), names.end()};
}

bool Condition::needs_view() const
{
    return std::ranges::any_of(program_->nodes,
                               [](const Node &node) { return scene::needs_view(node.predicate); });
}

Condition Condition::tightened(double factor) const
{
    return Condition(std::make_shared<const Program>(scene::tightened(*program_, factor)));
}

const Json &Condition::source() const { return program_->source; }

} // namespace mvr::scene
