#pragma once

// For the sources of this room only.

#include "learning/checks.hpp"

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

} // namespace mvr::learning
