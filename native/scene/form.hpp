#pragma once

#include "scene/predicate_parts.hpp"
#include "scene/quantity.hpp"
#include "support/describe.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// How the members that an author writes are described, once for each predicate, in its
// Description: from that come the members that its JSON may have, their reading, the evidence of
// what was asked, the objects that it names, what a tighter limit narrows, and the documentation.
// A `Member` is one that needs no more than its name; the kinds below are those that do.

namespace mvr::scene {

/// `min`, `max`, `tolerance` and `unit` of a number.
template <class Owner> struct Limits {
    Range Owner::*pointer;
    Quantity (*quantity)();
    std::string_view sentence;
};

/// A single upper limit under a name of its own, with its unit; the type says whether it may be
/// left out (Range or std::optional<Range>).
template <class Owner, class Type> struct UpperLimit {
    std::string_view name;
    std::string_view unit_name;
    Type Owner::*pointer;
    Quantity (*quantity)();
    std::string_view sentence;
};

/// A member that the predicate reads by itself: conditions, steps, values of several types.
struct OwnMember {
    std::string_view name;
    std::string_view type;
    std::string_view absent; ///< as in FormMember
    std::string_view sentence;
};

/// A number with its unit that the predicate reads by itself.
struct OwnNumber {
    std::string_view name;
    std::string_view unit_name;
    Quantity (*quantity)();
    std::string_view absent; ///< as in FormMember
    std::string_view sentence;
};

/// A number, with the member that holds its unit (empty where it has none).
struct NumberMember {
    std::string unit_member;
    Quantity quantity;
};
/// One of some texts.
struct ChoiceMember {
    std::vector<std::string_view> values;
};
/// The name of an object of the scene.
struct ObjectMember {};
/// What a member takes; nothing where it is none of these.
using MemberTakes = std::variant<std::monostate, NumberMember, ChoiceMember, ObjectMember>;

/// One member of what an author writes.
struct FormMember {
    std::string name;
    std::string type;   ///< for people, with its unit
    std::string absent; ///< what holds without it: "required", a value, or "nothing asked"
    std::string sentence;
    MemberTakes takes = {};
};

namespace form {

inline constexpr std::string_view required = "required";
inline constexpr std::string_view nothing_asked = "nothing asked";
inline constexpr std::string_view the_world = "the world";

template <class Type> struct TypeName;
template <> struct TypeName<ObjectIndex> {
    static constexpr std::string_view text = "object";
};
template <> struct TypeName<std::optional<ObjectIndex>> {
    static constexpr std::string_view text = "object";
};
template <> struct TypeName<Target> {
    static constexpr std::string_view text = "object or [x, y, z]";
};
template <> struct TypeName<std::string> {
    static constexpr std::string_view text = "text";
};

template <class Type>
inline constexpr std::string_view absent =
    std::is_same_v<Type, std::optional<ObjectIndex>> ? the_world
    : std::is_same_v<Type, std::optional<Axis>> || std::is_same_v<Type, std::optional<Range>>
        ? nothing_asked
        : required;

using Members = std::vector<FormMember>;

/// The four members of `Limits`.
void add_limits(Members &members, const Quantity &quantity, std::string_view sentence);
/// The limit and its unit.
void add_upper_limit(Members &members, std::string_view name, std::string_view unit_name,
                     const Quantity &quantity, std::string_view absent, std::string_view sentence);
void add_number(Members &members, std::string_view name, const NumberMember &number,
                std::string_view absent, std::string_view sentence);
/// The axes of an object.
void add_axis(Members &members, std::string_view name, std::string_view absent,
              std::string_view sentence);
/// One of some texts; the first stands when it is left out.
void add_choice(Members &members, std::string_view name, std::span<const std::string_view> values,
                std::string_view sentence);
void add_member(Members &members, std::string_view name, std::string_view type,
                std::string_view absent, std::string_view sentence);

template <class Owner, class Type> void add(Members &members, const Member<Owner, Type> &member)
{
    if constexpr (std::is_enum_v<Type>) {
        add_choice(members, member.name, EnumText<Type>::texts, member.sentence);
    } else if constexpr (std::is_same_v<Type, Axis> || std::is_same_v<Type, std::optional<Axis>>) {
        add_axis(members, member.name, absent<Type>, member.sentence);
    } else {
        add_member(members, member.name, TypeName<Type>::text, absent<Type>, member.sentence);
        if constexpr (std::is_same_v<Type, ObjectIndex> || std::is_same_v<Type, Target> ||
                      std::is_same_v<Type, std::optional<ObjectIndex>>)
            members.back().takes = ObjectMember{};
    }
}
template <class Owner> void add(Members &members, const Limits<Owner> &limits)
{
    add_limits(members, limits.quantity(), limits.sentence);
}
template <class Owner, class Type> void add(Members &members, const UpperLimit<Owner, Type> &limit)
{
    add_upper_limit(members, limit.name, limit.unit_name, limit.quantity(), absent<Type>,
                    limit.sentence);
}
inline void add(Members &members, const OwnNumber &number)
{
    add_number(members, number.name, {std::string(number.unit_name), number.quantity()},
               number.absent, number.sentence);
}
inline void add(Members &members, const OwnMember &member)
{
    add_member(members, member.name, member.type, member.absent, member.sentence);
}

} // namespace form

/// The members of a described predicate, in the order of its description.
template <Described P> std::vector<FormMember> form_members()
{
    std::vector<FormMember> members;
    for_each_member<P>([&](const auto &member) { form::add(members, member); });
    return members;
}

} // namespace mvr::scene
