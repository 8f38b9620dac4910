#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace mvr::scene {

/// A unit as an author writes it, and how many SI units it is.
struct Unit {
    std::string_view name;   ///< in JSON, e.g. "deg"
    std::string_view symbol; ///< behind a number in a sentence, with its space: " mm", "°"
    double to_si = 1;

    double from_si(double value) const { return value / to_si; }
};

std::span<const Unit> length_units(); ///< mm, cm, m
std::span<const Unit> angle_units();  ///< deg, rad
std::span<const Unit> time_units();   ///< ms, s, min

/// How far a measured value may miss a limit by rounding alone. Blender keeps world matrices in
/// single precision: at some metres from the origin that is below 1e-6 m, and below 1e-6 rad in a
/// rotation.
inline constexpr double length_epsilon_m = 1e-6;
inline constexpr double angle_epsilon_rad = 1e-6;
inline constexpr double time_epsilon_seconds = 1e-6;
/// Of any limit, for what the arithmetic itself loses.
inline constexpr double relative_epsilon = 1e-9;
/// Of a custom property, which Blender may hold in single precision (24 bits, 6e-8).
inline constexpr double property_epsilon = 1e-7;

/// The values that a requirement allows. All numbers are in `unit`, so that evidence and sentences
/// show the author's own figures, not what is left of them after two conversions.
struct Range {
    std::optional<double> min = {};
    std::optional<double> max = {};
    double tolerance = 0; ///< widens both limits
    double epsilon = 0;   ///< widens both for rounding
    double relative = relative_epsilon;
    Unit unit = {};

    bool reaches_min(double value) const;
    bool keeps_max(double value) const;
    bool contains(double value) const { return reaches_min(value) && keeps_max(value); }
};

} // namespace mvr::scene
