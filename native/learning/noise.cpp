#include "learning/noise.hpp"

#include <cmath>
#include <numbers>

namespace mvr::learning {

std::uint64_t ExplorationNoise::next_bits()
{
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

double ExplorationNoise::next()
{
    // 53 bits fill a double's mantissa; the + 1 keeps 0 away from the logarithm.
    const double u1 = static_cast<double>((next_bits() >> 11) + 1) * 0x1p-53;
    const double u2 = static_cast<double>(next_bits() >> 11) * 0x1p-53;
    return standard_deviation * std::sqrt(-2 * std::log(u1)) * std::cos(2 * std::numbers::pi * u2);
}

} // namespace mvr::learning
