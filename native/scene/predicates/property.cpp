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

Finding failed(Measured measured, std::string_view problem)
{
    Finding finding = judged(Truth::no, std::move(measured));
    finding.problem = problem;
    return finding;
}

std::string need(const HasProperty &asked)
{
    if (asked.equals) return "it must be " + describe(*asked.equals);
    const bool has_min = asked.range.min.has_value();
    return "it must be a number of at " + std::string(has_min ? "least " : "most ") +
           format_number(has_min ? *asked.range.min : *asked.range.max, 6);
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
    if (entry == body->properties.end()) return failed({}, "property missing");
    if (equals) return judged(truth(same(entry->second, *equals)), entry->second);
    const auto number = number_in(entry->second);
    if (!number) return failed(entry->second, "property is not a number");
    return compare(*number, range);
}

Statement HasProperty::describe(const NodeFindings &found) const
{
    const std::string subject = found.object(object) + ": " + property + " is";
    const Measured &measured = found.now().measured;
    if (std::holds_alternative<double>(measured)) {
        return number_statement(subject, found.number(), range);
    }
    if (std::holds_alternative<std::monostate>(measured))
        return {subject + " not set", need(*this)};
    return {subject + " " + scene::describe(found.property()), need(*this)};
}

} // namespace mvr::scene
