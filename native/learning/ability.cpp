#include "learning/ability.hpp"

#include "learning/checks.hpp"

#include <algorithm>
#include <tuple>

namespace mvr::learning {
namespace {

constexpr double prior_variance = 1;
constexpr double drift_per_day = .01;

void check_item(double a, double b)
{
    require(std::isfinite(a) && a > 0, "discrimination must be a number above 0");
    require(std::isfinite(b), "difficulty must be a number");
}

} // namespace

double predict(const Ability &ability, double a, double b)
{
    return 1 / (1 + std::exp(-a * (ability.theta - b)));
}

Ability update(const Ability &ability, double a, double b, bool correct)
{
    return update_together(ability, {{a, b, correct}});
}

Ability update_together(const Ability &ability, std::vector<ItemOutcome> outcomes)
{
    require(std::isfinite(ability.theta) && ability.variance > 0, "ability must be finite");
    std::ranges::sort(outcomes, {}, [](const ItemOutcome &each) {
        return std::tuple(each.a, each.b, each.correct);
    });
    double gradient = 0;
    double information = 0;
    for (const auto &[a, b, correct] : outcomes) {
        check_item(a, b);
        const double p = predict(ability, a, b);
        gradient += a * ((correct ? 1 : 0) - p);
        information += a * a * p * (1 - p);
    }
    const double variance = 1 / (1 / ability.variance + information);
    return {ability.theta + variance * gradient, variance};
}

Ability drift(const Ability &ability, double days)
{
    require(std::isfinite(days) && days >= 0, "days must be a number of at least 0");
    return {ability.theta, std::min(prior_variance, ability.variance + drift_per_day * days)};
}

double ability_reading(const Ability &ability)
{
    return .5 * std::erfc(-ability.theta / std::sqrt(2.));
}

double standard_error(const Ability &ability) { return std::sqrt(ability.variance); }

double target_difficulty(const Ability &ability, double a, double target)
{
    check_item(a, 0);
    require(target > 0 && target < 1, "target must be between 0 and 1");
    return ability.theta - std::log(target / (1 - target)) / a;
}

} // namespace mvr::learning
