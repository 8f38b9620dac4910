#pragma once

// Described structs to JSON text, without a tree between.

#include "support/describe.hpp"
#include "support/json.hpp"
#include "support/wire_types.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mvr {

/// With quotes and escapes; bytes that are not UTF-8 are replaced.
void write_json_text(std::string &out, std::string_view text);
/// With a fraction, so that it is read as a number of the same type; null if it is not finite.
void write_json_number(std::string &out, double value);
void write_json_integer(std::string &out, std::int64_t value);

template <class T> void write_json(std::string &out, const T &value);

template <Described T> void write_json_members(std::string &out, const T &value)
{
    char before = '{';
    for_each_member<T>([&](const auto &member) {
        const auto &part = value.*member.pointer;
        if constexpr (is_optional<std::remove_cvref_t<decltype(part)>>) {
            if (!part) return;
        }
        out += std::exchange(before, ',');
        ((out += '"') += member.name) += "\":";
        write_json(out, part);
    });
    out += before == '{' ? "{}" : "}";
}

template <ListType T> void write_json_list(std::string &out, const T &list)
{
    char before = '[';
    for (const auto &each : list) {
        out += std::exchange(before, ',');
        write_json(out, static_cast<const typename T::value_type &>(each));
    }
    out += before == '[' ? "[]" : "]";
}

template <MapType T> void write_json_map(std::string &out, const T &map)
{
    char before = '{';
    for (const auto &[name, each] : map) {
        out += std::exchange(before, ',');
        write_json_text(out, name);
        out += ':';
        write_json(out, each);
    }
    out += before == '{' ? "{}" : "}";
}

/// Adds the JSON of `value` to `out`: of a described struct, an object with all of its members but
/// the optional ones that are empty. Thread: any.
template <class T> void write_json(std::string &out, const T &value)
{
    if constexpr (std::same_as<T, Json>)
        out += to_text(value);
    else if constexpr (std::same_as<T, AnyObject>)
        out += to_text(value.members);
    else if constexpr (requires { value.to_json(); })
        out += to_text(value.to_json());
    else if constexpr (is_as_sent<T>)
        out += to_text(value.sent);
    else if constexpr (is_constant<T>)
        write_json_text(out, T::value);
    else if constexpr (is_optional<T> || is_or_null<T>) {
        if (value)
            write_json(out, *value);
        else
            out += "null";
    } else if constexpr (std::same_as<T, bool>)
        out += value ? "true" : "false";
    else if constexpr (std::integral<T>)
        write_json_integer(out, static_cast<std::int64_t>(value));
    else if constexpr (std::floating_point<T>)
        write_json_number(out, value);
    else if constexpr (std::convertible_to<T, std::string_view>)
        write_json_text(out, value);
    else if constexpr (SpelledEnum<T>)
        write_json_text(out, EnumText<T>::to_text(value));
    else if constexpr (MapType<T>)
        write_json_map(out, value);
    else if constexpr (ListType<T>)
        write_json_list(out, value);
    else
        write_json_members(out, value);
}

template <class T> std::string json_text_of(const T &value)
{
    constexpr std::size_t most_replies_bytes = 256;
    std::string out;
    out.reserve(most_replies_bytes);
    write_json(out, value);
    return out;
}

} // namespace mvr
