#include "tools/trigger_conditions.hpp"

#include "scene/condition.hpp"
#include "scene/predicate_names.hpp"

#include <string>
#include <utility>

namespace mvr::tools {

Problem TriggerConditions::read(JsonView json, const JsonPath &path)
{
    if (!json.is_object()) return argument_errors::wrong_type(path, "an object", json);
    source = json.to_json();
    auto compiled = scene::compile(source, path.text());
    if (!compiled) return std::move(compiled).error();
    return {};
}

Json TriggerConditions::schema()
{
    std::string text = "What must be true in the scene, as data: {\"all\": [{\"near\": "
                       "{\"object\", \"to\", \"max\", \"unit\"}}, …]}; predicates:";
    for (const std::string_view name : scene::predicate_names)
        text.append(" ").append(name);
    return {{"type", "object"}, {"description", std::move(text)}};
}

} // namespace mvr::tools
