#include "motion/smoothness.hpp"

#include "motion/fourier.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace mvr::motion {
namespace {

constexpr double highest_hz = 10;
constexpr double least_share = .05;
constexpr std::size_t padding_factor = 16; // 2^4

std::size_t spectrum_size(std::size_t samples) { return std::bit_ceil(samples) * padding_factor; }

bool can_be_measured(const SpeedProfile &profile)
{
    if (profile.rate_hz <= 0 || profile.speeds.size() < 3) return false;
    const double seconds = static_cast<double>(profile.speeds.size()) / profile.rate_hz;
    return seconds >= shortest_movement_seconds && std::ranges::max(profile.speeds) > 0;
}

} // namespace

std::optional<double> spectral_arc_length(const SpeedProfile &profile)
{
    if (!can_be_measured(profile)) return std::nullopt;
    const std::size_t size = spectrum_size(profile.speeds.size());
    std::vector<double> shares = magnitude_spectrum(profile.speeds, size);
    const double greatest = std::ranges::max(shares);
    const double bin_hz = profile.rate_hz / static_cast<double>(size);
    const auto inside = static_cast<std::size_t>(std::floor(highest_hz / bin_hz)) + 1;
    shares.resize(std::min(inside, shares.size()));
    for (double &share : shares)
        share /= greatest;
    const auto is_seen = [](double share) { return share >= least_share; };
    const auto first = std::ranges::find_if(shares, is_seen);
    const auto last = std::find_if(shares.rbegin(), shares.rend(), is_seen).base();
    const auto steps = std::distance(first, last) - 1;
    if (steps < 1) return std::nullopt;
    const double step = 1 / static_cast<double>(steps);
    double arc = 0;
    for (auto at = first + 1; at != last; ++at)
        arc += std::hypot(step, *at - *(at - 1));
    return -arc;
}

std::optional<double> log_dimensionless_jerk(const SpeedProfile &profile)
{
    if (!can_be_measured(profile)) return std::nullopt;
    const auto &v = profile.speeds;
    const double dt = 1 / profile.rate_hz;
    const double seconds = static_cast<double>(v.size()) * dt;
    double sum = 0;
    for (std::size_t i = 2; i < v.size(); ++i) {
        const double jerk = (v[i] - 2 * v[i - 1] + v[i - 2]) / (dt * dt);
        sum += jerk * jerk * dt;
    }
    const double peak = std::ranges::max(v);
    const double jerk = std::pow(seconds, 3) / (peak * peak) * sum;
    if (!(jerk > 0)) return std::nullopt;
    return -std::log(jerk);
}

double smoothness_share(double arc_length)
{
    return std::min(1.0, minimum_jerk_arc_length / arc_length);
}

} // namespace mvr::motion
