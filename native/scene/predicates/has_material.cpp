#include "scene/predicates/has_material.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mvr::scene {
namespace {

constexpr MessageTemplate has_materials{"has_material.has", "{object} has {materials}"};
constexpr MessageTemplate has_none{"has_material.has_none", "{object} has no material"};
constexpr MessageTemplate must_have{"has_material.must_have", "it must have {material}"};

Argument list_argument(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return {"materials", Name{std::move(text)}};
}

} // namespace

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
    const Argument own = found.object("object", object);
    return {names.empty() ? Message(has_none, {own})
                          : Message(has_materials, {own, list_argument(names)}),
            Message(must_have, {{"material", Name{material}}})};
}

MessageTemplates HasMaterial::messages() { return {&has_materials, &has_none, &must_have}; }

} // namespace mvr::scene
