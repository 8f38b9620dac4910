#include "scene/json_object_reader.hpp"

#include "scene/compiler.hpp"
#include "scene/condition.hpp"
#include "scene/did_you_mean.hpp"
#include "support/excerpt.hpp"
#include "support/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

// Over 250 lines: one reader for each kind of member.

namespace mvr::scene {
namespace {

const Json absent;

std::string listed(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

} // namespace

JsonObjectReader::JsonObjectReader(Compiler &compiler, const Json &json, std::string path,
                                   const std::vector<std::string> &allowed)
    : compiler_(compiler), json_(json.is_object() ? json : absent), path_(std::move(path))
{
    const std::string remedy = "Allowed members: " + listed(allowed) + ".";
    if (!json.is_object()) {
        reject_all("an object is needed, not " + std::string(json.type_name()), remedy);
        return;
    }
    for (const auto &member : json.items()) {
        if (std::ranges::find(allowed, member.key()) == allowed.end()) {
            const std::vector<std::string_view> names(allowed.begin(), allowed.end());
            reject(member.key(), "unknown member " + quoted_excerpt(member.key()),
                   did_you_mean(member.key(), names) + remedy);
        }
    }
}

bool JsonObjectReader::has(std::string_view key) const { return json_.contains(key); }

const Json &JsonObjectReader::required(std::string_view key, std::string_view remedy)
{
    const auto member = json_.find(key);
    if (member != json_.end()) return *member;
    reject(key, quoted_excerpt(key) + " is missing", std::string(remedy));
    return absent;
}

std::string JsonObjectReader::text(std::string_view key, std::size_t limit)
{
    const std::string remedy = "Give a text of 1 to " + std::to_string(limit) + " characters.";
    const Json &value = required(key, remedy);
    if (!value.is_string() || value.get_ref<const std::string &>().empty()) {
        reject(key, quoted_excerpt(key) + " is not a text that says something", remedy);
        return {};
    }
    const auto &text = value.get_ref<const std::string &>();
    if (character_count(text) > limit) {
        compiler_.reject(path(key),
                         quoted_excerpt(key) + " has more than " + std::to_string(limit) +
                             " characters",
                         remedy, Errc::limit_exceeded);
        return {};
    }
    return text;
}

std::string JsonObjectReader::name(std::string_view key) { return text(key, condition_name_limit); }

std::vector<std::string> JsonObjectReader::names(std::string_view key, std::size_t fewest,
                                                 std::size_t most)
{
    const std::string remedy = "Give a list of " + std::to_string(fewest) + " to " +
                               std::to_string(most) + " different texts of 1 to " +
                               std::to_string(condition_name_limit) + " characters.";
    const Json &list = required(key, remedy);
    bool fits = list.is_array() && list.size() >= fewest && list.size() <= most;
    std::vector<std::string> texts;
    for (std::size_t i = 0; fits && i < list.size(); ++i) {
        fits = list[i].is_string() && !list[i].get_ref<const std::string &>().empty() &&
               character_count(list[i].get_ref<const std::string &>()) <= condition_name_limit;
        if (fits) texts.push_back(list[i].get<std::string>());
        fits = fits && std::ranges::count(texts, texts.back()) == 1;
    }
    if (!fits) reject(key, quoted_excerpt(key) + " is not a list of different texts", remedy);
    return texts;
}

ObjectIndex JsonObjectReader::object(std::string_view key)
{
    const std::string found = name(key);
    return compiler_.failed() ? 0 : compiler_.object(found);
}

ObjectIndex JsonObjectReader::other_object(std::string_view key, ObjectIndex object)
{
    const ObjectIndex other = this->object(key);
    if (!compiler_.failed() && other == object) {
        reject(key, "an object cannot be held against itself", "Name another object.");
    }
    return other;
}

Target JsonObjectReader::target(std::string_view key, ObjectIndex object)
{
    const Json &value = required(key, "Name an object, or give three numbers [x, y, z].");
    if (value.is_array()) return point(value, key);
    return other_object(key, object);
}

Vec3 JsonObjectReader::point(const Json &json, std::string_view key)
{
    std::array<double, 3> numbers{};
    bool good = json.size() == numbers.size();
    for (std::size_t i = 0; good && i < numbers.size(); ++i) {
        good = json[i].is_number() && std::isfinite(json[i].get<double>());
        if (good) numbers[i] = json[i].get<double>();
    }
    if (!good) {
        reject(key, quoted_excerpt(key) + " is not three finite numbers",
               "Give [x, y, z] in world coordinates, or the name of an object.");
    }
    return {numbers[0], numbers[1], numbers[2]};
}

Axis JsonObjectReader::axis(std::string_view key)
{
    constexpr std::string_view remedy = "Give one of: x, y, z, -x, -y, -z.";
    const Json &value = required(key, remedy);
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        const auto *const found = std::ranges::find(named_axes, text, &NamedAxis::name);
        if (found != named_axes.end()) return {text, found->direction};
    }
    reject(key, quoted_excerpt(key) + " is not an axis", std::string(remedy));
    return {};
}

std::string JsonObjectReader::choice(std::string_view key, std::span<const std::string_view> values)
{
    const std::string remedy = "Give one of: " + listed({values.begin(), values.end()}) + ".";
    const Json &value = required(key, remedy);
    if (value.is_string() &&
        std::ranges::find(values, value.get_ref<const std::string &>()) != values.end()) {
        return value.get<std::string>();
    }
    reject(key, quoted_excerpt(key) + " is not one of what fits here", remedy);
    return {};
}

std::optional<double> JsonObjectReader::number(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    const Json &value = *json_.find(key);
    if (value.is_number() && std::isfinite(value.get<double>())) return value.get<double>();
    reject(key, quoted_excerpt(key) + " is not a finite number", "Give a number.");
    return std::nullopt;
}

std::optional<bool> JsonObjectReader::flag(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    const Json &value = *json_.find(key);
    if (value.is_boolean()) return value.get<bool>();
    reject(key, quoted_excerpt(key) + " is neither true nor false", "Give true or false.");
    return std::nullopt;
}

std::string JsonObjectReader::path(std::string_view key) const
{
    return path_ + "." + std::string(excerpt(key));
}

void JsonObjectReader::reject(std::string_view key, std::string message, std::string remedy)
{
    compiler_.reject(path(key), std::move(message), std::move(remedy));
}

void JsonObjectReader::reject_all(std::string message, std::string remedy)
{
    compiler_.reject(path_, std::move(message), std::move(remedy));
}

Unit JsonObjectReader::unit(std::string_view key, std::span<const Unit> units)
{
    if (units.empty()) return {};
    const std::string remedy = "Give one of: " + unit_names(units) + ".";
    const Json &value = required(key, remedy);
    if (value.is_string()) {
        const auto found =
            std::ranges::find(units, value.get_ref<const std::string &>(), &Unit::name);
        if (found != units.end()) return *found;
    }
    reject(key, quoted_excerpt(key) + " is not a unit that fits here", remedy);
    return units.front();
}

void JsonObjectReader::check(std::string_view key, std::optional<double> value, const Unit &unit,
                             const Quantity &quantity)
{
    if (!value) return;
    // Half a rounding, so that 180 deg is not more than pi.
    const double least = unit.from_si(quantity.least_si) - 1e-12;
    const double most = unit.from_si(quantity.most_si) * (1 + 1e-12);
    if (*value >= least && *value <= most) return;
    std::string remedy =
        "Give a number of at least " + format_number(unit.from_si(quantity.least_si));
    if (quantity.most_si < std::numeric_limits<double>::infinity()) {
        remedy += " and at most " + format_number(unit.from_si(quantity.most_si), 6);
    }
    reject(key, quoted_excerpt(key) + " is a value that can never be measured", remedy + ".");
}

Range JsonObjectReader::range(const Quantity &quantity)
{
    Range range{.min = number("min"),
                .max = number("max"),
                .tolerance = number("tolerance").value_or(0),
                .relative = quantity.relative};
    if (!has("min") && !has("max")) {
        reject_all("neither \"min\" nor \"max\" is given", "Give \"min\", \"max\" or both.");
    }
    range.unit = unit("unit", quantity.units);
    range.epsilon = range.unit.from_si(quantity.epsilon_si);
    check("min", range.min, range.unit, quantity);
    check("max", range.max, range.unit, quantity);
    if (range.tolerance < 0) {
        reject("tolerance", "\"tolerance\" is negative", "Give 0 or more.");
    }
    if (range.min && range.max && *range.min > *range.max) {
        reject("min", "\"min\" is greater than \"max\"", "Exchange the two.");
    }
    return range;
}

Range JsonObjectReader::upper_limit(std::string_view key, std::string_view unit_key,
                                    const Quantity &quantity)
{
    Range range{.max = number(key), .relative = quantity.relative};
    range.unit = unit(unit_key, quantity.units);
    range.epsilon = range.unit.from_si(quantity.epsilon_si);
    check(key, range.max, range.unit, quantity);
    return range;
}

} // namespace mvr::scene
