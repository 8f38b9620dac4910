#pragma once

#include <string>

namespace mvr {

/// How many significant digits a number in a sentence has, unless it takes more to be true.
inline constexpr int usual_digits = 3;

/// `value` with so many significant digits or all digits before the point, without trailing zeros.
/// The point is a point in every locale. `value` is finite.
std::string format_number(double value, int significant = usual_digits);

/// The significant digits that it takes to tell two numbers apart in a text, `usual_digits` to 12.
int digits_to_tell_apart(double a, double b);

} // namespace mvr
