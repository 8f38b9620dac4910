#include "support/strict_reader.hpp"

namespace mvr {

std::size_t count_characters(std::string_view text)
{
    const auto starts = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

namespace strict {

Problem read_text(JsonView json, std::string &value, const Bounds &bounds, const JsonPath &path)
{
    if (!json.is_text()) return argument_errors::wrong_type(path, "a string", json);
    const std::size_t characters = count_characters(json.text());
    if (characters < bounds.shortest || characters > bounds.longest) {
        return argument_errors::wrong_count(path, characters, bounds.shortest, bounds.longest,
                                            "characters");
    }
    value = json.text();
    return {};
}

Problem read_number(JsonView json, double &value, const Bounds &bounds, const JsonPath &path)
{
    if (!json.is_number()) return argument_errors::wrong_type(path, "a number", json);
    value = json.number();
    if (value < bounds.least || value > bounds.most)
        return argument_errors::out_of_range(path, json, bounds);
    return {};
}

Problem read_integer(JsonView json, std::int64_t &value, const Bounds &bounds, const JsonPath &path)
{
    const auto whole = json.is_number() ? json.exact_integer() : std::nullopt;
    if (!whole) return argument_errors::wrong_type(path, "an integer", json);
    value = *whole;
    const auto number = static_cast<double>(value);
    if (number < bounds.least || number > bounds.most)
        return argument_errors::out_of_range(path, json, bounds);
    return {};
}

} // namespace strict
} // namespace mvr
