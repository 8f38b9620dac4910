#include "mcp/schema.hpp"

namespace mvr::mcp {
namespace {

bool has_type(const Json &schema, std::string_view wanted)
{
    const auto type = schema.find("type");
    if (type == schema.end()) return false;
    if (type->is_string()) return *type == wanted;
    for (const Json &one : *type) {
        if (one == wanted) return true;
    }
    return false;
}

bool is_numeric(const Json &schema)
{
    return has_type(schema, "integer") || has_type(schema, "number");
}

Schema with_range(const Schema &schema, std::initializer_list<std::pair<const char *, Json>> bounds)
{
    if (!is_numeric(schema.json())) {
        throw Failure({Errc::internal, "a range was put on a schema that is not numeric", "", ""});
    }
    Json json = schema.json();
    for (const auto &[keyword, bound] : bounds)
        json[keyword] = bound;
    return Schema(std::move(json));
}

Schema of_type(const char *type)
{
    Json json = {{"type", type}};
    return Schema(std::move(json));
}

Property member(std::string_view name, Schema schema, bool required)
{
    return Property{std::string(name), std::move(schema), required};
}

} // namespace

Schema Schema::with(std::string_view type,
                    std::initializer_list<std::pair<const char *, Json>> set) const
{
    if (!type.empty() && !has_type(json_, type)) {
        throw Failure({Errc::internal,
                       "keyword '" + std::string(set.begin()->first) +
                           "' was put on a schema that is not of type " + std::string(type),
                       "", ""});
    }
    Json json = json_;
    for (const auto &[keyword, value] : set)
        json[keyword] = value;
    return Schema(std::move(json));
}

Schema Schema::describe(std::string_view text) const { return with({}, {{"description", text}}); }
Schema Schema::title(std::string_view text) const { return with({}, {{"title", text}}); }
Schema Schema::fallback(Json value) const { return with({}, {{"default", std::move(value)}}); }

Schema Schema::or_null() const
{
    Json json = json_;
    Json &type = json["type"];
    if (!type.is_array()) type = Json::array({type});
    type.push_back("null");
    if (json.contains("enum")) json["enum"].push_back(nullptr);
    return Schema(std::move(json));
}

Schema Schema::length(std::size_t least, std::size_t most) const
{
    return with("string", {{"minLength", least}, {"maxLength", most}});
}

Schema Schema::one_of(std::initializer_list<std::string_view> values) const
{
    return one_of(std::vector<std::string>(values.begin(), values.end()));
}

Schema Schema::one_of(const std::vector<std::string> &values) const
{
    return with("string", {{"enum", Json(values)}});
}

Schema Schema::between(std::int64_t least, std::int64_t most) const
{
    return with_range(*this, {{"minimum", least}, {"maximum", most}});
}

Schema Schema::between(double least, double most) const
{
    return with_range(*this, {{"minimum", least}, {"maximum", most}});
}

Schema Schema::between(int least, int most) const
{
    return between(std::int64_t{least}, std::int64_t{most});
}

Schema Schema::at_least(double least) const { return with_range(*this, {{"minimum", least}}); }
Schema Schema::above(double limit) const
{
    return with_range(*this, {{"exclusiveMinimum", limit}});
}

Schema Schema::size(std::size_t least, std::size_t most) const
{
    return with("array", {{"minItems", least}, {"maxItems", most}});
}

Schema Schema::open() const { return with("object", {{"additionalProperties", true}}); }

Property req(std::string_view name, Schema schema) { return member(name, std::move(schema), true); }
Property opt(std::string_view name, Schema schema)
{
    return member(name, std::move(schema), false);
}

Schema string() { return of_type("string"); }
Schema integer() { return of_type("integer"); }
Schema number() { return of_type("number"); }
Schema boolean() { return of_type("boolean"); }

Schema constant(Json value)
{
    Json json = {{"const", std::move(value)}};
    return Schema(std::move(json));
}

Schema array(const Schema &item)
{
    Json json = {{"type", "array"}, {"items", item.json()}};
    return Schema(std::move(json));
}

Schema object(const std::vector<Property> &members)
{
    Json properties = Json::object();
    Json required = Json::array();
    for (const Property &one : members) {
        if (properties.contains(one.name)) {
            throw Failure({Errc::internal, "a schema names a member twice", one.name, ""});
        }
        properties[one.name] = one.schema.json();
        if (one.required) required.push_back(one.name);
    }
    Json json = {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) json["required"] = std::move(required);
    return Schema(std::move(json));
}

Schema any_object() { return of_type("object").open(); }
Schema any_value() { return Schema(Json::object()); }

Schema any_of(const std::vector<Schema> &choices)
{
    Json json = {{"anyOf", Json::array()}};
    for (const Schema &choice : choices)
        json["anyOf"].push_back(choice.json());
    return Schema(std::move(json));
}

Json or_error(const Schema &success)
{
    const Schema refusal = object({
        req("error", object({
                         req("code", string().describe("What kind of refusal, for programs.")),
                         req("message", string().describe("What is wrong, for people.")),
                         req("details", object({opt("field", string()), opt("remedy", string())})),
                     })),
    });
    return {{"type", "object"}, {"anyOf", Json::array({success.json(), refusal.json()})}};
}

} // namespace mvr::mcp
