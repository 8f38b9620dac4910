#pragma once

#include "support/json.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::mcp {

/// Limits that hold where a schema names none, so that no argument is unbounded.
inline constexpr std::size_t default_string_limit = 65'536; ///< characters (Unicode code points)
inline constexpr std::size_t default_array_limit = 10'000;  ///< items

/// A JSON Schema (2020-12) under construction. Every call returns a new value, so parts can be
/// named and reused. A keyword that does not fit the type throws Failure (internal): schemas are
/// built at start. Thread: any.
class Schema {
  public:
    explicit Schema(Json json) : json_(std::move(json)) {}

    [[nodiscard]] Schema describe(std::string_view text) const;
    [[nodiscard]] Schema title(std::string_view text) const;
    /// Published as `default`; the handler is the one that applies it.
    [[nodiscard]] Schema fallback(Json value) const;
    [[nodiscard]] Schema or_null() const;

    /// string: number of characters.
    [[nodiscard]] Schema length(std::size_t least, std::size_t most) const;
    /// string: nothing but one of these.
    [[nodiscard]] Schema one_of(std::initializer_list<std::string_view> values) const;
    [[nodiscard]] Schema one_of(const std::vector<std::string> &values) const;
    /// integer, number: both ends belong to the range.
    [[nodiscard]] Schema between(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] Schema between(double least, double most) const;
    [[nodiscard]] Schema between(int least, int most) const;
    [[nodiscard]] Schema at_least(double least) const;
    [[nodiscard]] Schema above(double limit) const;
    /// array: number of items.
    [[nodiscard]] Schema size(std::size_t least, std::size_t most) const;
    /// object: also takes members that are not named here.
    [[nodiscard]] Schema open() const;

    const Json &json() const { return json_; }
    operator const Json &() const { return json_; }

  private:
    Schema with(std::string_view type,
                std::initializer_list<std::pair<const char *, Json>> set) const;

    Json json_;
};

/// One member of an object.
struct Property {
    std::string name;
    Schema schema;
    bool required = false;
};

Property req(std::string_view name, Schema schema);
Property opt(std::string_view name, Schema schema);

Schema string();
Schema integer();
Schema number();
Schema boolean();
/// Exactly this value.
Schema constant(Json value);
Schema array(const Schema &item);
/// Takes the named members only, unless `.open()`.
Schema object(const std::vector<Property> &members);
/// A free-form object: any members of any type (each within the default limits).
Schema any_object();
/// Any JSON value at all (within the default limits).
Schema any_value();
/// Output only: a value of one of several shapes.
Schema any_of(const std::vector<Schema> &choices);

/// The output schema that a tool publishes: `success`, or the shape of every refusal
/// (`{"error": {code, message, details}}`). Official clients check structuredContent even when
/// isError.
Json or_error(const Schema &success);

/// Checks that `schema` uses only the keywords that `validate` enforces, so nothing published is a
/// promise that nobody keeps. `anyOf`/`oneOf` pass only if `allow_choices` (output schemas).
/// Throws Failure (internal) with the path of the offending keyword.
void check_schema(const Json &schema, bool allow_choices);

/// Checks `value`, which came from outside, against a schema that passed `check_schema`.
/// `root` is put before every path; leave it empty for a tool's arguments.
/// Errors: Errc::invalid_argument for the first thing that is wrong: `field` is its path
/// ("static_profile.goals[2]"), `remedy` names the allowed values, limits, or the nearest known
/// name.
Result<void> validate(const Json &schema, const Json &value, std::string_view root = {});

} // namespace mvr::mcp
