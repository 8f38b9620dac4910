#include "scene/evaluate.hpp"

#include <cmath>
#include <numbers>

namespace mvr::scene {
namespace {

std::string tolerance_words(const Range &range)
{
    if (range.tolerance <= 0) return "";
    return " (± " + to_words(range.tolerance) + std::string(range.unit.symbol) + ")";
}

/// A share as a percentage, so that "0.2 of the view" reads as people say it.
Range in_percent(const Range &share)
{
    return {.min = *share.min * 100, .epsilon = share.epsilon * 100, .unit = {"%", " %", 0.01}};
}

} // namespace

Words number_words(const std::string &subject, double value, const Range &range,
                   const std::string &object)
{
    const std::string unit(range.unit.symbol);
    Compared said{to_words(value), ""};
    std::string need;
    if (!range.reaches_min(value)) {
        said = compared(value, *range.min);
        need = "at least " + said.limit + unit + tolerance_words(range) + " is needed";
    } else if (!range.keeps_max(value)) {
        said = compared(value, *range.max);
        need = "at most " + said.limit + unit + tolerance_words(range) + " is allowed";
    }
    return {subject + " " + said.value + unit + (object.empty() ? "" : " ") + object, need};
}

Words view_words(const std::string &object, const InView &test, const ViewMeasure &seen)
{
    if (!seen.in_front) return {object + " is behind the view", "turn towards it"};
    if (std::abs(seen.horizontal) > 1 + length_epsilon_m ||
        std::abs(seen.vertical) > 1 + length_epsilon_m) {
        return {object + " is outside the view", "bring it into view"};
    }
    const auto fails = [](const std::optional<Range> &range, double value) {
        return range && !range->contains(value);
    };
    if (test.distance) {
        const double distance = test.distance->unit.from_si(seen.distance_m);
        if (fails(test.distance, distance)) {
            return number_words(object + " is", distance, *test.distance, "away from the eye");
        }
    }
    if (test.facing_angle) {
        const double angle = test.facing_angle->unit.from_si(seen.facing_rad);
        if (fails(test.facing_angle, angle)) {
            return number_words(object + " is turned", angle, *test.facing_angle,
                                "away from the eye");
        }
    }
    if (fails(test.screen_fraction, seen.screen_fraction)) {
        return number_words(object + " fills", seen.screen_fraction * 100,
                            in_percent(*test.screen_fraction), "of the view's height");
    }
    return {object + " is in view", ""};
}

} // namespace mvr::scene
