#include "motion/idle.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mvr::motion {
namespace {

constexpr double still_share = .02;
constexpr double still_after_seconds = 5;

double median_of_moving(std::span<const TimedSpeed> speeds)
{
    std::vector<double> moving;
    for (const TimedSpeed &each : speeds) {
        if (each.speed > 0) moving.push_back(each.speed);
    }
    if (moving.empty()) return 0;
    std::ranges::sort(moving);
    const std::size_t half = moving.size() / 2;
    return moving.size() % 2 ? moving[half] : (moving[half - 1] + moving[half]) / 2;
}

/// How long of [from, to) lies more than the limit behind the last input.
double without_input_seconds(double from, double to, double begin, std::span<const double> inputs)
{
    double sum = 0;
    auto next = std::ranges::upper_bound(inputs, from);
    double last = next == inputs.begin() ? begin : *(next - 1);
    while (true) {
        const double until = next == inputs.end() ? to : std::min(to, *next);
        sum += std::max(0.0, until - std::max(from, last + still_after_seconds));
        if (next == inputs.end() || *next >= to) return sum;
        last = *next++;
    }
}

} // namespace

std::optional<double> idle_share(std::span<const TimedSpeed> speeds,
                                 std::span<const double> input_seconds)
{
    if (speeds.size() < 2) return std::nullopt;
    const double begin = speeds.front().seconds;
    const double all_seconds = speeds.back().seconds - begin;
    if (!(all_seconds > 0)) return std::nullopt;
    const double median = median_of_moving(speeds);
    double idle_seconds = 0;
    for (std::size_t i = 0; i + 1 < speeds.size(); ++i) {
        const TimedSpeed &each = speeds[i];
        const bool is_still = each.speed <= 0 || each.speed < still_share * median;
        if (!is_still) continue;
        idle_seconds +=
            without_input_seconds(each.seconds, speeds[i + 1].seconds, begin, input_seconds);
    }
    return std::clamp(idle_seconds / all_seconds, 0.0, 1.0);
}

} // namespace mvr::motion
