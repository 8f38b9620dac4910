#pragma once

// From JSON text that came from outside into a described struct, in one pass. Everything that the
// description does not allow is rejected, with its place and what is allowed there; so what the
// published schema promises is what is checked.

#include "support/argument_errors.hpp"
#include "support/describe.hpp"
#include "support/json_tape.hpp"
#include "support/wire_types.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mvr {

/// UTF-8 characters (code points).
std::size_t count_characters(std::string_view text);

/// The names of a struct's members, in the order of its description.
template <Described T> std::array<std::string_view, member_count<T>> member_names()
{
    std::array<std::string_view, member_count<T>> names{};
    std::size_t i = 0;
    for_each_member<T>([&](const auto &member) { names[i++] = member.name; });
    return names;
}

/// The texts of an enumeration, in order.
template <SpelledEnum E> std::vector<std::string_view> enum_texts()
{
    std::vector<std::string_view> texts;
    if constexpr (requires { EnumText<E>::texts; }) {
        texts.assign(EnumText<E>::texts.begin(), EnumText<E>::texts.end());
    } else {
        for (int i = 0; i <= static_cast<int>(EnumText<E>::last_value); ++i)
            texts.push_back(EnumText<E>::to_text(static_cast<E>(i)));
    }
    return texts;
}

/// "a string", "an integer": what a value of the type is called.
template <class T> constexpr std::string_view type_words()
{
    if constexpr (std::same_as<T, Json>)
        return "a value";
    else if constexpr (is_optional<T> || is_or_null<T>)
        return type_words<typename T::value_type>();
    else if constexpr (std::same_as<T, bool>)
        return "a boolean";
    else if constexpr (std::integral<T>)
        return "an integer";
    else if constexpr (std::floating_point<T>)
        return "a number";
    else if constexpr (std::same_as<T, std::string> || SpelledEnum<T> || is_constant<T>)
        return "a string";
    else if constexpr (ListType<T>)
        return "an array";
    else
        return "an object";
}

using Problem = std::optional<Error>;

/// A value whose shape no table of members says: it reads itself, tells its JSON and its schema.
template <class T>
concept ReadsItself = requires(T value, JsonView json, const JsonPath &path) {
    { value.read(json, path) } -> std::same_as<Problem>;
    { T::schema() } -> std::same_as<Json>;
    { std::as_const(value).to_json() } -> std::same_as<Json>;
};

template <class T>
Problem read_strictly(JsonView json, T &value, const Bounds &bounds, const JsonPath &path);

namespace strict {

Problem read_text(JsonView json, std::string &value, const Bounds &bounds, const JsonPath &path);
Problem read_number(JsonView json, double &value, const Bounds &bounds, const JsonPath &path);
Problem read_integer(JsonView json, std::int64_t &value, const Bounds &bounds,
                     const JsonPath &path);

template <SpelledEnum E> Problem read_enum(JsonView json, E &value, const JsonPath &path)
{
    if (!json.is_text()) return argument_errors::wrong_type(path, "a string", json);
    const auto found = EnumText<E>::from_text(json.text());
    if (!found) return argument_errors::not_allowed(path, json, enum_texts<E>());
    value = *found;
    return {};
}

template <ListType T>
Problem read_list(JsonView json, T &list, const Bounds &bounds, const JsonPath &path)
{
    if (!json.is_array()) return argument_errors::wrong_type(path, "an array", json);
    constexpr bool is_fixed = requires { std::tuple_size<T>::value; };
    std::size_t fewest = bounds.fewest;
    std::size_t most = bounds.most_items;
    if constexpr (is_fixed) fewest = most = std::tuple_size_v<T>;
    if (json.size() < fewest || json.size() > most)
        return argument_errors::wrong_count(path, json.size(), fewest, most, "items");
    std::size_t at = 0;
    if constexpr (requires { list.reserve(most); }) list.reserve(json.size());
    for (const JsonView each : json.children()) {
        typename T::value_type item{};
        if (auto problem = read_strictly(each, item, bounds, path.item(at))) return problem;
        if constexpr (is_fixed)
            list[at] = std::move(item);
        else
            list.insert(list.end(), std::move(item));
        ++at;
    }
    return {};
}

template <MapType T>
Problem read_map(JsonView json, T &map, const Bounds &bounds, const JsonPath &path)
{
    if (!json.is_object()) return argument_errors::wrong_type(path, "an object", json);
    for (const JsonView each : json.children()) {
        auto &value = map[std::string(each.name())];
        if (auto problem = read_strictly(each, value, bounds, path.member(each.name())))
            return problem;
    }
    return {};
}

template <Described T> Problem read_object(JsonView json, T &value, const JsonPath &path)
{
    if (!json.is_object()) return argument_errors::wrong_type(path, "an object", json);
    std::bitset<member_count<T> + 1> seen;
    for (const JsonView each : json.children()) {
        Problem problem;
        bool is_known = false;
        std::size_t place = 0;
        for_each_member<T>([&](const auto &member) {
            const std::size_t at = place++;
            if (is_known || member.name != each.name()) return;
            is_known = true;
            seen.set(at);
            problem =
                read_strictly(each, value.*member.pointer, member.bounds, path.member(member.name));
        });
        if (problem) return problem;
        if (!is_known && !is_open<T>)
            return argument_errors::unknown_member(path, each.name(), member_names<T>());
    }
    Problem problem;
    std::size_t place = 0;
    for_each_member<T>([&](const auto &member) {
        const std::size_t at = place++;
        using Type = std::remove_cvref_t<decltype(value.*member.pointer)>;
        if (problem || seen[at] || member.bounds.has_default || is_optional<Type>) return;
        problem = argument_errors::missing(path.member(member.name), type_words<Type>());
    });
    return problem;
}

} // namespace strict

