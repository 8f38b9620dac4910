#include "learning/engagement.hpp"

#include "learning/average.hpp"
#include "learning/checks.hpp"

#include <algorithm>

namespace mvr::learning {

std::optional<double> engagement_reading(const ReportedEngagement &reported)
{
    return mean_filled(
        {reported.attention_level, reported.interaction_quality, reported.flow_state_indicators});
}

std::optional<double> observed_engagement(const ObservedActivity &activity)
{
    const double active = activity.active_seconds;
    const double total = activity.total_seconds;
    require(std::isfinite(active) && active >= 0, "active_seconds must be a number of at least 0");
    require(std::isfinite(total) && total >= 0, "total_seconds must be a number of at least 0");
    require(activity.hints_used >= 0 && activity.attempts >= 0, "counts must not be negative");
    if (total <= 0) return std::nullopt;

    const double on_task = std::min(1., active / total);
    const double hints_per_attempt =
        static_cast<double>(activity.hints_used) / std::max(1, activity.attempts);
    return on_task / (1 + std::max(0., hints_per_attempt - 1));
}

} // namespace mvr::learning
