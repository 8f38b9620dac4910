#pragma once

#include "scene/units.hpp"

#include <limits>
#include <span>
#include <string>

namespace mvr::scene {

/// What kind of number a limit is: its units, its rounding, and the values that make sense.
struct Quantity {
    std::span<const Unit> units = {}; ///< empty: a plain number without a unit
    double epsilon_si = 0;
    double relative = relative_epsilon;
    double least_si = -std::numeric_limits<double>::infinity();
    double most_si = std::numeric_limits<double>::infinity();
    bool is_whole = false;
};

Quantity length_quantity();   ///< from 0
Quantity angle_quantity();    ///< between two directions, 0 to pi
Quantity tilt_quantity();     ///< between two lines, 0 to half of pi
Quantity turn_quantity();     ///< signed, any number of turns
Quantity path_quantity();     ///< of turning to and fro, from 0
Quantity factor_quantity();   ///< from 1, no unit
Quantity time_quantity();     ///< from 0
Quantity count_quantity();    ///< of things: a whole number, no unit
Quantity property_quantity(); ///< of a custom property: any number, no unit

/// "mm, cm, m"
std::string unit_names(std::span<const Unit> units);

} // namespace mvr::scene
