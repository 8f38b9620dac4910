#pragma once

// The JSON Schema (2020-12) of described structs. Every keyword that is published for arguments is
// one that the strict reader enforces.

#include "support/describe.hpp"
#include "support/json.hpp"
#include "support/strict_reader.hpp"
#include "support/wire_types.hpp"

#include <concepts>
#include <memory>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace mvr {

/// Arguments are bounded in every respect; a reply is described by its types and ranges, and holds
/// each of its members but the optional ones.
enum class SchemaUse { arguments, reply };

namespace schema {

Json text(const Bounds &bounds, SchemaUse use);
Json number(const char *type, const Bounds &bounds);
Json list(Json item, std::size_t fewest, std::size_t most, SchemaUse use);
Json choice(std::span<const std::string_view> texts);
Json or_null(Json of);
/// Adds the sentence and the unit.
void annotate(Json &schema, std::string_view sentence, std::string_view unit);

} // namespace schema

inline Json default_json(bool value) { return value; }
inline Json default_json(double value) { return value; }
inline Json default_json(int value) { return value; }
inline Json default_json(const std::string &value) { return value; }
template <SpelledEnum E> Json default_json(E value)
{
    return std::string(EnumText<E>::to_text(value));
}

template <class T> Json json_schema(const Bounds &bounds, SchemaUse use);

template <Described T> Json object_schema(SchemaUse use)
{
    Json properties = Json::object();
    Json required = Json::array();
    const auto defaults = std::make_unique<const T>();
    for_each_member<T>([&](const auto &member) {
        using Type = std::remove_cvref_t<decltype((*defaults).*member.pointer)>;
        Json of = json_schema<Type>(member.bounds, use);
        schema::annotate(of, member.sentence, member.bounds.unit);
        const bool is_defaulted = use == SchemaUse::arguments && member.bounds.has_default;
        if constexpr (requires { default_json((*defaults).*member.pointer); }) {
            if (is_defaulted) of["default"] = default_json((*defaults).*member.pointer);
        }
        if (!is_optional<Type> && !is_defaulted) required.push_back(member.name);
        properties[std::string(member.name)] = std::move(of);
    });
    Json json = {{"type", "object"},
                 {"properties", std::move(properties)},
                 {"additionalProperties", is_open<T>}};
    if (!required.empty()) json["required"] = std::move(required);
    return json;
}

/// The schema of one value. Thread: any.
template <class T> Json json_schema(const Bounds &bounds, SchemaUse use)
{
    if constexpr (std::same_as<T, Json>)
        return Json::object();
    else if constexpr (std::same_as<T, AnyObject>)
        return {{"type", "object"}};
    else if constexpr (ReadsItself<T>)
        return T::schema();
    else if constexpr (is_optional<T>) {
        Json of = json_schema<typename T::value_type>(bounds, use);
        return bounds.has_default ? schema::or_null(std::move(of)) : of;
    } else if constexpr (is_or_null<T>)
        return schema::or_null(json_schema<typename T::value_type>(bounds, use));
    else if constexpr (is_as_sent<T>)
        return json_schema<decltype(T::value)>(bounds, use);
    else if constexpr (is_constant<T>)
        return {{"const", T::value}};
    else if constexpr (std::same_as<T, bool>)
        return {{"type", "boolean"}};
    else if constexpr (std::integral<T>)
        return schema::number("integer", bounds);
    else if constexpr (std::floating_point<T>)
        return schema::number("number", bounds);
    else if constexpr (std::same_as<T, std::string>)
        return schema::text(bounds, use);
    else if constexpr (SpelledEnum<T>)
        return schema::choice(enum_texts<T>());
    else if constexpr (MapType<T>)
        return {{"type", "object"},
                {"additionalProperties", json_schema<typename T::mapped_type>(bounds, use)}};
    else if constexpr (requires { std::tuple_size<T>::value; })
        return schema::list(json_schema<typename T::value_type>(bounds, use), std::tuple_size_v<T>,
                            std::tuple_size_v<T>, use);
    else if constexpr (ListType<T>)
        return schema::list(json_schema<typename T::value_type>(bounds, use), bounds.fewest,
                            bounds.most_items, use);
    else
        return object_schema<T>(use);
}

template <Described T> Json arguments_schema() { return object_schema<T>(SchemaUse::arguments); }
template <Described T> Json reply_schema() { return object_schema<T>(SchemaUse::reply); }

} // namespace mvr
