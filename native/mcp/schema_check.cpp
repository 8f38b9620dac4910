#include "mcp/schema.hpp"

#include <algorithm>
#include <array>

namespace mvr::mcp {
namespace {

[[noreturn]] void refuse(const std::string &path, const std::string &what)
{
    throw Failure({Errc::internal, "schema" + path + ": " + what, "", ""});
}

bool is_type_name(const Json &value)
{
    static constexpr std::array<std::string_view, 7> names = {
        "string", "integer", "number", "boolean", "object", "array", "null"};
    return value.is_string() && std::find(names.begin(), names.end(),
                                          value.get_ref<const std::string &>()) != names.end();
}

bool is_type(const Json &value)
{
    if (!value.is_array()) return is_type_name(value);
    return !value.empty() && std::all_of(value.begin(), value.end(), is_type_name);
}

bool is_string_list(const Json &value)
{
    return value.is_array() &&
           std::all_of(value.begin(), value.end(), [](const Json &one) { return one.is_string(); });
}

bool is_any(const Json &) { return true; }
bool is_text(const Json &value) { return value.is_string(); }
bool is_flag(const Json &value) { return value.is_boolean(); }
bool is_number(const Json &value) { return value.is_number(); }
bool is_count(const Json &value)
{
    return value.is_number_unsigned() || (value.is_number_integer() && value >= 0);
}
bool is_list(const Json &value) { return value.is_array() && !value.empty(); }
bool is_object(const Json &value) { return value.is_object(); }

struct Keyword {
    std::string_view name;
    bool (*well_formed)(const Json &);
};

constexpr std::array keywords = {
    Keyword{"type", is_type},
    Keyword{"title", is_text},
    Keyword{"description", is_text},
    Keyword{"default", is_any},
    Keyword{"const", is_any},
    Keyword{"enum", is_list},
    Keyword{"minLength", is_count},
    Keyword{"maxLength", is_count},
    Keyword{"minimum", is_number},
    Keyword{"maximum", is_number},
    Keyword{"exclusiveMinimum", is_number},
    Keyword{"items", is_object},
    Keyword{"minItems", is_count},
    Keyword{"maxItems", is_count},
    Keyword{"properties", is_object},
    Keyword{"required", is_string_list},
    Keyword{"additionalProperties", is_flag},
    Keyword{"anyOf", is_list},
    Keyword{"oneOf", is_list},
};

void check(const Json &schema, bool allow_choices, const std::string &path)
{
    if (!schema.is_object()) refuse(path, "is not an object");
    for (const auto &[name, value] : schema.items()) {
        const auto keyword = std::find_if(keywords.begin(), keywords.end(),
                                          [&](const Keyword &one) { return one.name == name; });
        if (keyword == keywords.end()) refuse(path, "keyword " + name + " is not enforced here");
        std::string place = path;
        place.append("/").append(name);
        if (!keyword->well_formed(value)) refuse(place, "is malformed");
        if (name == "items") check(value, allow_choices, place);
        if (name == "properties") {
            for (const auto &[member, sub] : value.items()) {
                check(sub, allow_choices, std::string(place).append("/").append(member));
            }
        }
        if (name == "anyOf" || name == "oneOf") {
            if (!allow_choices) refuse(path, "'" + name + "' is for output schemas only");
            for (const Json &choice : value)
                check(choice, true, place);
        }
    }
    for (const Json &name : schema.value("required", Json::array())) {
        if (!schema.value("properties", Json::object()).contains(name.get<std::string>())) {
            refuse(path, "requires '" + name.get<std::string>() + "', which it does not describe");
        }
    }
}

} // namespace

void check_schema(const Json &schema, bool allow_choices) { check(schema, allow_choices, ""); }

} // namespace mvr::mcp
