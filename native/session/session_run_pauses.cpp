#include "session/session_run.hpp"

// Pauses of a run, and what becomes of tries in them.

namespace mvr::session {

void SessionRun::pause(double seconds)
{
    if (is_paused()) return;
    clock_.pause(seconds);
    for (CourseIndex i = 0; i < courses_.size(); ++i) {
        if (courses_[i].holds()) holding_.add(i);
    }
}

void SessionRun::resume(double seconds)
{
    if (!is_paused()) return;
    rebase(seconds);
    drop_what_pause_completed();
    holding_.clear();
    moved_in_pause_.clear();
    clock_.resume(seconds);
}

bool SessionRun::resume_for_work(double seconds)
{
    if (!is_paused() || !scene_.has_staged_work()) return false;
    drop_what_pause_completed();
    holding_.clear();
    moved_in_pause_.clear();
    clock_.resume(seconds);
    return true;
}

/// The conditions are measured, and the tries hear nothing of it: none begins or ends in a pause.
/// What a tolerance makes true was done before the pause, unless it was changed in it.
void SessionRun::follow_in_pause(scene::ChangeCause cause)
{
    for (const CourseIndex i : concerned_) {
        CheckpointCourse &course = courses_[i];
        const bool held = course.holds();
        const auto state = course.reading().state;
        course.observe(scene_, active_seconds(), cause);
        course.settle();
        if (course.reading().state != state) moved_in_pause_.add(i);
        const bool is_allowed_now = cause == scene::ChangeCause::tolerance && !held;
        if (is_allowed_now && course.holds() && !moved_in_pause_.contains(i)) holding_.add(i);
    }
    concerned_.clear();
}

/// Tells the tries how everything stands now, after those that only the pause completed are gone.
void SessionRun::drop_what_pause_completed()
{
    learning::TryObservation now{.seconds = active_seconds(), .undone = false, .checkpoints = {}};
    for (CourseIndex i = 0; i < courses_.size(); ++i) {
        if (courses_[i].holds() && !holding_.contains(i)) {
            fold().forget_running(courses_[i].id());
            changed_.add(i);
        }
        now.checkpoints.push_back(courses_[i].reading());
        resting_.add(i); // as far as that is still so below
    }
    tell_ended(fold().observe(now));
    resting_.keep_if([this](CourseIndex i) {
        return courses_[i].holds() && fold().progress(courses_[i].id()).running;
    });
}

} // namespace mvr::session
