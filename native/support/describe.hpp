#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

namespace mvr {

/// One member of a described struct: its name on the wire and in the record, where it is, and one
/// sentence for a reader (with its unit, where it has one).
template <class Owner, class Type> struct Member {
    std::string_view name;
    Type Owner::*pointer;
    std::string_view sentence;
};

template <class Owner, class Type>
Member(const char *, Type Owner::*, const char *) -> Member<Owner, Type>;

/// Specialise for each struct that crosses a wire or stands in the record:
///
///     template <> struct Description<SessionEnded> {
///         static constexpr std::tuple members{
///             Member{"session_id", &SessionEnded::session_id, "The session."}, …};
///     };
///
/// The one place that knows the struct's shape. Why a table of members and not Boost.Describe:
/// docs/decisions/006.
template <class T> struct Description;

template <class T>
concept Described = requires { Description<T>::members; };

/// Calls `visit(member)` for each member of T, in the order of its description.
template <Described T, class Visit> constexpr void for_each_member(Visit visit)
{
    std::apply([&](const auto &...member) { (visit(member), ...); }, Description<T>::members);
}

/// Specialise for an enumeration that is text on the wire:
/// `static std::string_view to_text(E)` and `static std::optional<E> from_text(std::string_view)`.
template <class E> struct EnumText;

template <class E>
concept SpelledEnum = std::is_enum_v<E> && requires(E value) { EnumText<E>::to_text(value); };

} // namespace mvr
