#include "tools/trigger_conditions.hpp"

#include "scene/condition.hpp"
#include "scene/predicate_forms.hpp"

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

/// What a reader of JSON can know: which members there may be, and of which type each is. Which of
/// them go together is said by the conditions' own reader.
Json TriggerConditions::schema()
{
    Json properties = {{"id", {{"type", "string"}}}, {"feedback", {{"type", "string"}}}};
    for (const scene::PredicateForm &form : scene::predicate_forms()) {
        const std::string name(form.name);
        const Json example = Json::parse(form.example).at(name);
        properties[name] = {{"type", example.is_array() ? "array" : "object"}};
    }
    return {{"type", "object"},
            {"description", "What must be true in the scene, as data: {\"all\": [{\"near\": "
                            "{\"object\", \"to\", \"max\", \"unit\"}}, …]}; one predicate each"},
            {"properties", std::move(properties)},
            {"additionalProperties", false},
            {"minProperties", 1}};
}

} // namespace mvr::tools
