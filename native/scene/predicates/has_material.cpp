#include "scene/predicates/has_material.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"

#include <algorithm>
#include <vector>

namespace mvr::scene {

void HasMaterial::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    out["limit"] = {{"has", material}};
}

Finding HasMaterial::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const bool has = std::ranges::find(body->materials, material) != body->materials.end();
    return judged(truth(has), body->materials);
}

Statement HasMaterial::describe(const NodeFindings &found) const
{
    const auto &names = std::get<std::vector<std::string>>(found.now().measured);
    return {found.object(object) + " has " + scene::describe(names), "it must have " + material};
}

} // namespace mvr::scene