/// Reads `json`, which stands at `path`, into `value`. What is left of `value` after a problem
/// means nothing. Returns: nothing, or Errc::invalid_argument for the first thing that is wrong.
/// Thread: any.
template <class T>
Problem read_strictly(JsonView json, T &value, const Bounds &bounds, const JsonPath &path)
{
    if constexpr (std::same_as<T, Json>) {
        value = json.to_json();
        return {};
    } else if constexpr (std::same_as<T, AnyObject>) {
        if (!json.is_object()) return argument_errors::wrong_type(path, "an object", json);
        value.members = json.to_json();
        return {};
    } else if constexpr (ReadsItself<T>) {
        return value.read(json, path);
    } else if constexpr (is_optional<T>) {
        if (bounds.has_default && json.is_null()) return {};
        return read_strictly(json, value.emplace(), bounds, path);
    } else if constexpr (is_or_null<T>) {
        if (json.is_null()) return {};
        return read_strictly(json, value.emplace(), bounds, path);
    } else if constexpr (is_as_sent<T>) {
        if (auto problem = read_strictly(json, value.value, bounds, path)) return problem;
        value.sent = json.to_json();
        return {};
    } else if constexpr (is_constant<T>) {
        if (json.is_text() && json.text() == T::value) return {};
        return argument_errors::not_constant(path, json, T::value);
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.is_boolean()) return argument_errors::wrong_type(path, "a boolean", json);
        value = json.boolean();
        return {};
    } else if constexpr (std::integral<T>) {
        std::int64_t whole = 0;
        auto problem = strict::read_integer(json, whole, bounds, path);
        value = static_cast<T>(whole);
        return problem;
    } else if constexpr (std::floating_point<T>) {
        return strict::read_number(json, value, bounds, path);
    } else if constexpr (std::same_as<T, std::string>) {
        return strict::read_text(json, value, bounds, path);
    } else if constexpr (SpelledEnum<T>) {
        return strict::read_enum(json, value, path);
    } else if constexpr (MapType<T>) {
        return strict::read_map(json, value, bounds, path);
    } else if constexpr (ListType<T>) {
        return strict::read_list(json, value, bounds, path);
    } else {
        return strict::read_object(json, value, path);
    }
}

/// Reads a whole described struct. `root` is put before every path; leave it empty for arguments.
template <Described T> Result<T> read_described(JsonView json, std::string_view root = {})
{
    T value;
    const JsonPath path{nullptr, root};
    if (auto problem = read_strictly(json, value, Bounds{}, path)) return *std::move(problem);
    return value;
}

} // namespace mvr
