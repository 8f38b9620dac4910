#include "scene/predicates/has_modifier.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/modifier_label.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mvr::scene {
namespace {

constexpr MessageTemplate has_it{"has_modifier.has", "{object} has the modifier {modifier}"};
constexpr MessageTemplate has_others{"has_modifier.has_others", "{object} has only {modifiers}"};
constexpr MessageTemplate has_no_modifier{"has_modifier.has_none", "{object} has no modifier"};
constexpr MessageTemplate is_off{"has_modifier.is_off",
                                 "The modifier {modifier} of {object} is off in the viewport"};
constexpr MessageTemplate is_on{"has_modifier.is_on",
                                "The modifier {modifier} of {object} is on in the viewport"};
constexpr MessageTemplate needs_it{"has_modifier.needs", "it needs the modifier {modifier}"};
constexpr MessageTemplate needs_named{"has_modifier.needs_named",
                                      "it needs the modifier {modifier} with the name “{name}”"};
constexpr MessageTemplate switch_on{"has_modifier.switch_on", "switch it on"};
constexpr MessageTemplate switch_off{"has_modifier.switch_off", "switch it off"};

bool is_meant(const HasModifier &asked, const Modifier &one)
{
    return one.type == asked.type &&
           (asked.modifier_name.empty() || one.name == asked.modifier_name);
}

std::string listed(const ModifierList &modifiers)
{
    std::string text;
    for (const Modifier &one : modifiers)
        text.append(text.empty() ? "" : ", ").append(one.name);
    return text;
}

Message need(const HasModifier &asked)
{
    const Argument modifier{"modifier", Name{modifier_label(asked.type)}};
    if (asked.modifier_name.empty()) return Message(needs_it, {modifier});
    return Message(needs_named, {modifier, {"name", Name{asked.modifier_name}}});
}

} // namespace

void HasModifier::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    type = reader.name("type");
    for (char &c : type)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; };
    if (!std::ranges::all_of(type, fits)) {
        reader.reject("type", "\"type\" is not Blender's name of a type of modifiers",
                      "Give it without spaces, e.g. SUBSURF, BEVEL, MIRROR or ARRAY.");
    }
    if (reader.has("name")) modifier_name = reader.name("name");
    shown = reader.flag("shown");
}

void HasModifier::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    out["type"] = type;
    if (!modifier_name.empty()) out["name"] = modifier_name;
    if (shown) out["shown"] = *shown;
}

Finding HasModifier::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const bool has = std::ranges::any_of(body->modifiers, [this](const Modifier &one) {
        return is_meant(*this, one) && one.shown == shown.value_or(one.shown);
    });
    return judged(truth(has), body->modifiers);
}

Statement HasModifier::describe(const NodeFindings &found) const
{
    const auto &modifiers = std::get<ModifierList>(found.now().measured);
    const Argument own = found.object("object", object);
    const auto meant = std::ranges::find_if(
        modifiers, [this](const Modifier &one) { return is_meant(*this, one); });
    if (meant == modifiers.end()) {
        return {modifiers.empty()
                    ? Message(has_no_modifier, {own})
                    : Message(has_others, {own, {"modifiers", Name{listed(modifiers)}}}),
                need(*this)};
    }
    const std::vector<Argument> said{own, {"modifier", Name{meant->name}}};
    if (!shown) return {Message(has_it, said)};
    const bool is_right = found.now().truth == Truth::yes;
    const bool is_shown = *shown == is_right; // of several some may be on and some off
    return {Message(is_shown ? is_on : is_off, said),
            is_right ? std::nullopt : std::optional(Message(*shown ? switch_on : switch_off))};
}

MessageTemplates HasModifier::messages()
{
    return {&has_it,   &has_others,  &has_no_modifier, &is_off,    &is_on,
            &needs_it, &needs_named, &switch_on,       &switch_off};
}

} // namespace mvr::scene
