#include "scene/evaluate.hpp"
#include "scene/measure.hpp"

#include <utility>

namespace mvr::scene {
namespace {

Json property_json(const Property &value)
{
    return std::visit([](const auto &v) { return Json(v); }, value);
}

Json limit_json(const Range &range)
{
    Json limit = Json::object();
    if (range.min) limit["min"] = *range.min;
    if (range.max) limit["max"] = *range.max;
    if (range.tolerance > 0) limit["tolerance"] = range.tolerance;
    return limit;
}

/// A limit of its own name, with its unit when it has one.
Json limit_with_unit(const Range &range)
{
    Json limit = limit_json(range);
    if (!range.unit.name.empty()) limit["unit"] = range.unit.name;
    return limit;
}

Json target_json(const Findings &findings, const std::variant<ObjectIndex, Vec3> &to)
{
    if (const auto *object = std::get_if<ObjectIndex>(&to)) return findings.object(*object);
    const auto &point = std::get<Vec3>(to);
    return Json::array({point.x, point.y, point.z});
}

/// What a predicate asks: the members that its JSON has, with limits gathered under `limit`.
class Asked {
  public:
    Asked(const Findings &findings, Json &out) : findings_(findings), out_(out) {}

    void operator()(const Distance &test) const
    {
        object(test.object);
        out_["to"] = target_json(findings_, test.to);
        range(test.range);
    }
    void operator()(const Angle &test) const
    {
        object(test.object);
        out_["axis"] = test.axis.name;
        out_["to"] = target_json(findings_, test.to);
        if (!test.to_axis.name.empty()) out_["to_axis"] = test.to_axis.name;
        range(test.range);
    }
    void operator()(const Inside &test) const
    {
        object(test.object);
        out_["region"] = findings_.object(test.region);
        range(test.range);
    }
    void operator()(const Moved &test) const
    {
        object(test.object);
        range(test.range);
    }
    void operator()(const Turned &test) const
    {
        object(test.object);
        out_["axis"] = test.axis.name;
        range(test.range);
    }
    void operator()(const InView &test) const
    {
        object(test.object);
        Json limit = Json::object();
        if (test.distance) limit["distance"] = limit_with_unit(*test.distance);
        if (test.facing_angle) limit["facing_angle"] = limit_with_unit(*test.facing_angle);
        if (test.screen_fraction) limit["screen_fraction"] = limit_json(*test.screen_fraction);
        if (test.facing_axis) out_["axis"] = test.facing_axis->name;
        out_["limit"] = std::move(limit);
    }
    void operator()(const Visible &test) const { object(test.object); }
    void operator()(const HasProperty &test) const
    {
        object(test.object);
        out_["name"] = test.name;
        if (test.equals) out_["limit"] = {{"equals", property_json(*test.equals)}};
        if (!test.equals) range(test.range);
    }
    void operator()(const Parented &test) const
    {
        object(test.object);
        out_["limit"] = {{"equals", test.to}};
    }
    void operator()(const HasMaterial &test) const
    {
        object(test.object);
        out_["limit"] = {{"has", test.material}};
    }
    void operator()(const InMode &test) const { out_["limit"] = {{"equals", test.is}}; }
    void operator()(const WithTool &test) const { out_["limit"] = {{"equals", test.is}}; }
    void operator()(const Count &test) const
    {
        Json limit = Json::object();
        if (test.min) limit["min"] = *test.min;
        if (test.max) limit["max"] = *test.max;
        out_["limit"] = std::move(limit);
    }
    void operator()(const Duration &test) const { range(test.range); }
    void operator()(const auto &) const {}

  private:
    void object(ObjectIndex index) const { out_["object"] = findings_.object(index); }
    void range(const Range &range) const
    {
        out_["limit"] = limit_json(range);
        if (!range.unit.name.empty()) out_["unit"] = range.unit.name;
    }

    const Findings &findings_;
    Json &out_;
};

/// Lengths in metres unless the limit names another unit, angles likewise in degrees.
Json view_json(const InView &test, const ViewMeasure &seen)
{
    const Unit length = test.distance ? test.distance->unit : length_units().back();
    const Unit angle = test.facing_angle ? test.facing_angle->unit : angle_units().front();
    Json measured = {
        {"distance", {{"value", length.from_si(seen.distance_m)}, {"unit", length.name}}},
        {"in_front", seen.in_front},
        {"horizontal", seen.horizontal},
        {"vertical", seen.vertical},
        {"screen_fraction", seen.screen_fraction}};
    if (test.facing_axis) {
        measured["facing_angle"] = {{"value", angle.from_si(seen.facing_rad)},
                                    {"unit", angle.name}};
    }
    return measured;
}

void add_measured(const Node &node, const NodeState &state, Json &out)
{
    const Measured &measured = state.now.measured;
    if (const auto *number = std::get_if<double>(&measured)) out["measured"] = *number;
    if (const auto *value = std::get_if<Property>(&measured)) {
        out["measured"] = property_json(*value);
    }
    if (const auto *list = std::get_if<std::vector<std::string>>(&measured)) {
        out["measured"] = *list;
    }
    if (const auto *seen = std::get_if<ViewMeasure>(&measured)) {
        out["measured"] = view_json(std::get<InView>(node.predicate), *seen);
    }
    if (state.least && *state.least < *state.most) {
        out["seen"] = {{"min", *state.least}, {"max", *state.most}};
    }
}

void add_order(const Findings &findings, NodeIndex index, const Order &order, Json &out)
{
    const Node &node = findings.node(index);
    const OrderState state = order_state(node, findings.states);
    Json steps = Json::array();
    for (std::size_t i = 0; i < order.steps.size(); ++i) {
        const auto &first = findings.state(node.children[i]).first_true_seconds;
        steps.push_back({{"id", order.steps[i].id},
                         {"first_true_seconds", first ? Json(*first) : Json(nullptr)}});
    }
    out["steps"] = std::move(steps);
    out["expected_next"] = state.expected ? Json(order.steps[*state.expected].id) : Json(nullptr);
    out["self_corrected"] = findings.state(index).self_corrected;
    if (state.violation) {
        out["violation"] = {{"id", order.steps[state.violation->step].id},
                            {"before", order.steps[state.violation->before].id}};
    }
}

} // namespace

Json evidence(const Findings &findings, NodeIndex index)
{
    const Node &node = findings.node(index);
    const NodeState &state = findings.state(index);
    Json out = {{"predicate", node.name}, {"holds", findings.holds(index)}};
    std::visit(Asked(findings, out), node.predicate);
    add_measured(node, state, out);
    if (!state.now.problem.empty()) out["problem"] = state.now.problem;
    if (state.now.missing) out["missing"] = findings.object(*state.now.missing);
    if (!node.id.empty()) out["id"] = node.id;
    if (!node.feedback.empty()) out["feedback"] = node.feedback;
    if (const auto *order = std::get_if<Order>(&node.predicate)) {
        add_order(findings, index, *order, out);
    }
    if (!node.children.empty()) {
        Json children = Json::array();
        for (const NodeIndex child : node.children)
            children.push_back(evidence(findings, child));
        out["children"] = std::move(children);
    }
    return out;
}

} // namespace mvr::scene
