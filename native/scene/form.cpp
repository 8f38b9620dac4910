#include "scene/form.hpp"

namespace mvr::scene::form {
namespace {

constexpr std::string_view no_limit = "no limit";

std::string number_type(const Quantity &quantity, std::string_view unit_name)
{
    if (quantity.units.empty()) return "number";
    return "number in `" + std::string(unit_name) + "`";
}

} // namespace

void add_member(Members &members, std::string_view name, std::string_view type,
                std::string_view absent, std::string_view sentence)
{
    members.push_back(
        {std::string(name), std::string(type), std::string(absent), std::string(sentence)});
}

void add_choice(Members &members, std::string_view name, std::span<const std::string_view> values,
                std::string_view sentence)
{
    std::string type;
    for (const std::string_view value : values)
        type.append(type.empty() ? "" : ", ").append(value);
    add_member(members, name, type, values.front(), sentence);
}

void add_limits(Members &members, const Quantity &quantity, std::string_view sentence)
{
    const std::string type = number_type(quantity, "unit");
    add_member(members, "min", type, no_limit,
               std::string(sentence) + " At least so much. One of `min` and `max` is needed.");
    add_member(members, "max", type, no_limit, "At most so much.");
    add_member(members, "tolerance", type, "0", "How far both limits may be missed.");
    if (quantity.units.empty()) return;
    add_member(members, "unit", unit_names(quantity.units), required, "Of the numbers beside it.");
}

void add_upper_limit(Members &members, std::string_view name, std::string_view unit_name,
                     const Quantity &quantity, std::string_view absent, std::string_view sentence)
{
    add_member(members, name, number_type(quantity, unit_name), absent, sentence);
    add_member(members, unit_name, unit_names(quantity.units),
               absent == required ? std::string(required)
                                  : "required with `" + std::string(name) + "`",
               "The unit of `" + std::string(name) + "`.");
}

} // namespace mvr::scene::form
