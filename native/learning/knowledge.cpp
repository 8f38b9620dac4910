#include "learning/knowledge.hpp"

#include "learning/checks.hpp"

#include <algorithm>
#include <array>

namespace mvr::learning {
namespace {

struct Bound {
    const char *name;
    double value;
    double highest;
};

Error out_of_bounds(const Bound &bound)
{
    const std::string highest = bound.highest == 1 ? "1" : bound.highest == .5 ? "0.5" : "0.4";
    return {Errc::invalid_argument,
            std::string("The chance `") + bound.name + "` must lie between 0 and " + highest + ".",
            bound.name, "Give a chance from 0 to " + highest + "."};
}

double likelihood(bool correct, double p_correct) { return correct ? p_correct : 1 - p_correct; }

} // namespace

Result<BktParameters> checked(const BktParameters &parameters)
{
    const std::array bounds{
        Bound{"prior", parameters.prior, 1},   Bound{"learn", parameters.learn, 1},
        Bound{"guess", parameters.guess, .5},  Bound{"slip", parameters.slip, .4},
        Bound{"forget", parameters.forget, 1},
    };
    for (const Bound &bound : bounds)
        if (!within(bound.value, 0, bound.highest)) return out_of_bounds(bound);
    return parameters;
}

SkillState untried(const BktParameters &parameters) { return {parameters.prior, 0, 0}; }

double predict_correct(const SkillState &skill, const BktParameters &parameters)
{
    return skill.p_known * (1 - parameters.slip) + (1 - skill.p_known) * parameters.guess;
}

double posterior_known(double p_known, bool correct, const BktParameters &parameters)
{
    const double known = p_known * likelihood(correct, 1 - parameters.slip);
    const double unknown = (1 - p_known) * likelihood(correct, parameters.guess);
    if (known + unknown <= 0) return p_known;
    return known / (known + unknown);
}

SkillState observe(const SkillState &skill, bool correct, const BktParameters &parameters)
{
    require(in_unit_interval(skill.p_known), "p_known must be in [0, 1]");
    const double known = posterior_known(skill.p_known, correct, parameters);
    return {known * (1 - parameters.forget) + (1 - known) * parameters.learn, skill.attempts + 1,
            skill.successes + (correct ? 1 : 0)};
}

double reported_knowledge(int units_completed, int total_units, double prerequisite_satisfaction)
{
    require(units_completed >= 0 && total_units > 0, "unit counts must not be negative");
    require(in_unit_interval(prerequisite_satisfaction),
            "prerequisite_satisfaction must be in [0, 1]");
    const double completion = static_cast<double>(units_completed) / total_units;
    return std::clamp((completion + prerequisite_satisfaction) / 2, 0., 1.);
}

} // namespace mvr::learning
