#include "store/folds.hpp"

#include "learning/learner_fold.hpp"
#include "learning/seed_rule.hpp"
#include "store/learning_descriptions.hpp"
#include "store/profile_traits.hpp"

#include <optional>
#include <vector>

namespace mvr::store {
namespace {

using learning::LearnerModel;

void take(LearnerModel &model, const LearnerProfileSet &profile)
{
    learning::set_profile(model, {traits_of(profile.static_profile, profile.dynamic_profile),
                                  profile.learner_model_weight,
                                  {profile.alpha_baseline, profile.beta_exploration}});
}

void take(LearnerModel &model, const SessionStarted &started)
{
    learning::start_phase(model, started.unit_id, started.learning_event);
}

void take(LearnerModel &model, const AssessmentEvaluated &step)
{
    std::vector<learning::EndedTry> ended;
    ended.reserve(step.tries.size());
    for (const ObservedTry &each : step.tries) {
        ended.push_back({each.checkpoint_id, each.skill, each.item_difficulty, each.outcome,
                         each.last_level_hint, each.corrected});
    }
    if (ended.empty()) return;
    std::optional<learning::Activity> activity;
    if (step.activity.total_seconds > 0)
        activity = {step.activity.active_seconds, step.activity.total_seconds};
    learning::end_tries(model, step.unit_id, ended, activity);
}

void take(LearnerModel &model, const HintShown &hint)
{
    learning::show_hint(model, hint.unit_id, hint.last_level);
}

void take(LearnerModel &model, const EngagementReported &reported)
{
    if (reported.score) learning::report_engagement(model, *reported.score);
}

void take(LearnerModel &model, const TransitionDecided &decided)
{
    if (decided.seed) {
        learning::apply_seed_decision(model,
                                      {decided.seed->state_after, decided.seed->noise_state});
    } else if (!decided.unit_id.empty()) {
        learning::apply_decision(model, decided.unit_id, decided.decided);
    }
}

template <class Other> void take(LearnerModel &, const Other &) {}

void apply(LearnerState &learner, const Event &event)
{
    std::visit([&](const auto &payload) { take(learner.model, payload); }, event.payload);
}

Json save(const LearnerState &learner) { return to_json_value(learner.model); }

bool load(LearnerState &learner, const Json &json) { return read_json_value(json, learner.model); }

} // namespace

const Fold progress_fold{"progress", 3, apply, save, load};

} // namespace mvr::store
