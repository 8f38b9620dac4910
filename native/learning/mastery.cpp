#include "learning/mastery.hpp"

#include "learning/checks.hpp"

#include <boost/math/special_functions/beta.hpp>

namespace mvr::learning {
namespace {

struct Counts {
    double successes;
    double failures;
};

// Checked here, so Boost's own domain errors (exceptions of its types) cannot arise.
Counts posterior_counts(int successes, int failures, const BetaPrior &prior, double share)
{
    require(successes >= 0 && failures >= 0, "counts must not be negative");
    require(prior.successes > 0 && prior.failures > 0, "prior counts must be above 0");
    require(share > 0 && share < 1, "threshold and tail must be between 0 and 1");
    return {successes + prior.successes, failures + prior.failures};
}

} // namespace

double probability_mastered(const SkillState &skill, const BktParameters &parameters,
                            double threshold)
{
    if (parameters.guess >= threshold) return 1;
    return 1 - parameters.slip >= threshold ? skill.p_known : 0;
}

double success_rate_probability(int successes, int failures, double threshold,
                                const BetaPrior &prior)
{
    const Counts counts = posterior_counts(successes, failures, prior, threshold);
    return boost::math::ibetac(counts.successes, counts.failures, threshold);
}

double success_rate_lower_bound(int successes, int failures, double tail, const BetaPrior &prior)
{
    const Counts counts = posterior_counts(successes, failures, prior, tail);
    return boost::math::ibeta_inv(counts.successes, counts.failures, tail);
}

} // namespace mvr::learning
