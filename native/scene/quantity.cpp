#include "scene/quantity.hpp"

#include <numbers>

namespace mvr::scene {

Quantity length_quantity()
{
    return {.units = length_units(), .epsilon_si = length_epsilon_m, .least_si = 0};
}

Quantity angle_quantity()
{
    return {.units = angle_units(),
            .epsilon_si = angle_epsilon_rad,
            .least_si = 0,
            .most_si = std::numbers::pi};
}

Quantity tilt_quantity()
{
    Quantity tilt = angle_quantity();
    tilt.most_si = std::numbers::pi / 2;
    return tilt;
}

Quantity turn_quantity() { return {.units = angle_units(), .epsilon_si = angle_epsilon_rad}; }

Quantity path_quantity()
{
    Quantity path = turn_quantity();
    path.least_si = 0;
    return path;
}

Quantity factor_quantity() { return {.least_si = 1}; }

Quantity time_quantity()
{
    return {.units = time_units(), .epsilon_si = time_epsilon_seconds, .least_si = 0};
}

Quantity count_quantity() { return {.least_si = 0, .is_whole = true}; }

Quantity property_quantity() { return {.relative = property_epsilon}; }

std::string unit_names(std::span<const Unit> units)
{
    std::string text;
    for (const Unit &unit : units) {
        if (!text.empty()) text += ", ";
        text += unit.name;
    }
    return text;
}

} // namespace mvr::scene
