#pragma once

#include "scene/program.hpp"
#include "support/error.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

// Reads one condition from JSON. The first fault is kept and ends the work; until then every reader
// returns something harmless, so that parsers need no branch for each member.

namespace mvr::scene {

/// Builds a program node by node, children first.
class Compiler {
  public:
    /// Reads the condition at `path` and all below it.
    NodeIndex condition(const Json &json, const std::string &path);

    /// Reads the conditions of a list that must not be empty.
    std::vector<NodeIndex> conditions(const Json &json, const std::string &path);

    ObjectIndex object(const std::string &name);

    void refuse(const std::string &field, std::string message, std::string remedy,
                Errc code = Errc::invalid_argument);
    bool failed() const { return error_.has_value(); }
    const Error &error() const { return *error_; }

    Program take_program() { return std::move(program_); }

  private:
    bool enter(const std::string &path);
    void read_node(const Json &json, const std::string &path, Node &node);

    Program program_;
    std::map<std::string, ObjectIndex, std::less<>> object_indices_;
    std::optional<Error> error_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
};

/// What kind of number a limit is: its units, its rounding, and the values that make sense.
struct Quantity {
    std::span<const Unit> units = {}; ///< empty: a plain number without a unit
    double epsilon_si = 0;
    double relative = relative_epsilon;
    double least_si = -std::numeric_limits<double>::infinity();
    double most_si = std::numeric_limits<double>::infinity();
};

Quantity length_quantity(); ///< from 0
Quantity angle_quantity();  ///< between two directions, 0 to pi
Quantity turn_quantity();   ///< signed, any number of turns

/// The members of one JSON object, which holds no others than those allowed.
class Fields {
  public:
    Fields(Compiler &compiler, const Json &json, std::string path,
           std::initializer_list<std::string_view> allowed);

    bool has(std::string_view key) const;
    /// The member, or null; a missing one is refused.
    const Json &required(std::string_view key, std::string_view remedy);

    std::string text(std::string_view key, std::size_t limit);
    std::string name(std::string_view key);
    ObjectIndex object(std::string_view key);
    /// An object other than `object`.
    ObjectIndex other_object(std::string_view key, ObjectIndex object);
    /// An object other than `object`, or three numbers.
    std::variant<ObjectIndex, Vec3> target(std::string_view key, ObjectIndex object);
    Axis axis(std::string_view key);
    std::optional<double> number(std::string_view key);
    Unit unit(std::string_view key, std::span<const Unit> units);

    /// `min`, `max`, `tolerance` and `unit`.
    Range range(const Quantity &quantity);
    /// A single limit that stands under a name of its own.
    Range upper_limit(std::string_view key, std::string_view unit_key, const Quantity &quantity);

    std::string path(std::string_view key) const;
    void refuse(std::string_view key, std::string message, std::string remedy);
    /// Refuses the object itself.
    void refuse_all(std::string message, std::string remedy);
    Compiler &compiler() { return compiler_; }

  private:
    Vec3 point(const Json &json, std::string_view key);
    void check(std::string_view key, std::optional<double> value, const Unit &unit,
               const Quantity &quantity);

    Compiler &compiler_;
    const Json &json_;
    std::string path_;
};

/// `text`, cut to what a person can read.
std::string_view shortened(std::string_view text);
/// The same in single quotes.
std::string in_quotes(std::string_view text);
/// "a, b, c"
std::string listed(std::span<const std::string_view> words);
/// UTF-8 characters.
std::size_t characters(std::string_view text);

// One for each predicate: reads the member `json` at `path` into `node`.
void parse_distance(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_angle(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_inside(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_moved(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_turned(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_in_view(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_visible(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_property(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_parented(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_has_material(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_mode(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_tool(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_all(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_any(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_not(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_count(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_order(Compiler &, const Json &json, const std::string &path, Node &node);
void parse_duration(Compiler &, const Json &json, const std::string &path, Node &node);

} // namespace mvr::scene
