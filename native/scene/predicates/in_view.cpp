#include "scene/predicates/in_view.hpp"

#include "scene/asked.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/lens.hpp"

#include <cmath>

namespace mvr::scene {
namespace {

constexpr Problem no_view{
    "no view", MessageTemplate{"in_view.no_view", "This could not be measured: no view"}};

constexpr MessageTemplate behind{"in_view.behind",
                                 "{object} is behind the view, {angle} from where it looks"};
constexpr MessageTemplate turn{"in_view.turn", "turn towards it"};
constexpr MessageTemplate beyond_edge{"in_view.beyond_edge",
                                      "{object} is {distance} outside the view"};
constexpr MessageTemplate bring{"in_view.bring", "bring it into view"};
constexpr MessageTemplate in_view_off_middle{
    "in_view.off_middle", "{object} is outside the view, {measured} from its middle"};
constexpr MessageTemplate bring_within{"in_view.bring_within",
                                       "bring it into view, to at most {limit}"};
constexpr MessageTemplate is_seen{"in_view.is_seen", "{object} is in view"};
constexpr MessageTemplate too_far{"in_view.too_far", "{object} is {measured} away from the eye"};
constexpr MessageTemplate turned_away{"in_view.turned_away",
                                      "{object} is turned {measured} away from the eye"};
constexpr MessageTemplate fills{"in_view.fills", "{object} fills {measured} of the view's height"};

constexpr double edge = 1 + length_epsilon_m; ///< in half widths and heights of the view

bool is_within(const ViewMeasure &seen)
{
    return seen.in_front && std::abs(seen.horizontal) <= edge && std::abs(seen.vertical) <= edge;
}

bool keeps(const std::optional<Range> &range, double si)
{
    return !range || range->contains(range->unit.from_si(si));
}

/// A share as a percentage, so that "0.2 of the view" reads as people say it.
Range in_percent(const Range &share)
{
    return {.min = *share.min * 100, .epsilon = share.epsilon * 100, .unit = {"%", " %", 0.01}};
}

/// How far out of the view it is, and how far it might be.
Statement outside_statement(const Argument &object, const ViewMeasure &seen)
{
    const Unit degrees = angle_units().front();
    const double off = degrees.from_si(seen.off_axis_rad);
    if (!seen.in_front) {
        return {Message(behind, {object, {"angle", Number{off, degrees.symbol}}}), Message(turn)};
    }
    if (seen.beyond_edge_m > 0) {
        const Number way{seen.beyond_edge_m, length_units().back().symbol};
        return {Message(beyond_edge, {object, {"distance", way}}), Message(bring)};
    }
    const double most = degrees.from_si(seen.edge_rad);
    const int digits = digits_to_tell_apart(off, most);
    return {
        Message(in_view_off_middle, {object, {"measured", Number{off, degrees.symbol, digits}}}),
        Message(bring_within, {{"limit", Number{most, degrees.symbol, digits}}})};
}

} // namespace

void InView::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    if (reader.has("max_distance")) {
        distance = reader.upper_limit("max_distance", "unit", length_quantity());
    } else if (reader.has("unit")) {
        reader.reject("unit", "\"unit\" stands only with \"max_distance\"",
                      "Add \"max_distance\", or leave \"unit\" out.");
    }
    if (reader.has("max_facing_angle") || reader.has("facing_axis")) {
        facing_axis = reader.axis("facing_axis");
        reader.required("max_facing_angle", "Give the largest angle to the way to the eye.");
        facing_angle = reader.upper_limit("max_facing_angle", "angle_unit", angle_quantity());
    } else if (reader.has("angle_unit")) {
        reader.reject("angle_unit", "\"angle_unit\" stands only with \"max_facing_angle\"",
                      "Add \"facing_axis\" and \"max_facing_angle\", or leave \"angle_unit\" out.");
    }
    if (const auto fraction = reader.number("min_screen_fraction")) {
        if (*fraction < 0 || *fraction > 1) {
            reader.reject("min_screen_fraction", "\"min_screen_fraction\" is not a fraction",
                          "Give a number from 0 to 1.");
        }
        screen_fraction = Range{.min = fraction, .epsilon = 1e-6};
    }
}

void InView::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    Json limit = Json::object();
    if (distance) limit["distance"] = limit_with_unit(*distance);
    if (facing_angle) limit["facing_angle"] = limit_with_unit(*facing_angle);
    if (screen_fraction) limit["screen_fraction"] = limit_json(*screen_fraction);
    add_asked(out, "axis", facing_axis, findings);
    out["limit"] = std::move(limit);
}

Finding InView::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (!sight.now.view) return immeasurable(no_view);
    const Lens lens(*sight.now.view);
    ViewMeasure seen = lens.measure(body->bounds);
    if (facing_axis) {
        seen.facing_rad = angle_between(rotate(body->rotation, facing_axis->direction),
                                        lens.to_eye(centre(body->bounds)));
    }
    if (!is_finite(seen)) return immeasurable(not_finite);
    return judged(truth(is_within(seen) && keeps(distance, seen.distance_m) &&
                        keeps(facing_angle, seen.facing_rad) &&
                        keeps(screen_fraction, seen.screen_fraction)),
                  seen);
}

void InView::add_evidence(const NodeFindings &found, Json &out) const
{
    const auto *const seen = std::get_if<ViewMeasure>(&found.now().measured);
    if (seen == nullptr) return;
    // Lengths in metres unless the limit names another unit, angles likewise in degrees.
    const Unit metres = distance ? distance->unit : length_units().back();
    const Unit degrees = facing_angle ? facing_angle->unit : angle_units().front();
    Json measured = {
        {"distance", {{"value", metres.from_si(seen->distance_m)}, {"unit", metres.name}}},
        {"in_front", seen->in_front},
        {"horizontal", seen->horizontal},
        {"vertical", seen->vertical},
        {"screen_fraction", seen->screen_fraction}};
    if (facing_axis) {
        measured["facing_angle"] = {{"value", degrees.from_si(seen->facing_rad)},
                                    {"unit", degrees.name}};
    }
    out["measured"] = std::move(measured);
}

Statement InView::describe(const NodeFindings &found) const
{
    const auto &seen = std::get<ViewMeasure>(found.now().measured);
    const Argument own = found.object("object", object);
    if (!is_within(seen)) return outside_statement(own, seen);
    return {Message(is_seen, {own})};
}

Sentences InView::unmet(const NodeFindings &found) const
{
    const auto &seen = std::get<ViewMeasure>(found.now().measured);
    if (!is_within(seen)) return {to_sentence(describe(found))};
    const Argument own = found.object("object", object);
    Sentences all;
    const auto tell = [&](const MessageTemplate &fact, double measured, const Range &range) {
        all.push_back(to_sentence(number_statement(fact, {own}, measured, range)));
    };
    if (!keeps(distance, seen.distance_m)) {
        tell(too_far, distance->unit.from_si(seen.distance_m), *distance);
    }
    if (!keeps(facing_angle, seen.facing_rad)) {
        tell(turned_away, facing_angle->unit.from_si(seen.facing_rad), *facing_angle);
    }
    if (!keeps(screen_fraction, seen.screen_fraction)) {
        tell(fills, seen.screen_fraction * 100, in_percent(*screen_fraction));
    }
    return all;
}

MessageTemplates InView::messages()
{
    return {&behind,  &turn,    &beyond_edge, &bring, &in_view_off_middle, &bring_within,
            &is_seen, &too_far, &turned_away, &fills, &*no_view.sentence};
}

} // namespace mvr::scene
