#include "support/json_schema.hpp"

#include <cmath>

namespace mvr::schema {

namespace {

/// Without a fraction where it has none: a bound of 1 is to be read as 1, not as 1.0.
Json bound(double value)
{
    constexpr double exact = 9'007'199'254'740'992.0;
    if (std::trunc(value) == value && std::abs(value) <= exact)
        return static_cast<std::int64_t>(value);
    return value;
}

} // namespace

Json text(const Bounds &bounds, SchemaUse use)
{
    Json json = {{"type", "string"}};
    if (use == SchemaUse::reply) return json;
    if (bounds.shortest > 0) json["minLength"] = bounds.shortest;
    json["maxLength"] = bounds.longest;
    return json;
}

Json number(const char *type, const Bounds &bounds)
{
    Json json = {{"type", type}};
    if (std::isfinite(bounds.least)) json["minimum"] = bound(bounds.least);
    if (std::isfinite(bounds.most)) json["maximum"] = bound(bounds.most);
    return json;
}

Json list(Json item, std::size_t fewest, std::size_t most, SchemaUse use)
{
    Json json = {{"type", "array"}, {"items", std::move(item)}};
    if (use == SchemaUse::reply) return json;
    if (fewest > 0) json["minItems"] = fewest;
    json["maxItems"] = most;
    return json;
}

Json choice(std::span<const std::string_view> texts)
{
    Json json = {{"type", "string"}, {"enum", Json::array()}};
    for (const std::string_view one : texts)
        json["enum"].push_back(one);
    return json;
}

Json or_null(Json of)
{
    if (of.contains("enum")) of["enum"].push_back(nullptr);
    if (of.contains("type")) of["type"] = Json::array({of["type"], "null"});
    return of;
}

void annotate(Json &schema, std::string_view sentence, std::string_view unit)
{
    if (sentence.empty() && unit.empty()) return;
    std::string text(sentence);
    if (!unit.empty()) text += (text.empty() ? "In " : ", in ") + std::string(unit);
    schema["description"] = std::move(text);
}

} // namespace mvr::schema
