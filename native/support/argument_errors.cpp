#include "support/argument_errors.hpp"

#include "support/nearest_name.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mvr {
namespace {

constexpr std::size_t most_shown_names = 12;
constexpr std::size_t longest_shown_text = 60;

std::string short_text(std::string_view text)
{
    return std::string(text.substr(0, longest_shown_text));
}

} // namespace

std::string JsonPath::text() const
{
    const std::string before = parent == nullptr ? std::string() : parent->text();
    if (index != no_index) return before + "[" + std::to_string(index) + "]";
    if (before.empty()) return short_text(name);
    return name.empty() ? before : before + "." + short_text(name);
}

namespace argument_errors {
namespace {

/// "'path' <what>", with the path as the field.
Error wrong(const JsonPath &path, const std::string &what, std::string remedy)
{
    std::string field = path.text();
    const std::string subject = field.empty() ? "the arguments" : "'" + field + "'";
    return {Errc::invalid_argument, subject + " " + what, std::move(field), std::move(remedy)};
}

/// The value as JSON, cut to a length that fits a sentence.
std::string shown(const Json &value)
{
    std::string text = to_text(value);
    if (text.size() <= longest_shown_text) return text;
    text.resize(longest_shown_text);
    return to_text(Json(std::move(text))) + "…";
}

std::string name_list(std::span<const std::string_view> names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most_shown_names; ++i)
        text += (i ? ", " : "") + shown(names[i]);
    return names.size() > most_shown_names ? text + ", …" : text;
}

std::string kind_of(JsonView value)
{
    if (value.is_number()) return "the number " + to_text(value.to_json());
    if (value.is_text()) return "a string";
    if (value.is_boolean()) return "a boolean";
    if (value.is_array()) return "an array";
    return value.is_object() ? "an object" : "null";
}

std::string number_text(double value)
{
    constexpr double whole = 1e15;
    if (std::trunc(value) == value && std::abs(value) < whole)
        return std::to_string(static_cast<long long>(value));
    return to_text(Json(value));
}

std::string range_text(const Bounds &bounds)
{
    if (std::isfinite(bounds.least) && std::isfinite(bounds.most))
        return "from " + number_text(bounds.least) + " to " + number_text(bounds.most);
    if (std::isfinite(bounds.least)) return "of at least " + number_text(bounds.least);
    return "of at most " + number_text(bounds.most);
}

} // namespace

Error wrong_type(const JsonPath &path, std::string_view expected, JsonView found)
{
    const std::string wanted(expected);
    return wrong(path, "must be " + wanted + ", not " + kind_of(found), "Give " + wanted + ".");
}

Error out_of_range(const JsonPath &path, JsonView found, const Bounds &bounds)
{
    std::string remedy = "Give a number " + range_text(bounds);
    if (!bounds.unit.empty()) remedy.append(" ").append(bounds.unit);
    return wrong(path, "is " + to_text(found.to_json()) + ", which is out of range",
                 std::move(remedy.append(".")));
}

Error wrong_count(const JsonPath &path, std::size_t count, std::size_t least, std::size_t most,
                  std::string_view unit)
{
    const std::string unit_text(unit);
    return wrong(path, "has " + std::to_string(count) + " " + unit_text,
                 "Give from " + std::to_string(least) + " to " + std::to_string(most) + " " +
                     unit_text + ".");
}

Error not_allowed(const JsonPath &path, JsonView found, std::span<const std::string_view> allowed)
{
    return wrong(path, "is " + shown(found.to_json()) + ", which is none of the allowed values",
                 "Use one of " + name_list(allowed) + ".");
}

Error not_constant(const JsonPath &path, JsonView found, std::string_view only)
{
    return wrong(path, "is " + shown(found.to_json()), "Use " + shown(only) + ".");
}

Error missing(const JsonPath &path, std::string_view expected)
{
    return wrong(path, "is missing", "Give " + std::string(expected) + ".");
}

Error unknown_member(const JsonPath &path, std::string_view name,
                     std::span<const std::string_view> known)
{
    const std::string field = path.member(name).text();
    std::vector<std::string_view> names(known.begin(), known.end());
    std::ranges::sort(names);
    const std::string nearest = nearest_name(name, names);
    return {Errc::invalid_argument, "unknown member '" + field + "'", field,
            !nearest.empty() ? "Did you mean '" + nearest + "'?"
            : known.empty()  ? "Leave it out."
                             : "Leave it out, or use one of " + name_list(names) + "."};
}

} // namespace argument_errors
} // namespace mvr
