#pragma once

#include "scene/question.hpp"
#include "support/json.hpp"
#include "support/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr::scene {

struct Program;

/// What `trigger_conditions` may hold at most.
inline constexpr std::size_t condition_depth_limit = 16; ///< conditions inside conditions
inline constexpr std::size_t condition_node_limit = 512;
inline constexpr std::size_t condition_name_limit = 256;      ///< characters of a name or id
inline constexpr std::size_t condition_feedback_limit = 1024; ///< characters of a sentence

/// A `trigger_conditions` that was found well-formed. Immutable; a copy shares the compiled form.
/// Thread: any.
class Condition {
  public:
    /// Names of all objects that a snapshot must hold for this condition, regions too; sorted.
    std::vector<std::string> object_names() const;

    /// Names of the objects whose surface a snapshot should hold, since a predicate measures from
    /// it; sorted. Without it the faces of the object's box stand for it.
    std::vector<std::string> surface_names() const;

    /// Names of the objects whose mesh a snapshot must count, since a predicate asks for it;
    /// sorted.
    std::vector<std::string> mesh_names() const;

    /// The questions that it asks, in their order; each once.
    std::vector<Question> questions() const;

    /// Whether a snapshot must hold the view.
    bool needs_view() const;

    /// The same condition with less margin: a limit `max` of a distance or angle, a tolerance, and
    /// the width between `min` and `max` become `factor` of what they were. A mere minimum is no
    /// tolerance and stays, as do times, shares of the view and numbers of conditions. Below a
    /// "not" and below a count with "max" less margin would ask for less, so nothing changes there.
    /// `source()` stays the author's. Throws Failure (a programming error) unless `factor` is 0.5
    /// to 1.
    Condition tightened(double factor) const;

    /// The JSON it was compiled from.
    const Json &source() const;

    /// The compiled form, for the tracker.
    const Program &program() const { return *program_; }

  private:
    friend Result<Condition> compile(const Json &, std::string_view);
    explicit Condition(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

    std::shared_ptr<const Program> program_;
};

/// Compiles a condition. Every node is an object with exactly one predicate member, and with "id"
/// and "feedback" (strings) if wished; `predicate_forms()` and docs/predicates.md tell them all. Of
/// `min` and `max` one may be missing. A unit stands wherever a length, angle or time does: a
/// number without one is rejected, never guessed.
///
/// Errors: Errc::invalid_argument, or Errc::limit_exceeded for depth, nodes and lengths; `field` is
/// the JSON path of the fault, beginning with `path`, and `remedy` lists what is allowed there.
/// Thread: any.
Result<Condition> compile(const Json &source, std::string_view path = "trigger_conditions");

} // namespace mvr::scene
