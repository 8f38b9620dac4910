#include "scene/author_form.hpp"

#include "scene/predicate_forms.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <utility>

namespace mvr::scene {
namespace {

[[noreturn]] void reject(const PredicateForm &form, std::string_view member, const char *what)
{
    throw Failure({Errc::internal,
                   "The form of " + std::string(form.name) + " " + what + " " + std::string(member),
                   std::string(member), "Mend its from_selection()."});
}

const FormMember &member_of(const PredicateForm &form, std::string_view name)
{
    const auto found = std::ranges::find(form.members, name, &FormMember::name);
    if (found == form.members.end()) reject(form, name, "names no member of its own:");
    return *found;
}

FormField field(const PredicateForm &form, const AskedNumber &asked)
{
    const FormMember &member = member_of(form, asked.member);
    const auto *const number = std::get_if<NumberMember>(&member.takes);
    if (!number) reject(form, asked.member, "asks for a number as");
    NumberField field{.member = member.name,
                      .sentence = member.sentence,
                      .default_value = asked.value,
                      .least = number->quantity.least_si,
                      .most = number->quantity.most_si,
                      .is_whole = number->quantity.is_whole};
    if (number->quantity.units.empty()) return field;
    const auto unit = std::ranges::find(number->quantity.units, asked.unit, &Unit::name);
    if (unit == number->quantity.units.end()) reject(form, asked.member, "has no such unit of");
    field.unit_member = number->unit_member;
    field.unit = unit->name;
    field.unit_symbol = unit->symbol.substr(unit->symbol.starts_with(' ') ? 1 : 0);
    field.least = unit->from_si(field.least);
    field.most = unit->from_si(field.most);
    field.least = std::max(field.least, asked.least.value_or(field.least));
    return field;
}

FormField field(const PredicateForm &form, const AskedChoice &asked)
{
    const FormMember &member = member_of(form, asked.member);
    const auto *const choice = std::get_if<ChoiceMember>(&member.takes);
    if (!choice || std::ranges::find(choice->values, asked.value) == choice->values.end())
        reject(form, asked.member, "asks for a choice that is none of");
    return ChoiceField{.member = member.name,
                       .sentence = member.sentence,
                       .default_value = std::string(asked.value),
                       .choices = {choice->values.begin(), choice->values.end()}};
}

AuthorForm author_form(const PredicateForm &form, const FromSelection &from)
{
    AuthorForm made{form.name,          from.label, from.sentence, from.selected_member,
                    from.active_member, {}};
    if (made.needs_selected()) member_of(form, from.selected_member);
    member_of(form, from.active_member);
    for (const AskedMember &one : from.asked) {
        made.fields.push_back(
            std::visit([&form](const auto &asked) { return field(form, asked); }, one));
    }
    return made;
}

} // namespace

MemberValues AuthorForm::members(const std::string &selected, const std::string &active,
                                 const MemberValues &values) const
{
    MemberValues members;
    if (needs_selected()) members.emplace(selected_member, selected);
    members.emplace(active_member, active);
    const auto add = [&](const auto &field) {
        const auto given = values.find(field.member);
        if (given == values.end())
            members.emplace(field.member, field.default_value);
        else
            members.insert(*given);
    };
    for (const FormField &field : fields) {
        std::visit(add, field);
        const auto *const number = std::get_if<NumberField>(&field);
        if (number && !number->unit_member.empty())
            members.emplace(number->unit_member, number->unit);
    }
    return members;
}

const std::vector<AuthorForm> &author_forms()
{
    static const std::vector<AuthorForm> forms = [] {
        std::vector<AuthorForm> made;
        for (const PredicateForm &form : predicate_forms()) {
            if (form.from_selection) made.push_back(author_form(form, *form.from_selection));
        }
        return made;
    }();
    return forms;
}

} // namespace mvr::scene
