#pragma once

// Described structs to JSON and back. What is missing in the JSON keeps the struct's default, what
// is not described is passed over; a member of the wrong type is an error.

#include "support/describe.hpp"
#include "support/json.hpp"
#include "support/wire_types.hpp"

#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace mvr {

template <class T> struct JsonCodec;

/// The JSON of a value; of a described struct, an object with all of its members but the optional
/// ones that are empty. Thread: any.
template <class T> Json to_json_value(const T &value) { return JsonCodec<T>::write(value); }

/// Reads `json` into `value`; false when something in it has the wrong type. Thread: any.
template <class T> bool read_json_value(const Json &json, T &value)
{
    return JsonCodec<T>::read(json, value);
}

template <> struct JsonCodec<Json> {
    static Json write(const Json &value) { return value; }
    static bool read(const Json &json, Json &value)
    {
        value = json;
        return true;
    }
};

template <> struct JsonCodec<bool> {
    static Json write(bool value) { return value; }
    static bool read(const Json &json, bool &value)
    {
        if (!json.is_boolean()) return false;
        value = json.get<bool>();
        return true;
    }
};

template <std::integral T> struct JsonCodec<T> {
    static Json write(T value) { return value; }
    static bool read(const Json &json, T &value)
    {
        if (!json.is_number_integer()) return false;
        value = json.get<T>();
        return true;
    }
};

template <> struct JsonCodec<double> {
    static Json write(double value) { return value; }
    static bool read(const Json &json, double &value)
    {
        if (!json.is_number()) return false;
        value = json.get<double>();
        return true;
    }
};

template <> struct JsonCodec<std::string> {
    static Json write(const std::string &value) { return value; }
    static bool read(const Json &json, std::string &value)
    {
        if (!json.is_string()) return false;
        value = json.get<std::string>();
        return true;
    }
};

template <SpelledEnum E> struct JsonCodec<E> {
    static Json write(E value) { return std::string(EnumText<E>::to_text(value)); }
    static bool read(const Json &json, E &value)
    {
        if (!json.is_string()) return false;
        const auto found = EnumText<E>::from_text(json.get_ref<const std::string &>());
        if (found) value = *found;
        return found.has_value();
    }
};

template <class T> struct JsonCodec<std::optional<T>> {
    static Json write(const std::optional<T> &value)
    {
        return value ? to_json_value(*value) : Json(nullptr);
    }
    static bool read(const Json &json, std::optional<T> &value)
    {
        if (json.is_null()) {
            value.reset();
            return true;
        }
        return read_json_value(json, value.emplace());
    }
};

template <class T> struct JsonCodec<OrNull<T>> {
    static Json write(const OrNull<T> &value)
    {
        return value ? to_json_value(*value) : Json(nullptr);
    }
    static bool read(const Json &json, OrNull<T> &value)
    {
        if (json.is_null()) {
            value.reset();
            return true;
        }
        return read_json_value(json, value.emplace());
    }
};

template <> struct JsonCodec<AnyObject> {
    static Json write(const AnyObject &value) { return value.members; }
    static bool read(const Json &json, AnyObject &value)
    {
        if (!json.is_object()) return false;
        value.members = json;
        return true;
    }
};

/// A value that several states share; never null.
template <class T> struct JsonCodec<std::shared_ptr<const T>> {
    static Json write(const std::shared_ptr<const T> &value) { return to_json_value(*value); }
    static bool read(const Json &json, std::shared_ptr<const T> &value)
    {
        auto read = std::make_shared<T>();
        const bool fits = read_json_value(json, *read);
        value = std::move(read);
        return fits;
    }
};

/// Vectors and sets.
template <class Sequence, class T> struct JsonSequence {
    static Json write(const Sequence &values)
    {
        Json json = Json::array();
        for (const T &value : values)
            json.push_back(to_json_value(value));
        return json;
    }
    static bool read(const Json &json, Sequence &values)
    {
        if (!json.is_array()) return false;
        values.clear();
        for (const Json &each : json) {
            T value{};
            if (!read_json_value(each, value)) return false;
            values.insert(values.end(), std::move(value));
        }
        return true;
    }
};

template <class T> struct JsonCodec<std::vector<T>> : JsonSequence<std::vector<T>, T> {};
template <class T> struct JsonCodec<std::set<T>> : JsonSequence<std::set<T>, T> {};
template <class T>
struct JsonCodec<std::set<T, std::less<>>> : JsonSequence<std::set<T, std::less<>>, T> {};

template <class T, class Less> struct JsonCodec<std::map<std::string, T, Less>> {
    static Json write(const std::map<std::string, T, Less> &values)
    {
        Json json = Json::object();
        for (const auto &[name, value] : values)
            json[name] = to_json_value(value);
        return json;
    }
    static bool read(const Json &json, std::map<std::string, T, Less> &values)
    {
        if (!json.is_object()) return false;
        values.clear();
        for (const auto &[name, each] : json.items()) {
            if (!read_json_value(each, values[name])) return false;
        }
        return true;
    }
};

template <Described T> struct JsonCodec<T> {
    static Json write(const T &value)
    {
        Json json = Json::object();
        for_each_member<T>([&](const auto &member) {
            const auto &part = value.*member.pointer;
            if constexpr (is_optional<std::remove_cvref_t<decltype(part)>>) {
                if (!part) return;
            }
            json[std::string(member.name)] = to_json_value(part);
        });
        return json;
    }
    static bool read(const Json &json, T &value)
    {
        if (!json.is_object()) return false;
        bool fits = true;
        for_each_member<T>([&](const auto &member) {
            const auto found = json.find(member.name);
            if (found == json.end()) return;
            fits = fits && read_json_value(*found, value.*member.pointer);
        });
        return fits;
    }
};

} // namespace mvr
