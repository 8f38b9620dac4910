#include "store/folds.hpp"

#include "store/event_descriptions.hpp"

namespace mvr {

template <> struct Description<store::Reports> {
    using T = store::Reports;
    static constexpr std::tuple members{
        Member{"engagement", &T::engagement, "The latest report."},
        Member{"interaction", &T::interaction, "The latest report."},
        Member{"performance", &T::performance, "The latest report."},
        Member{"adaptation", &T::adaptation, "The latest adaptation of a unit."},
    };
};

} // namespace mvr

namespace mvr::store {
namespace {

void apply(LearnerState &learner, const Event &event)
{
    Reports &reports = learner.reports;
    if (const auto *engagement = std::get_if<EngagementReported>(&event.payload)) {
        reports.engagement = *engagement;
    } else if (const auto *interaction = std::get_if<InteractionReported>(&event.payload)) {
        reports.interaction = *interaction;
    } else if (const auto *performance = std::get_if<PerformanceReported>(&event.payload)) {
        reports.performance = *performance;
    } else if (const auto *adapted = std::get_if<SceneAdapted>(&event.payload)) {
        reports.adaptation = *adapted;
    }
}

Json save(const LearnerState &learner) { return to_json_value(learner.reports); }

bool load(LearnerState &learner, const Json &json)
{
    return read_json_value(json, learner.reports);
}

} // namespace

const Fold reports_fold{"reports", 1, apply, save, load};

} // namespace mvr::store
