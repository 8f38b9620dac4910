#include "store/folds.hpp"

#include "store/event_descriptions.hpp"

#include <algorithm>

namespace mvr {

template <> struct Description<store::UnitResults> {
    using T = store::UnitResults;
    static constexpr std::tuple members{
        Member{"best_score", &T::best_score, "In [0, 1]."},
        Member{"last_score", &T::last_score, "In [0, 1]."},
        Member{"last_checkpoint", &T::last_checkpoint, "Of the last try."},
        Member{"passed", &T::passed, "Checkpoints that were ever passed."},
        Member{"own_passed", &T::own_passed, "Checkpoints that were ever passed unaided."},
        Member{"checkpoints", &T::checkpoints, "Of the unit, as the latest step saw it."},
        Member{"self_corrections", &T::self_corrections, "Slips taken back at once."},
    };
};

} // namespace mvr

namespace mvr::store {
namespace {

void take(UnitResults &unit, const ObservedTry &ended)
{
    if (ended.outcome == learning::TryOutcome::abandoned) return;
    unit.best_score = std::max(unit.best_score, ended.score);
    unit.last_score = ended.score;
    unit.last_checkpoint = ended.checkpoint_id;
    unit.self_corrections += ended.self_corrections;
    if (ended.outcome != learning::TryOutcome::passed) return;
    unit.passed.insert(ended.checkpoint_id);
    if (ended.own) unit.own_passed.insert(ended.checkpoint_id);
}

void apply(LearnerState &learner, const Event &event)
{
    const auto *step = std::get_if<AssessmentEvaluated>(&event.payload);
    if (step == nullptr || step->tries.empty()) return;
    UnitResults &unit = learner.results[step->unit_id];
    for (const ObservedTry &ended : step->tries) // in the order in which the step has them
        take(unit, ended);
    // Steps of release 0.1.0 name them only where the unit was whole.
    if (!step->unit_checkpoints.empty()) unit.checkpoints = step->unit_checkpoints;
}

Json save(const LearnerState &learner) { return to_json_value(learner.results); }

bool load(LearnerState &learner, const Json &json)
{
    return read_json_value(json, learner.results);
}

} // namespace

const Fold results_fold{"results", 2, apply, save, load};

} // namespace mvr::store
