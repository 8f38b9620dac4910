#pragma once

// Described structs to the values of another language, without a text between.

#include "support/describe.hpp"
#include "support/json.hpp"
#include "support/type_name.hpp"
#include "support/wire_types.hpp"

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace mvr {

/// Makes values of another language in the order in which they are given. What is given between a
/// `begin_` and its `end` belongs to that list, map or struct; in the latter two each value comes
/// behind its `member`. The texts that it is given outlive the call and no more.
class ValueSink {
  public:
    virtual ~ValueSink() = default;

    virtual void null() = 0;
    /// A member that JSON leaves out. Called in the place of its value.
    virtual void absent() = 0;
    virtual void boolean(bool value) = 0;
    virtual void integer(std::int64_t value) = 0;
    virtual void number(double value) = 0;
    virtual void text(std::string_view value) = 0;
    virtual void begin_list() = 0;
    virtual void begin_map() = 0;
    /// `type` is the name of the described struct, without its namespace.
    virtual void begin_struct(std::string_view type) = 0;
    virtual void member(std::string_view name) = 0;
    virtual void end() = 0;
};

/// Tells a free-form part.
void write_value(ValueSink &sink, const Json &json);

template <class T> void write_value(ValueSink &sink, const T &value);

template <Described T> void write_struct(ValueSink &sink, const T &value)
{
    sink.begin_struct(type_name<T>());
    for_each_member<T>([&](const auto &member) {
        sink.member(member.name);
        write_value(sink, value.*member.pointer);
    });
    sink.end();
}

/// Tells `value`, a described struct with all of its members, those that are absent too. Thread:
/// the sink's.
template <class T> void write_value(ValueSink &sink, const T &value)
{
    if constexpr (std::same_as<T, AnyObject>)
        write_value(sink, value.members);
    else if constexpr (requires { value.to_json(); })
        write_value(sink, Json(value.to_json()));
    else if constexpr (is_as_sent<T>)
        write_value(sink, value.sent);
    else if constexpr (is_constant<T>)
        sink.text(T::value);
    else if constexpr (is_optional<T>)
        value ? write_value(sink, *value) : sink.absent();
    else if constexpr (is_or_null<T>)
        value ? write_value(sink, *value) : sink.null();
    else if constexpr (std::same_as<T, bool>)
        sink.boolean(value);
    else if constexpr (std::integral<T>)
        sink.integer(static_cast<std::int64_t>(value));
    else if constexpr (std::floating_point<T>)
        sink.number(value);
    else if constexpr (std::convertible_to<T, std::string_view>)
        sink.text(value);
    else if constexpr (SpelledEnum<T>)
        sink.text(EnumText<T>::to_text(value));
    else if constexpr (MapType<T>) {
        sink.begin_map();
        for (const auto &[name, each] : value) {
            sink.member(name);
            write_value(sink, each);
        }
        sink.end();
    } else if constexpr (ListType<T>) {
        sink.begin_list();
        for (const auto &each : value)
            write_value(sink, static_cast<const typename T::value_type &>(each));
        sink.end();
    } else
        write_struct(sink, value);
}

} // namespace mvr
