#include "tools/review.hpp"

#include "learning/duration.hpp"
#include "learning/unit_model.hpp"

#include <algorithm>
#include <set>

namespace mvr::tools {
namespace {

const AuthoredUnit *authored(const Lesson *lesson, const std::string &unit_id)
{
    if (lesson == nullptr) return nullptr;
    const auto found = std::ranges::find(lesson->units, unit_id, &AuthoredUnit::unit_id);
    return found == lesson->units.end() ? nullptr : &*found;
}

double seconds_of(const std::string &duration)
{
    auto parsed = learning::parse_duration(duration);
    if (!parsed) parsed = learning::parse_duration(learning::default_duration);
    return static_cast<double>(parsed->count());
}

int count_in(const std::set<std::string> &passed, const std::vector<std::string> &checkpoints)
{
    return static_cast<int>(std::ranges::count_if(
        checkpoints, [&](const std::string &one) { return passed.contains(one); }));
}

/// What the record says of a unit; nothing of one that it does not know.
template <class T> T part_of(const std::map<std::string, T> &by_unit, const std::string &unit_id)
{
    const auto found = by_unit.find(unit_id);
    return found == by_unit.end() ? T{} : found->second;
}

bool is_done(const store::LearnerState &learner, const std::string &unit_id, const UnitScope &scope)
{
    return learning::unit_done(part_of(learner.results, unit_id).own_passed, scope.checkpoints);
}

} // namespace

UnitScope scope_of(const Lesson *lesson, const store::LearnerState &learner,
                   const std::string &unit_id)
{
    UnitScope scope;
    const AuthoredUnit *unit = authored(lesson, unit_id);
    scope.duration_seconds = seconds_of(unit != nullptr ? unit->estimated_duration : "");
    if (unit == nullptr) {
        scope.checkpoints = part_of(learner.results, unit_id).checkpoints;
        return scope;
    }
    for (const AuthoredTrigger &trigger : unit->triggers) {
        if (!trigger.trigger_conditions.members.empty())
            scope.checkpoints.push_back(trigger.checkpoint_id);
    }
    return scope;
}

UnitReview unit_review(const store::LearnerState &learner, const std::string &unit_id,
                       const UnitScope &scope)
{
    const store::UnitResults results = part_of(learner.results, unit_id);
    const store::UnitWork work = part_of(learner.works, unit_id);
    UnitReview review;
    review.unit_id = unit_id;
    if (is_done(learner, unit_id, scope)) review.state = WorkState::done;
    if (const auto *model = learning::find_unit(learner.model, unit_id)) {
        review.tries = model->counts.tries();
        review.own_passes = model->counts.own_passes;
        review.helped_passes = model->counts.other_passes;
        review.failed = model->counts.failed;
        review.hints = model->hints;
    }
    for (const auto &[checkpoint, tries] : work.checkpoints)
        review.abandoned += tries.abandoned;
    review.self_corrections = results.self_corrections;
    review.checkpoints = static_cast<int>(scope.checkpoints.size());
    review.passed_checkpoints = count_in(results.passed, scope.checkpoints);
    review.own_passed_checkpoints = count_in(results.own_passed, scope.checkpoints);
    review.worked_seconds = work.worked_seconds;
    review.best_score = results.best_score;
    review.first_seen = iso8601(work.first_ms);
    review.last_seen = iso8601(work.last_ms);
    return review;
}

std::vector<Stuck> stuck_of(const store::LearnerState &learner, const std::string &unit_id,
                            const UnitScope &scope)
{
    const auto work = learner.works.find(unit_id);
    if (work == learner.works.end() || is_done(learner, unit_id, scope)) return {};
    return stuck_in(unit_id, work->second, scope);
}

std::string title_of(const Lesson *lesson, const std::string &unit_id)
{
    const AuthoredUnit *unit = authored(lesson, unit_id);
    return unit != nullptr && !unit->title.empty() ? unit->title : unit_id;
}

} // namespace mvr::tools
