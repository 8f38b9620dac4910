#include "learning/assessment.hpp"

#include "learning/average.hpp"
#include "learning/checks.hpp"

namespace mvr::learning {

std::optional<double> assessment_reading(const ReportedAssessment &reported)
{
    return mean_filled({reported.competency_score, reported.skill_demonstration,
                        reported.learning_evidence_strength});
}

double observed_assessment(int successes, int attempts)
{
    require(successes >= 0 && successes <= attempts, "successes must be between 0 and attempts");
    return (successes + 1.) / (attempts + 2.);
}

} // namespace mvr::learning
