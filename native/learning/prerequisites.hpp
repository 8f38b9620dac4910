#pragma once

// ∆, the order of a lesson: which unit needs which, and what a learner is ready for.

#include "support/result.hpp"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace mvr::learning {

/// A unit and the units that must be mastered before it.
struct Unit {
    std::string unit_id;
    std::vector<std::string> prerequisite_units;
};

/// Unit ids so that each comes after its prerequisites; among those that could come next, the
/// one authored first (so an order that is already right is returned unchanged).
///
/// Errors: Errc::invalid_argument for an empty or repeated id, a prerequisite that names no unit,
/// and a cycle (the message names all of it: `a -> b -> a`, each needing the next); `field` is
/// `units[2].unit_id` or `units[2].prerequisite_units[0]`. Thread: any.
Result<std::vector<std::string>> order_units(std::span<const Unit> units);

/// Units not mastered whose prerequisites are all mastered, in authored order ("outer fringe",
/// Doignon & Falmagne 1999). Thread: any.
std::vector<std::string> ready_units(std::span<const Unit> units,
                                     const std::set<std::string, std::less<>> &mastered);

} // namespace mvr::learning
