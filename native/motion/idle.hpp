#pragma once

#include <optional>
#include <span>

namespace mvr::motion {

/// How fast something moved from `seconds` on, until the next one.
struct TimedSpeed {
    double seconds = 0;
    double speed = 0;
};

/// Share of the time in which the speed lies below 2 % of its own median and the last input is
/// more than 5 s ago; in [0, 1]. The median is that of the speeds above zero: where somebody mostly
/// sits still, that of all is zero and nothing lies below it. Both lists are in order of time; time
/// before the first input counts from the first speed. Absent when no time passes. Thread: any.
std::optional<double> idle_share(std::span<const TimedSpeed> speeds,
                                 std::span<const double> input_seconds);

} // namespace mvr::motion
