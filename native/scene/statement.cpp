#include "scene/statement.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace mvr::scene {
namespace {

constexpr MessageTemplate fact_alone{"statement.fact", "{fact}."};
constexpr MessageTemplate fact_and_need{"statement.fact_and_need", "{fact}; {need}."};
constexpr MessageTemplate at_least{"range.at_least", "at least {limit} is needed"};
constexpr MessageTemplate at_most{"range.at_most", "at most {limit} is allowed"};
constexpr MessageTemplate about_at_least{"range.at_least_with_tolerance",
                                         "at least {limit} (± {tolerance}) is needed"};
constexpr MessageTemplate about_at_most{"range.at_most_with_tolerance",
                                        "at most {limit} (± {tolerance}) is allowed"};
constexpr MessageTemplate quoted{"value.text", "“{text}”"};
constexpr MessageTemplate coordinates{"value.vector", "({x}, {y}, {z})"};

constexpr int property_digits = 6;

/// The limit that `value` misses.
std::optional<double> missed_limit(double value, const Range &range)
{
    if (!range.reaches_min(value)) return range.min;
    if (!range.keeps_max(value)) return range.max;
    return std::nullopt;
}

} // namespace

Message to_sentence(const Statement &statement)
{
    if (!statement.need) return Message(fact_alone, {{"fact", statement.fact}});
    return Message(fact_and_need, {{"fact", statement.fact}, {"need", *statement.need}});
}

Statement number_statement(const MessageTemplate &fact, std::vector<Argument> arguments,
                           double measured, const Range &range)
{
    const auto missed = missed_limit(measured, range);
    const double said = std::abs(measured) <= range.epsilon ? 0 : measured; // else -0.0000004°
    const int digits = missed ? digits_to_tell_apart(said, *missed) : usual_digits;
    arguments.push_back({"measured", Number{said, range.unit.symbol, digits}});
    return {Message(fact, std::move(arguments)), unmet_need(measured, range)};
}

std::optional<Message> unmet_need(double value, const Range &range)
{
    const auto missed = missed_limit(value, range);
    if (!missed) return std::nullopt;
    const bool low = !range.reaches_min(value);
    const std::string_view symbol = range.unit.symbol;
    const Number limit{*missed, symbol, digits_to_tell_apart(value, *missed)};
    if (range.tolerance <= 0) return Message(low ? at_least : at_most, {{"limit", limit}});
    return Message(low ? about_at_least : about_at_most,
                   {{"limit", limit}, {"tolerance", Number{range.tolerance, symbol}}});
}

Argument property_argument(std::string_view placeholder, const Property &value)
{
    if (const auto *flag = std::get_if<bool>(&value)) {
        return {placeholder, Name{*flag ? "true" : "false"}};
    }
    // A number would lose digits beyond 53 bits.
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        return {placeholder, Name{std::to_string(*whole)}};
    }
    if (const auto *number = std::get_if<double>(&value)) {
        return {placeholder, Number{*number, {}, property_digits}};
    }
    return {placeholder, Message(quoted, {{"text", Name{std::get<std::string>(value)}}})};
}

Argument vector_argument(std::string_view placeholder, const Vec3 &v)
{
    return {placeholder,
            Message(coordinates, {{"x", Number{v.x}}, {"y", Number{v.y}}, {"z", Number{v.z}}})};
}

MessageTemplates statement_messages()
{
    return {&fact_alone,     &fact_and_need, &at_least, &at_most,
            &about_at_least, &about_at_most, &quoted,   &coordinates};
}

} // namespace mvr::scene
