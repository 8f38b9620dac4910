#include "scene/units.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace mvr::scene {
namespace {

constexpr std::array lengths{Unit{"mm", " mm", 1e-3}, Unit{"cm", " cm", 1e-2}, Unit{"m", " m", 1}};
constexpr std::array angles{Unit{"deg", "°", std::numbers::pi / 180}, Unit{"rad", " rad", 1}};
constexpr std::array times{Unit{"ms", " ms", 1e-3}, Unit{"s", " s", 1}, Unit{"min", " min", 60}};

} // namespace

std::span<const Unit> length_units() { return lengths; }

std::span<const Unit> angle_units() { return angles; }

std::span<const Unit> time_units() { return times; }

bool Range::reaches_min(double value) const
{
    return !min || value >= *min - tolerance - epsilon - relative * std::abs(*min);
}

bool Range::keeps_max(double value) const
{
    return !max || value <= *max + tolerance + epsilon + relative * std::abs(*max);
}

} // namespace mvr::scene
