#include "tools/trigger_conditions.hpp"

#include "scene/condition.hpp"
#include "scene/predicate_forms.hpp"

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
    return {{"type", "object"},
            {"description",
             "What must be true in the scene, as data: {\"all\": [{\"near\": {\"object\", "
             "\"to\", \"max\", \"unit\"}}, …]}; predicates: " +
                 scene::predicate_names()}};
}

} // namespace mvr::tools
