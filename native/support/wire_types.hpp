#pragma once

// Types of members that say more of the wire than the language's own.

#include "support/json.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace mvr {

/// An object whose members nobody describes; kept as it came.
struct AnyObject {
    Json members = Json::object();
};

/// A member of a reply that is always there, null where it has no value.
template <class T> struct OrNull : std::optional<T> {
    using std::optional<T>::optional;
    OrNull() = default;
    OrNull(std::optional<T> value) : std::optional<T>(std::move(value)) {}
};

/// A described value with all that was sent in its place, also what is not described.
template <class T> struct AsSent {
    T value;
    Json sent = Json::object();
};

/// Text as an argument of a template.
template <std::size_t size> struct FixedText {
    char characters[size]{};
    consteval FixedText(const char (&text)[size]) { std::copy_n(text, size, characters); }
    constexpr std::string_view view() const { return {characters, size - 1}; }
};

/// A member that always is this text: `Constant<"created">`.
template <FixedText text> struct Constant {
    static constexpr std::string_view value = text.view();
};

template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_or_null = false;
template <class T> inline constexpr bool is_or_null<OrNull<T>> = true;
template <class T> inline constexpr bool is_as_sent = false;
template <class T> inline constexpr bool is_as_sent<AsSent<T>> = true;
template <class T> inline constexpr bool is_constant = false;
template <FixedText text> inline constexpr bool is_constant<Constant<text>> = true;

/// Vectors, sets and arrays.
template <class T>
concept ListType = requires(T list) {
    typename T::value_type;
    list.begin();
    list.end();
} && !std::is_same_v<T, Json> && !std::is_convertible_v<T, std::string_view> && !requires {
    typename T::mapped_type;
};

/// Objects with one kind of value under any name.
template <class T>
concept MapType = requires { typename T::mapped_type; } && !std::is_same_v<T, Json>;

} // namespace mvr
