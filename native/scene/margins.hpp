#pragma once

#include "scene/condition.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// How exactly a condition wants an object placed.
struct Margin {
    std::string object; ///< what is placed
    std::string to;     ///< the object that it is placed at; empty for a point
    double width_m = 0; ///< of what is enough, from one limit to the other
};

/// The limits of lengths that leave a width between them, in the order in which they were written.
/// A mere minimum leaves any width, and below a "not" or a count with "max" a limit is none that
/// has to be met; both are left out. Thread: any.
std::vector<Margin> margins(const Condition &condition);

} // namespace mvr::scene
