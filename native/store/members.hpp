#pragma once

// Reading payloads that an older or newer version wrote: what is missing or of another type is
// default.

#include "support/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

/// The member, or null when there is none (or `json` is no object). Valid as long as `json`.
inline const Json *member(const Json &json, std::string_view name)
{
    if (!json.is_object()) return nullptr;
    const auto found = json.find(name);
    return found == json.end() ? nullptr : &*found;
}

inline std::string text_member(const Json &json, std::string_view name,
                               std::string_view fallback = "")
{
    const Json *value = member(json, name);
    return value && value->is_string() ? value->get<std::string>() : std::string(fallback);
}

inline double number_member(const Json &json, std::string_view name, double fallback = 0)
{
    const Json *value = member(json, name);
    return value && value->is_number() ? value->get<double>() : fallback;
}

inline std::optional<double> optional_number(const Json &json, std::string_view name)
{
    const Json *value = member(json, name);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

inline std::int64_t integer_member(const Json &json, std::string_view name)
{
    const Json *value = member(json, name);
    return value && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

inline bool flag_member(const Json &json, std::string_view name)
{
    const Json *value = member(json, name);
    return value && value->is_boolean() && value->get<bool>();
}

/// The member whatever it is, or an empty object.
inline Json json_member(const Json &json, std::string_view name)
{
    const Json *value = member(json, name);
    return value ? *value : Json::object();
}

inline std::vector<std::string> texts_member(const Json &json, std::string_view name)
{
    std::vector<std::string> texts;
    const Json *value = member(json, name);
    if (!value || !value->is_array()) return texts;
    for (const Json &text : *value) {
        if (text.is_string()) texts.push_back(text.get<std::string>());
    }
    return texts;
}

/// Sets the member, or leaves it out when there is no value.
template <class T> void set_if(Json &json, std::string_view name, const std::optional<T> &value)
{
    if (value) json[std::string(name)] = *value;
}

} // namespace mvr::store
