#pragma once

// The shapes of described structs as plain values, for whoever writes them down in another
// language: the Python dataclasses of scene commands and of tools are made from it.

#include "support/describe.hpp"
#include "support/error.hpp"
#include "support/json_schema.hpp"
#include "support/type_name.hpp"
#include "support/wire_types.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <vector>

namespace mvr {

struct ShapeMember {
    std::string name;
    std::string type;          ///< as a Python annotation, e.g. `Sequence[UnitData]`
    std::string default_value; ///< a Python expression; empty where the member is always there
    std::string sentence;      ///< may be empty
};

struct Shape {
    std::string name; ///< of the C++ struct, without its namespace
    std::vector<ShapeMember> members;
};

/// Something to ask for by its name, a tool or a command to the scene, and what it takes and gives.
struct CallShape {
    std::string name;
    std::string arguments;
    std::string reply;
};

namespace shape {

std::string literal(const std::vector<std::string_view> &texts);

} // namespace shape

/// Shapes, each once, those that another one holds before it. They go by the names of their
/// structs: throws Failure (a programming error) where two have the same. Thread: one at a time.
class ShapeCatalogue {
  public:
    template <Described T> void add()
    {
        const std::string name(type_name<T>());
        const auto [known, is_new] = types_.emplace(name, typeid(T));
        if (!is_new && known->second != std::type_index(typeid(T)))
            throw Failure({Errc::internal, "two structs are named " + name, "", ""});
        if (!is_new) return;
        Shape made{name, {}};
        for_each_member<T>([&](const auto &member) {
            using Type = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            made.members.push_back({std::string(member.name), annotation<Type>(),
                                    default_of<T, Type>(member), std::string(member.sentence)});
        });
        shapes_.push_back(std::move(made));
    }

    /// The reply comes before the arguments.
    template <Described Arguments, Described Reply> void add_call(std::string_view name)
    {
        add<Reply>();
        add<Arguments>();
        calls_.push_back({std::string(name), std::string(type_name<Arguments>()),
                          std::string(type_name<Reply>())});
    }

    const std::vector<Shape> &shapes() const { return shapes_; }
    const std::vector<CallShape> &calls() const { return calls_; }

  private:
    template <class T> std::string annotation()
    {
        if constexpr (is_optional<T> || is_or_null<T>)
            return annotation<typename T::value_type>() + " | None";
        else if constexpr (std::same_as<T, AnyObject>)
            return "Mapping[str, Any]";
        else if constexpr (std::same_as<T, Json> || ReadsItself<T> || is_as_sent<T>)
            return "Any";
        else if constexpr (is_constant<T>)
            return shape::literal({T::value});
        else if constexpr (std::same_as<T, bool>)
            return "bool";
        else if constexpr (std::integral<T>)
            return "int";
        else if constexpr (std::floating_point<T>)
            return "float";
        else if constexpr (std::convertible_to<T, std::string_view>)
            return "str";
        else if constexpr (SpelledEnum<T>)
            return shape::literal(enum_texts<T>());
        else if constexpr (MapType<T>)
            return "Mapping[str, " + annotation<typename T::mapped_type>() + "]";
        else if constexpr (ListType<T>)
            return "Sequence[" + annotation<typename T::value_type>() + "]";
        else {
            add<T>();
            return std::string(type_name<T>());
        }
    }

    /// Only what the wire may leave out has one. A struct has none: who leaves it out means nothing
    /// that its members could say.
    template <class T, class Type> static std::string default_of(const auto &member)
    {
        if constexpr (is_optional<Type>) return "None";
        if (!member.bounds.has_default) return "";
        if constexpr (std::same_as<Type, bool>)
            return T{}.*member.pointer ? "True" : "False";
        else if constexpr (std::integral<Type> || std::floating_point<Type> ||
                           std::convertible_to<Type, std::string_view>)
            return to_text(Json(T{}.*member.pointer));
        else if constexpr (SpelledEnum<Type>)
            return to_text(Json(EnumText<Type>::to_text(T{}.*member.pointer)));
        else if constexpr (MapType<Type>)
            return "field(default_factory=dict)";
        else if constexpr (ListType<Type>)
            return "()";
        else
            return "";
    }

    std::map<std::string, std::type_index> types_; ///< by the name of the struct
    std::vector<Shape> shapes_;
    std::vector<CallShape> calls_;
};

} // namespace mvr
