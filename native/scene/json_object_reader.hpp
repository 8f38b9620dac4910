#pragma once

#include "scene/predicate_parts.hpp"
#include "scene/quantity.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::scene {

/// The members of one JSON object, which holds no others than those allowed.
class JsonObjectReader {
  public:
    JsonObjectReader(Compiler &compiler, const Json &json, std::string path,
                     const std::vector<std::string> &allowed);

    bool has(std::string_view key) const;
    /// The member, or null; a missing one is rejected.
    const Json &required(std::string_view key, std::string_view remedy);

    std::string text(std::string_view key, std::size_t limit);
    std::string name(std::string_view key);
    /// A list of names that all differ.
    std::vector<std::string> names(std::string_view key, std::size_t fewest, std::size_t most);
    ObjectIndex object(std::string_view key);
    /// An object other than `object`.
    ObjectIndex other_object(std::string_view key, ObjectIndex object);
    /// An object other than `object`, or three numbers.
    Target target(std::string_view key, ObjectIndex object);
    Axis axis(std::string_view key);
    /// One of `values`.
    std::string choice(std::string_view key, std::span<const std::string_view> values);
    std::optional<double> number(std::string_view key);
    /// True or false, if it is there.
    std::optional<bool> flag(std::string_view key);
    Unit unit(std::string_view key, std::span<const Unit> units);

    /// `min`, `max`, `tolerance` and `unit`.
    Range range(const Quantity &quantity);
    /// A single limit that stands under a name of its own.
    Range upper_limit(std::string_view key, std::string_view unit_key, const Quantity &quantity);

    std::string path(std::string_view key) const;
    void reject(std::string_view key, std::string message, std::string remedy);
    /// Rejects the object itself.
    void reject_all(std::string message, std::string remedy);
    Compiler &compiler() { return compiler_; }

  private:
    Vec3 point(const Json &json, std::string_view key);
    void check(std::string_view key, std::optional<double> value, const Unit &unit,
               const Quantity &quantity);

    Compiler &compiler_;
    const Json &json_;
    std::string path_;
};

} // namespace mvr::scene
