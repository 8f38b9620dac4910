#include "store/unit_work.hpp"

#include "store/events/hint_shown.hpp"
#include "store/events/viewport_observed.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {

void UnitWork::add(WorkEntry entry)
{
    if (first_ms == 0) first_ms = entry.time_ms;
    if (progress_ms == 0) progress_ms = entry.time_ms;
    last_ms = entry.time_ms;
    entries.push_back(std::make_shared<const WorkEntry>(std::move(entry)));
    if (entries.size() <= most_work_entries) return;
    entries.erase(entries.begin());
    ++dropped;
}

void UnitWork::started(const std::string &session, TimeMs time_ms)
{
    WorkEntry entry;
    entry.time_ms = time_ms;
    entry.session_id = session;
    entry.kind = WorkKind::started;
    add(std::move(entry));
}

void UnitWork::ended(const std::string &session, TimeMs time_ms, const std::string &reason)
{
    WorkEntry entry;
    entry.time_ms = time_ms;
    entry.session_id = session;
    entry.kind = WorkKind::ended;
    entry.reason = reason;
    add(std::move(entry));
}

void UnitWork::hint(const HintShown &hint, TimeMs time_ms)
{
    WorkEntry entry;
    entry.time_ms = time_ms;
    entry.session_id = hint.session_id;
    entry.kind = WorkKind::hint;
    entry.hint_level = hint.level;
    entry.hint_offered = hint.offered;
    entry.hint_objective = hint.learning_objective;
    add(std::move(entry));
}

void UnitWork::step(const AssessmentEvaluated &step, TimeMs time_ms)
{
    // Each session counts its own time from 0; a step that says none adds none.
    const double before = step.session_id == session_id ? session_seconds : 0;
    const double worked = std::max(0.0, step.activity.total_seconds - before);
    session_id = step.session_id;
    session_seconds = before + worked;
    worked_seconds += worked;
    since_progress_seconds += worked;

    WorkEntry entry;
    entry.time_ms = time_ms;
    entry.session_id = step.session_id;
    entry.kind = WorkKind::step;
    entry.submitted = step.submitted;
    entry.tries = step.tries;
    entry.worked_seconds = session_seconds;
    add(std::move(entry));
    for (const ObservedTry &ended : step.tries)
        count(ended, time_ms);
}

void UnitWork::observed(const ViewportObserved &seen)
{
    attention.watched_seconds += seen.view.watched_seconds;
    for (const auto &[part, seconds] : seen.view.dwell_seconds)
        attention.dwell_seconds[part] += seconds;
    attention.last_view = seen.view;
    attention.last_work = seen.work;
}

void UnitWork::count(const ObservedTry &ended, TimeMs time_ms)
{
    CheckpointWork &work = checkpoints[ended.checkpoint_id];
    switch (ended.outcome) {
    case learning::TryOutcome::passed:
        if (work.passed == 0) {
            progress_ms = time_ms;
            since_progress_seconds = 0;
        }
        ++work.passed;
        work.own_passed += ended.own ? 1 : 0;
        work.failed_in_a_row = 0;
        work.failing_since_ms = 0;
        work.last_failure.clear();
        break;
    case learning::TryOutcome::failed:
        if (work.failed_in_a_row == 0) work.failing_since_ms = time_ms;
        ++work.failed;
        ++work.failed_in_a_row;
        work.last_failure = ended.unmet.empty() ? std::string() : ended.unmet.front();
        break;
    case learning::TryOutcome::abandoned: ++work.abandoned; break;
    }
}

} // namespace mvr::store
