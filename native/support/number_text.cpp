#include "support/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace mvr {

std::string format_number(double value, int significant)
{
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

int digits_to_tell_apart(double a, double b)
{
    constexpr int most = 12;
    int digits = usual_digits;
    while (digits < most && format_number(a, digits) == format_number(b, digits))
        ++digits;
    return digits;
}

} // namespace mvr
