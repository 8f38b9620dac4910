#pragma once

// For the sources of this module only: numbers that are computed before they come here are checked,
// and a wrong one is a mistake of the caller, not of a person.

#include "support/error.hpp"

#include <cmath>
#include <string>

namespace mvr::learning {

inline void require(bool holds, const char *what)
{
    if (!holds) throw Failure({Errc::internal, std::string("learning: ") + what, "", ""});
}

/// False for NaN.
inline bool within(double value, double low, double high) { return value >= low && value <= high; }

inline bool in_unit_interval(double value) { return within(value, 0, 1); }

} // namespace mvr::learning
