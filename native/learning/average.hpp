#pragma once

// For the sources of this module only.

#include "learning/checks.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

namespace mvr::learning {

/// Mean of the values that are there, each in [0, 1]; empty if none is.
inline std::optional<double> mean_of_present(std::initializer_list<std::optional<double>> values)
{
    double sum = 0;
    int present = 0;
    for (const std::optional<double> &value : values) {
        if (!value) continue;
        require(in_unit_interval(*value), "a reported or measured value must be in [0, 1]");
        sum += *value;
        ++present;
    }
    if (present == 0) return std::nullopt;
    return sum / present;
}

/// The pathway specification's mean of reported values: .5 for each that is missing or not a
/// number, clipped to [0, 1]; empty if all are.
inline std::optional<double> mean_filled(std::initializer_list<std::optional<double>> values)
{
    double sum = 0;
    bool any = false;
    for (const std::optional<double> &value : values) {
        const bool present = value && std::isfinite(*value);
        sum += present ? *value : .5;
        any = any || present;
    }
    if (!any) return std::nullopt;
    return std::clamp(sum / static_cast<double>(values.size()), 0., 1.);
}

} // namespace mvr::learning
