#include "scene/predicates/property.hpp"

#include "scene/asked.hpp"
#include "scene/condition.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/tighten.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mvr::scene {
namespace {

constexpr Problem property_missing{"property missing"};
constexpr Problem not_a_number{"property is not a number"};

constexpr MessageTemplate number_is{"property.number_is", "{object}: {property} is {measured}"};
constexpr MessageTemplate value_is{"property.value_is", "{object}: {property} is {value}"};
constexpr MessageTemplate not_set{"property.not_set", "{object}: {property} is not set"};
constexpr MessageTemplate property_must_be{"property.must_be", "it must be {wanted}"};
constexpr MessageTemplate property_at_least{"property.at_least",
                                            "it must be a number of at least {limit}"};
constexpr MessageTemplate property_at_most{"property.at_most",
                                           "it must be a number of at most {limit}"};

Property read_value(JsonObjectReader &reader, const Json &json)
{
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_string()) return reader.text("equals", condition_feedback_limit);
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > largest) {
        reader.reject("equals", "\"equals\" is beyond 64-bit integers", "Give a smaller number.");
        return false;
    }
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number_float()) return reader.number("equals").value_or(0);
    reader.reject("equals", "\"equals\" is not a value that a custom property can be compared with",
                  "Give true, false, a number or a text.");
    return false;
}

std::optional<double> number_in(const Property &value)
{
    if (const auto *number = std::get_if<double>(&value)) return *number;
    if (const auto *whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    // Scripts and older files keep switches as 0 and 1.
    if (const auto *flag = std::get_if<bool>(&value)) return *flag ? 1.0 : 0.0;
    return std::nullopt;
}

bool same(const Property &a, const Property &b)
{
    if (a.index() == b.index() && !std::holds_alternative<double>(a)) return a == b;
    const auto x = number_in(a);
    const auto y = number_in(b);
    if (!x || !y) return false;
    return std::abs(*x - *y) <= property_epsilon * std::max(std::abs(*x), std::abs(*y));
}

Finding failed(Measured measured, const Problem &problem)
{
    Finding finding = judged(Truth::no, std::move(measured));
    finding.problem = &problem;
    return finding;
}

Message need(const HasProperty &asked)
{
    if (asked.equals)
        return Message(property_must_be, {property_argument("wanted", *asked.equals)});
    const bool has_min = asked.range.min.has_value();
    const Number limit{has_min ? *asked.range.min : *asked.range.max, {}, 6};
    return Message(has_min ? property_at_least : property_at_most, {{"limit", limit}});
}

} // namespace

void HasProperty::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    property = reader.name("name");
    if (!reader.has("equals")) {
        if (!reader.has("min") && !reader.has("max")) {
            reader.reject_all("neither \"equals\" nor \"min\" nor \"max\" is given",
                              "Give \"equals\", or \"min\", \"max\" or both.");
        }
        range = reader.range(property_quantity());
    } else if (reader.has("min") || reader.has("max")) {
        reader.reject("equals", "\"equals\" stands beside \"min\" or \"max\"",
                      "Give either \"equals\", or \"min\" and \"max\".");
    } else {
        equals = read_value(reader, reader.required("equals", ""));
    }
}

void HasProperty::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    out["name"] = property;
    if (equals) out["limit"] = {{"equals", property_json(*equals)}};
    if (!equals) add_range(out, range);
}

void HasProperty::tighten(double factor)
{
    // Under a mere maximum there is no zero that should stay.
    if (range.min && range.max) narrow(range, factor);
}

Finding HasProperty::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const auto entry = body->properties.find(property);
    if (entry == body->properties.end()) return failed({}, property_missing);
    if (equals) return judged(truth(same(entry->second, *equals)), entry->second);
    const auto number = number_in(entry->second);
    if (!number) return failed(entry->second, not_a_number);
    return compare(*number, range);
}

Statement HasProperty::describe(const NodeFindings &found) const
{
    std::vector<Argument> said{found.object("object", object), {"property", Name{property}}};
    const Measured &measured = found.now().measured;
    if (const auto *const number = std::get_if<double>(&measured)) {
        return number_statement(number_is, std::move(said), *number, range);
    }
    if (std::holds_alternative<std::monostate>(measured)) {
        return {Message(not_set, std::move(said)), need(*this)};
    }
    said.push_back(property_argument("value", found.property()));
    return {Message(value_is, std::move(said)), need(*this)};
}

MessageTemplates HasProperty::messages()
{
    return {&number_is,        &value_is,          &not_set,
            &property_must_be, &property_at_least, &property_at_most};
}

} // namespace mvr::scene
