#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace mvr {

/// Limits that hold where a description names none, so that no argument is unbounded.
inline constexpr std::size_t default_text_limit = 65'536;  ///< characters (Unicode code points)
inline constexpr std::size_t default_items_limit = 10'000; ///< of a list

/// What a member takes on a wire, beside its type. Built from `any_value_of_its_type` by what is
/// added: `text(1, 128)`, `numbers(0, 1)`, `items(1, 64).each(text(1, 512))`.
struct Bounds {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    std::size_t shortest = 0; ///< characters of a text
    std::size_t longest = default_text_limit;
    std::size_t fewest = 0; ///< items of a list
    std::size_t most_items = default_items_limit;
    std::string_view unit = {}; ///< of a number, e.g. "m"
    /// May be missing; the struct's own default holds then, and is published. An optional member
    /// may be null too.
    bool has_default = false;

    constexpr Bounds each(const Bounds &item) const
    {
        Bounds all = item;
        all.fewest = fewest;
        all.most_items = most_items;
        all.has_default = has_default;
        return all;
    }
    constexpr Bounds in(std::string_view with_unit) const
    {
        Bounds all = *this;
        all.unit = with_unit;
        return all;
    }
    constexpr Bounds or_default() const
    {
        Bounds all = *this;
        all.has_default = true;
        return all;
    }
};

/// So many characters.
constexpr Bounds text(std::size_t shortest, std::size_t longest)
{
    Bounds bounds;
    bounds.shortest = shortest;
    bounds.longest = longest;
    return bounds;
}

/// Both ends belong to the range.
constexpr Bounds numbers(double least, double most)
{
    Bounds bounds;
    bounds.least = least;
    bounds.most = most;
    return bounds;
}

/// So many items.
constexpr Bounds items(std::size_t fewest, std::size_t most)
{
    Bounds bounds;
    bounds.fewest = fewest;
    bounds.most_items = most;
    return bounds;
}

/// May be missing; the struct's own default holds then.
inline constexpr Bounds or_default = Bounds{}.or_default();

/// One member of a described struct: its name on the wire and in the record, where it is, one
/// sentence for a reader (may be empty where the name says it), and what a wire may bring.
template <class Owner, class Type> struct Member {
    std::string_view name;
    Type Owner::*pointer;
    std::string_view sentence;
    Bounds bounds = {};
};

template <class Owner, class Type>
Member(const char *, Type Owner::*, const char *) -> Member<Owner, Type>;
template <class Owner, class Type>
Member(const char *, Type Owner::*, const char *, Bounds) -> Member<Owner, Type>;

/// Specialise for each struct that crosses a wire or stands in the record:
///
///     template <> struct Description<SessionEnded> {
///         static constexpr std::tuple members{
///             Member{"session_id", &SessionEnded::session_id, "The session."}, …};
///     };
///
/// The one place that knows the struct's shape. From it come the JSON Schema (json_schema.hpp), the
/// strict reader of arguments (strict_reader.hpp), the lenient one of the record (json_codec.hpp)
/// and the writer (json_writer.hpp). `static constexpr bool is_open = true` lets a wire bring
/// members that are not described. Why a table of members and not Boost.Describe:
/// docs/decisions/006.
template <class T> struct Description;

template <class T>
concept Described = requires { Description<T>::members; };

template <class T> inline constexpr bool is_open = requires { requires Description<T>::is_open; };

/// Calls `visit(member)` for each member of T, in the order of its description.
template <Described T, class Visit> constexpr void for_each_member(Visit visit)
{
    std::apply([&](const auto &...member) { (visit(member), ...); }, Description<T>::members);
}

template <Described T>
inline constexpr std::size_t member_count =
    std::tuple_size_v<std::remove_cvref_t<decltype(Description<T>::members)>>;

/// Specialise for an enumeration that is text on the wire:
/// `static std::string_view to_text(E)`, `static std::optional<E> from_text(std::string_view)`, and
/// for one that a wire brings `values`, all of them in order.
template <class E> struct EnumText;

template <class E>
concept SpelledEnum = std::is_enum_v<E> && requires(E value) { EnumText<E>::to_text(value); };

/// An enumeration from 0 upwards whose texts stand in a row:
///     template <> struct EnumText<Pacing> : TextsInOrder<Pacing> {
///         static constexpr std::array<std::string_view, 3> texts{"slower", "normal", "faster"};
///     };
template <class E> struct TextsInOrder {
    static std::string_view to_text(E value)
    {
        return EnumText<E>::texts.at(static_cast<std::size_t>(value));
    }
    static std::optional<E> from_text(std::string_view text)
    {
        for (std::size_t i = 0; i < EnumText<E>::texts.size(); ++i)
            if (EnumText<E>::texts[i] == text) return static_cast<E>(i);
        return std::nullopt;
    }
};

} // namespace mvr
