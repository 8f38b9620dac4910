#include "scene/predicates/stands_on.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/support.hpp"
#include "scene/tighten.hpp"

#include <cmath>

namespace mvr::scene {
namespace {

constexpr MessageTemplate beside{"stands_on.beside", "{object} is {distance} beside {base}"};
constexpr MessageTemplate not_above{"stands_on.not_above", "{object} is not above {base}"};
constexpr MessageTemplate must_stand{"stands_on.must_stand", "it must stand on it"};
constexpr MessageTemplate stands{"stands_on.stands", "{object} stands on {base}"};
constexpr MessageTemplate hovers{"stands_on.hovers", "{object} hovers {measured} above {base}"};
constexpr MessageTemplate sunk{"stands_on.sunk", "{object} is sunk {measured} into {base}"};
constexpr MessageTemplate stands_on_off_middle{"stands_on.off_middle",
                                               "{object} is {measured} off the centre of {base}"};

const SupportMeasure &support_of(const NodeFindings &found)
{
    return std::get<SupportMeasure>(found.now().measured);
}

Json length_json(double metres, const Unit &unit)
{
    return {{"value", unit.from_si(metres)}, {"unit", unit.name}};
}

} // namespace

void StandsOn::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    on = reader.other_object("on", object);
    const Quantity lengths = length_quantity();
    if (reader.has("off_centre")) off_centre = reader.upper_limit("off_centre", "unit", lengths);
    if (reader.has("gap")) {
        gap = reader.upper_limit("gap", "unit", lengths);
        return;
    }
    if (reader.has("unit") && !off_centre) {
        reader.reject("unit", "\"unit\" stands only with \"off_centre\" or \"gap\"",
                      "Add one of them, or leave \"unit\" out.");
    }
    gap.unit = off_centre ? off_centre->unit : length_units().front();
    gap.max = gap.unit.from_si(default_standing_gap_m);
    gap.epsilon = gap.unit.from_si(length_epsilon_m);
}

void StandsOn::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    add_asked(out, "on", on, findings);
    Json limit = {{"gap", limit_with_unit(gap)}};
    if (off_centre) limit["off_centre"] = limit_with_unit(*off_centre);
    out["limit"] = std::move(limit);
}

void StandsOn::add_evidence(const NodeFindings &found, Json &out) const
{
    const auto *const support = std::get_if<SupportMeasure>(&found.now().measured);
    if (support == nullptr) return;
    Json measured = {{"above", support->above},
                     {"off_centre", length_json(support->off_centre_m, gap.unit)}};
    if (support->above) measured["gap"] = length_json(support->gap_m, gap.unit);
    if (!support->above) measured["beside"] = length_json(support->beside_m, gap.unit);
    out["measured"] = std::move(measured);
}

void StandsOn::tighten(double factor)
{
    narrow(gap, factor);
    if (off_centre) narrow(*off_centre, factor);
}

Finding StandsOn::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const ObjectState *const base = sight.objects.at(on);
    if (!base) return missing(on);
    const SupportMeasure support = measure_support(*body, *base);
    if (!is_finite(support)) return immeasurable(not_finite);
    const bool centred =
        !off_centre || off_centre->contains(off_centre->unit.from_si(support.off_centre_m));
    const bool touches = gap.contains(gap.unit.from_si(std::abs(support.gap_m)));
    return judged(truth(support.above && touches && centred), support);
}

Statement StandsOn::describe(const NodeFindings &found) const
{
    const SupportMeasure &support = support_of(found);
    const double gap_in_unit = gap.unit.from_si(std::abs(support.gap_m));
    std::vector<Argument> said{found.object("object", object), found.object("base", on)};
    if (!support.above) {
        const bool is_beside = support.beside_m > 0;
        const Number way{gap.unit.from_si(support.beside_m), gap.unit.symbol};
        if (is_beside) said.push_back({"distance", way});
        return {Message(is_beside ? beside : not_above, std::move(said)), Message(must_stand)};
    }
    if (gap.contains(gap_in_unit)) return {Message(stands, std::move(said))};
    return number_statement(support.gap_m > 0 ? hovers : sunk, std::move(said), gap_in_unit, gap);
}

Sentences StandsOn::unmet(const NodeFindings &found) const
{
    const SupportMeasure &support = support_of(found);
    Sentences all;
    if (!support.above || !gap.contains(gap.unit.from_si(std::abs(support.gap_m)))) {
        all.push_back(to_sentence(describe(found)));
    }
    if (support.above && off_centre) {
        const double off = off_centre->unit.from_si(support.off_centre_m);
        if (!off_centre->contains(off)) {
            all.push_back(to_sentence(number_statement(
                stands_on_off_middle, {found.object("object", object), found.object("base", on)},
                off, *off_centre)));
        }
    }
    return all;
}

MessageTemplates StandsOn::messages()
{
    return {&beside, &not_above, &must_stand, &stands, &hovers, &sunk, &stands_on_off_middle};
}

} // namespace mvr::scene
