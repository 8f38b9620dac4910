#include "learning/knowledge.hpp"

#include "learning/checks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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

/// `times`·log(`ratio`), and nothing for no times even if the ratio is 0 or infinite.
double log_evidence(int times, double ratio) { return times == 0 ? 0 : times * std::log(ratio); }

/// Bayes' rule for several outcomes, by log-odds: products of many likelihoods would be 0.
double joint_posterior(double p_known, int passed, int failed, const BktParameters &parameters)
{
    if (passed + failed == 1) return posterior_known(p_known, passed == 1, parameters);
    const double odds = std::log(p_known / (1 - p_known)) +
                        log_evidence(passed, (1 - parameters.slip) / parameters.guess) +
                        log_evidence(failed, parameters.slip / (1 - parameters.guess));
    // Outcomes that the parameters call impossible leave the belief as it was.
    return std::isnan(odds) ? p_known : 1 / (1 + std::exp(-odds));
}

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
    return observe_together(skill, correct ? 1 : 0, correct ? 0 : 1, parameters);
}

SkillState observe_together(const SkillState &skill, int passed, int failed,
                            const BktParameters &parameters)
{
    require(in_unit_interval(skill.p_known), "p_known must be in [0, 1]");
    require(passed >= 0 && failed >= 0, "counts must not be negative");
    if (passed + failed == 0) return skill;
    const double known = joint_posterior(skill.p_known, passed, failed, parameters);
    return {known * (1 - parameters.forget) + (1 - known) * parameters.learn,
            skill.attempts + passed + failed, skill.successes + passed};
}

} // namespace mvr::learning
