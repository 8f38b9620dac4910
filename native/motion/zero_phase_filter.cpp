#include "motion/zero_phase_filter.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace mvr::motion {
namespace {

constexpr std::size_t padding = 9; // three times the filter's length

struct Biquad {
    double b0, b1, b2, a1, a2;
};

Biquad butterworth(double rate_hz, double cut_off_hz)
{
    const double warped = std::tan(std::numbers::pi * cut_off_hz / rate_hz);
    const double squared = warped * warped;
    const double scale = 1 / (1 + std::numbers::sqrt2 * warped + squared);
    return {squared * scale, 2 * squared * scale, squared * scale, 2 * (squared - 1) * scale,
            (1 - std::numbers::sqrt2 * warped + squared) * scale};
}

/// In place; transposed direct form II, from the state that a long constant `values[0]` leaves.
void run(const Biquad &f, std::vector<double> &values)
{
    double second = (f.b2 - f.a2) * values.front();
    double first = (f.b1 - f.a1) * values.front() + second;
    for (double &value : values) {
        const double in = value;
        value = f.b0 * in + first;
        first = f.b1 * in - f.a1 * value + second;
        second = f.b2 * in - f.a2 * value;
    }
}

std::vector<double> extended(std::span<const double> values)
{
    std::vector<double> all;
    all.reserve(values.size() + 2 * padding);
    for (std::size_t i = padding; i > 0; --i)
        all.push_back(2 * values.front() - values[i]);
    all.insert(all.end(), values.begin(), values.end());
    for (std::size_t i = 1; i <= padding; ++i)
        all.push_back(2 * values.back() - values[values.size() - 1 - i]);
    return all;
}

} // namespace

std::vector<double> low_passed(std::span<const double> values, double rate_hz, double cut_off_hz)
{
    if (!(cut_off_hz > 0 && cut_off_hz < rate_hz / 2))
        throw Failure({Errc::internal, "the cut-off must lie below half of the rate", "", ""});
    if (values.size() <= padding) return {};
    const Biquad filter = butterworth(rate_hz, cut_off_hz);
    std::vector<double> all = extended(values);
    for (int pass = 0; pass < 2; ++pass) { // the second one runs backwards
        run(filter, all);
        std::ranges::reverse(all);
    }
    return {all.begin() + padding, all.end() - padding};
}

} // namespace mvr::motion
