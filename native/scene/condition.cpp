#include "scene/condition.hpp"

#include "scene/named_objects.hpp"
#include "scene/program.hpp"
#include "scene/standing.hpp"
#include "scene/tighten.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace mvr::scene {
namespace {

/// Names of the objects that `asked` gives for the predicates; sorted, each once.
std::vector<std::string> names_of(const Program &program,
                                  std::vector<ObjectIndex> (*asked)(const Predicate &))
{
    std::set<std::string> names;
    for (const Node &node : program.nodes) {
        for (const ObjectIndex object : asked(node.predicate))
            names.insert(program.objects[object]);
    }
    return {names.begin(), names.end()};
}

} // namespace

std::vector<std::string> Condition::object_names() const
{
    std::vector<std::string> names = program_->objects;
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> Condition::surface_names() const
{
    return names_of(*program_, measured_surfaces);
}

std::vector<std::string> Condition::mesh_names() const
{
    return names_of(*program_, counted_meshes);
}

std::vector<Question> Condition::questions() const
{
    std::vector<Question> asked;
    for (const Node &node : program_->nodes) {
        const auto *const answer = std::get_if<HasAnswer>(&node.predicate);
        if (answer && std::ranges::find(asked, answer->question, &Question::text) == asked.end())
            asked.push_back(answer->as_asked());
    }
    return asked;
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
