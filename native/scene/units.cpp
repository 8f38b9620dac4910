#include "scene/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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

std::string format_number(double value, int significant)
{
    if (!std::isfinite(value)) return "an unknown number of";
    if (std::abs(value) < 1e-9) return "0";
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    const int decimals = std::clamp(significant - 1 - magnitude, 0, 12);
    // to_chars, because the host program may have set a locale with a decimal comma.
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals);
    std::string text(buffer.data(), end.ptr);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

Compared compared(double value, double limit)
{
    for (int digits = 3;; ++digits) {
        Compared text{format_number(value, digits), format_number(limit, digits)};
        if (text.value != text.limit || digits == 12) return text;
    }
}

} // namespace mvr::scene
