#pragma once

#include "scene/object_state.hpp"
#include "scene/predicate_parts.hpp"
#include "scene/units.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// What was found and what is asked, e.g. "Gasket is 3.4 mm from Gasket seat" and "at most 2 mm is
/// allowed". `need` is empty where the parts of a condition say it.
struct Statement {
    std::string fact;
    std::string need;
};

/// "Fact; need."
std::string to_sentence(const Statement &statement);

/// Fact and need of one number; `subject` goes before the number, and `object` after its unit. Of a
/// number that is within its range there is no need to tell.
Statement number_statement(const std::string &subject, double value, const Range &range,
                           const std::string &object = "");

/// A value as a sentence tells it.
std::string describe(const Property &value);
/// "Steel, Brass", or "no material".
std::string describe(const std::vector<std::string> &names);
/// "(1, 2, 3)"
std::string describe(const Vec3 &v);

} // namespace mvr::scene
