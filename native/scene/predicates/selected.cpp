#include "scene/predicates/selected.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate is_selected{"selected.is", "{object} is selected"};
constexpr MessageTemplate is_active{"selected.is_active", "{object} is the active object"};
constexpr MessageTemplate not_selected{"selected.is_not", "{object} is not selected"};
constexpr MessageTemplate not_active{"selected.is_not_active",
                                     "{object} is selected, but it is not the active object"};
constexpr MessageTemplate select_it{"selected.select_it", "select it"};
constexpr MessageTemplate select_it_last{"selected.select_it_last", "select it last"};

// As the evidence has it.
constexpr const char *active_text = "active";
constexpr const char *selected_text = "selected";
constexpr const char *neither_text = "not selected";

} // namespace

void Selected::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    active = reader.flag("active").value_or(false);
}

void Selected::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    out["limit"] = {{"equals", active ? active_text : selected_text}};
}

Finding Selected::measure(const Sight &sight) const
{
    if (!sight.objects.at(object)) return missing(object);
    const Selection &selection = sight.now.selection;
    const std::string &wanted = sight.objects.name(object);
    const bool has_it = selection.names.contains(wanted);
    const bool has_it_active = has_it && selection.active == wanted;
    const char *const state = has_it_active ? active_text : has_it ? selected_text : neither_text;
    return judged(truth(active ? has_it_active : has_it), Property(std::string(state)));
}

Statement Selected::describe(const NodeFindings &found) const
{
    const Argument own = found.object("object", object);
    if (found.text() == neither_text) return {Message(not_selected, {own}), Message(select_it)};
    if (!active) return {Message(is_selected, {own})};
    if (found.text() == active_text) return {Message(is_active, {own})};
    return {Message(not_active, {own}), Message(select_it_last)};
}

MessageTemplates Selected::messages()
{
    return {&is_selected, &is_active, &not_selected, &not_active, &select_it, &select_it_last};
}

} // namespace mvr::scene
