#include "scene/parse.hpp"

#include <algorithm>
#include <string>

namespace mvr::scene {
namespace {

std::string unit_list(std::span<const Unit> units)
{
    std::string text;
    for (const Unit &unit : units) {
        if (!text.empty()) text += ", ";
        text += unit.name;
    }
    return text;
}

} // namespace

Unit Fields::unit(std::string_view key, std::span<const Unit> units)
{
    if (units.empty()) return {};
    const std::string remedy = "Give one of: " + unit_list(units) + ".";
    const Json &value = required(key, remedy);
    if (value.is_string()) {
        const auto found =
            std::ranges::find(units, value.get_ref<const std::string &>(), &Unit::name);
        if (found != units.end()) return *found;
    }
    refuse(key, in_quotes(key) + " is not a unit that fits here", remedy);
    return units.front();
}

void Fields::check(std::string_view key, std::optional<double> value, const Unit &unit,
                   const Quantity &quantity)
{
    if (!value) return;
    // Half a rounding, so that 180 deg is not more than pi.
    const double least = unit.from_si(quantity.least_si) - 1e-12;
    const double most = unit.from_si(quantity.most_si) * (1 + 1e-12);
    if (*value >= least && *value <= most) return;
    std::string remedy = "Give a number of at least " + to_words(unit.from_si(quantity.least_si));
    if (quantity.most_si < std::numeric_limits<double>::infinity()) {
        remedy += " and at most " + to_words(unit.from_si(quantity.most_si), 6);
    }
    refuse(key, in_quotes(key) + " is a value that can never be measured", remedy + ".");
}

Range Fields::range(const Quantity &quantity)
{
    Range range{.min = number("min"),
                .max = number("max"),
                .tolerance = number("tolerance").value_or(0),
                .relative = quantity.relative};
    if (!has("min") && !has("max")) {
        refuse_all("neither \"min\" nor \"max\" is given", "Give \"min\", \"max\" or both.");
    }
    range.unit = unit("unit", quantity.units);
    range.epsilon = range.unit.from_si(quantity.epsilon_si);
    check("min", range.min, range.unit, quantity);
    check("max", range.max, range.unit, quantity);
    if (range.tolerance < 0) {
        refuse("tolerance", "\"tolerance\" is negative", "Give 0 or more.");
    }
    if (range.min && range.max && *range.min > *range.max) {
        refuse("min", "\"min\" is greater than \"max\"", "Exchange the two.");
    }
    return range;
}

Range Fields::upper_limit(std::string_view key, std::string_view unit_key, const Quantity &quantity)
{
    Range range{.max = number(key), .relative = quantity.relative};
    range.unit = unit(unit_key, quantity.units);
    range.epsilon = range.unit.from_si(quantity.epsilon_si);
    check(key, range.max, range.unit, quantity);
    return range;
}

} // namespace mvr::scene
