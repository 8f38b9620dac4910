#include "mcp/schema_words.hpp"

#include "mcp/nearest_name.hpp"

#include <cmath>

namespace mvr::mcp {
namespace {

constexpr std::size_t most_shown_names = 12;
constexpr std::size_t longest_shown_text = 60;

std::string article(const std::string &type)
{
    if (type == "null") return type;
    const bool vowel = type == "integer" || type == "object" || type == "array";
    return (vowel ? "an " : "a ") + type;
}

} // namespace

Error wrong(const std::string &path, const std::string &what, std::string remedy)
{
    const std::string subject = path.empty() ? "the arguments" : "'" + path + "'";
    return {Errc::invalid_argument, subject + " " + what, path, std::move(remedy)};
}

std::string below(const std::string &path, const std::string &name)
{
    const std::string clipped = name.substr(0, longest_shown_text);
    return path.empty() ? clipped : path + "." + clipped;
}

std::string shown(const Json &value)
{
    std::string text = to_text(value);
    if (text.size() <= longest_shown_text) return text;
    text.resize(longest_shown_text);
    return to_text(Json(std::move(text))) + "…";
}

std::string kind_of(const Json &value)
{
    if (value.is_number_float() && !std::isfinite(value.get<double>()))
        return "a number that is not finite";
    if (value.is_number()) return "the number " + to_text(value);
    if (value.is_string()) return "a string";
    if (value.is_boolean()) return "a boolean";
    if (value.is_array()) return "an array";
    return value.is_object() ? "an object" : "null";
}

std::string expected(const Json &schema)
{
    const auto type = schema.find("type");
    if (type == schema.end()) return "a value";
    if (type->is_string()) return article(type->get<std::string>());
    std::string text;
    for (const Json &one : *type)
        text += (text.empty() ? "" : " or ") + article(one.get<std::string>());
    return text;
}

std::string name_list(const Json &values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size() && i < most_shown_names; ++i) {
        text += (i ? ", " : "") + shown(values[i]);
    }
    return values.size() > most_shown_names ? text + ", …" : text;
}

std::string range_text(const Json &schema)
{
    const bool least = schema.contains("minimum");
    const bool most = schema.contains("maximum");
    if (least && most)
        return "from " + to_text(schema["minimum"]) + " to " + to_text(schema["maximum"]);
    if (least) return "of at least " + to_text(schema["minimum"]);
    if (most) return "of at most " + to_text(schema["maximum"]);
    return "above " + to_text(schema["exclusiveMinimum"]);
}

Error unknown_member(const std::string &name, const Json &known, const std::string &path)
{
    Json names = Json::array();
    for (const auto &[candidate, schema] : known.items())
        names.push_back(candidate);
    const std::string nearest = nearest_name(name, names);
    return {Errc::invalid_argument, "unknown member '" + below(path, name) + "'", below(path, name),
            !nearest.empty() ? "Did you mean '" + nearest + "'?"
            : known.empty()  ? "Leave it out."
                             : "Leave it out, or use one of " + name_list(names) + "."};
}

} // namespace mvr::mcp
