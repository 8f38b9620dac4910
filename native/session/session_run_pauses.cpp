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
    for (CourseIndex i = 0; i < courses_.size(); ++i) {
        if (courses_[i].holds() && !holding_.contains(i)) fold().forget_running(courses_[i].id());
    }
    holding_.clear();
    clock_.resume(seconds);
}

bool SessionRun::resume_for_work(double seconds)
{
    if (!is_paused() || !scene_.has_staged_objects()) return false;
    holding_.clear();
    clock_.resume(seconds);
    return true;
}

} // namespace mvr::session
