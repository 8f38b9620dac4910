#include "mcp/schema.hpp"

#include "mcp/schema_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace mvr::mcp {
namespace {

/// Beyond this, two JSON parsers may read one number as two (RFC 8259 §6).
constexpr double exact_integer_limit = 9'007'199'254'740'992.0;

using Problem = std::optional<Error>;

bool is_exact_integer(const Json &value)
{
    if (!value.is_number()) return false;
    const double number = value.get<double>();
    return std::isfinite(number) && std::trunc(number) == number &&
           std::abs(number) <= exact_integer_limit;
}

bool is_of(const std::string &type, const Json &value)
{
    if (type == "string") return value.is_string();
    if (type == "integer") return is_exact_integer(value);
    if (type == "number") return value.is_number() && std::isfinite(value.get<double>());
    if (type == "boolean") return value.is_boolean();
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    return value.is_null();
}

Problem check_type(const Json &schema, const Json &value, const std::string &path)
{
    const auto type = schema.find("type");
    if (type == schema.end()) {
        if (!value.is_number() || is_of("number", value)) return {};
        return wrong(path, "is " + kind_of(value), "Give a finite number.");
    }
    const auto fits = [&](const Json &one) {
        return is_of(one.get_ref<const std::string &>(), value);
    };
    if (type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type)) return {};
    return wrong(path, "must be " + expected(schema) + ", not " + kind_of(value),
                 "Give " + expected(schema) + ".");
}

Problem check_choice(const Json &schema, const Json &value, const std::string &path)
{
    if (const auto allowed = schema.find("enum"); allowed != schema.end()) {
        if (std::find(allowed->begin(), allowed->end(), value) == allowed->end()) {
            return wrong(path, "is " + shown(value) + ", which is none of the allowed values",
                         "Use one of " + name_list(*allowed) + ".");
        }
    }
    const auto only = schema.find("const");
    if (only == schema.end() || *only == value) return {};
    return wrong(path, "is " + shown(value), "Use " + shown(*only) + ".");
}

Problem check_number(const Json &schema, const Json &value, const std::string &path)
{
    const double number = value.get<double>();
    const auto bound = [&](const char *keyword, double otherwise) {
        return schema.value(keyword, otherwise);
    };
    if (number >= bound("minimum", number) && number <= bound("maximum", number) &&
        (!schema.contains("exclusiveMinimum") ||
         number > schema["exclusiveMinimum"].get<double>())) {
        return {};
    }
    return wrong(path, "is " + to_text(value) + ", which is out of range",
                 "Give a number " + range_text(schema) + ".");
}

std::size_t characters(const std::string &text)
{
    const auto starts = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

Problem check_count(std::size_t count, std::size_t least, std::size_t most, const std::string &unit,
                    const std::string &path)
{
    if (count >= least && count <= most) return {};
    return wrong(path, "has " + std::to_string(count) + " " + unit,
                 "Give from " + std::to_string(least) + " to " + std::to_string(most) + " " + unit +
                     ".");
}

Problem check_value(const Json &schema, const Json &value, const std::string &path);

Problem check_members(const Json &schema, const Json &value, const std::string &path)
{
    static const Json nothing = Json::object();
    const auto described = schema.find("properties");
    const Json &known = described == schema.end() ? nothing : *described;
    const bool open = schema.value("additionalProperties", true);
    for (const auto &[name, member] : value.items()) {
        const auto sub = known.find(name);
        if (sub == known.end() && !open) return unknown_member(name, known, path);
        if (auto problem =
                check_value(sub == known.end() ? nothing : *sub, member, below(path, name))) {
            return problem;
        }
    }
    const auto required = schema.find("required");
    if (required == schema.end()) return {};
    for (const Json &name : *required) {
        const auto &text = name.get_ref<const std::string &>();
        if (value.contains(text)) continue;
        return wrong(below(path, text), "is missing", "Give " + expected(known[text]) + ".");
    }
    return {};
}

Problem check_items(const Json &schema, const Json &value, const std::string &path)
{
    static const Json anything = Json::object();
    if (auto problem = check_count(value.size(), schema.value("minItems", std::size_t{0}),
                                   schema.value("maxItems", default_array_limit), "items", path)) {
        return problem;
    }
    const auto item = schema.find("items");
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (auto problem = check_value(item == schema.end() ? anything : *item, value[i],
                                       path + "[" + std::to_string(i) + "]")) {
            return problem;
        }
    }
    return {};
}

Problem check_alternatives(const Json &schema, const Json &value, const std::string &path)
{
    for (const char *keyword : {"anyOf", "oneOf"}) {
        const auto choices = schema.find(keyword);
        if (choices == schema.end()) continue;
        Problem first;
        std::size_t fitting = 0;
        for (const Json &choice : *choices) {
            auto problem = check_value(choice, value, path);
            if (!problem) ++fitting;
            if (problem && !first) first = std::move(problem);
        }
        if (fitting == 0) return first;
        if (fitting > 1 && keyword == std::string_view("oneOf")) {
            return wrong(path, "fits more than one of its forms", "Give exactly one form.");
        }
    }
    return {};
}

Problem check_value(const Json &schema, const Json &value, const std::string &path)
{
    if (auto problem = check_type(schema, value, path)) return problem;
    if (auto problem = check_choice(schema, value, path)) return problem;
    if (auto problem = check_alternatives(schema, value, path)) return problem;
    if (value.is_number()) return check_number(schema, value, path);
    if (value.is_string()) {
        return check_count(characters(value.get_ref<const std::string &>()),
                           schema.value("minLength", std::size_t{0}),
                           schema.value("maxLength", default_string_limit), "characters", path);
    }
    if (value.is_array()) return check_items(schema, value, path);
    if (value.is_object()) return check_members(schema, value, path);
    return {};
}

} // namespace

Result<void> validate(const Json &schema, const Json &value, std::string_view root)
{
    if (auto problem = check_value(schema, value, std::string(root))) return *std::move(problem);
    return {};
}

} // namespace mvr::mcp
