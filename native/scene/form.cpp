#include "scene/form.hpp"

#include <utility>

namespace mvr::scene::form {
namespace {

std::string number_type(const Quantity &quantity, std::string_view unit_name)
{
    if (quantity.units.empty()) return quantity.is_whole ? "whole number" : "number";
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
    members.back().takes = ChoiceMember{{values.begin(), values.end()}};
}

void add_axis(Members &members, std::string_view name, std::string_view absent,
              std::string_view sentence)
{
    ChoiceMember choice;
    std::string type;
    for (const NamedAxis &axis : named_axes) {
        if (!type.empty()) type += &axis == &named_axes.back() ? " or " : ", ";
        type += axis.name;
        choice.values.push_back(axis.name);
    }
    add_member(members, name, type, absent, sentence);
    members.back().takes = std::move(choice);
}

void add_number(Members &members, std::string_view name, const NumberMember &number,
                std::string_view absent, std::string_view sentence)
{
    add_member(members, name, number_type(number.quantity, number.unit_member), absent, sentence);
    members.back().takes = number;
}

void add_limits(Members &members, const Quantity &quantity, std::string_view sentence)
{
    const NumberMember number{quantity.units.empty() ? "" : "unit", quantity};
    const std::string said(sentence);
    add_number(members, "min", number, "no limit; `max` is required", said + " At least so much.");
    add_number(members, "max", number, "no limit; `min` is required", said + " At most so much.");
    add_number(members, "tolerance", number, "0", "How far both limits may be missed.");
    if (quantity.units.empty()) return;
    add_member(members, "unit", unit_names(quantity.units), required, "Of the numbers beside it.");
}

void add_upper_limit(Members &members, std::string_view name, std::string_view unit_name,
                     const Quantity &quantity, std::string_view absent, std::string_view sentence)
{
    add_number(members, name, {std::string(unit_name), quantity}, absent, sentence);
    add_member(members, unit_name, unit_names(quantity.units),
               absent == required ? std::string(required)
                                  : "required with `" + std::string(name) + "`",
               "The unit of `" + std::string(name) + "`.");
}

} // namespace mvr::scene::form
