#include "session/session_run.hpp"

#include <utility>

// What the learner asks of a run by itself, not by work in the scene.

namespace mvr::session {

void SessionRun::look(double seconds, std::string_view checkpoint_id)
{
    const double now = clock_.advance(seconds);
    if (is_paused()) drop_what_pause_completed();
    tell_ended(checkpoint_id.empty() ? fold().look(now) : fold().look(now, checkpoint_id));
}

std::vector<std::string> SessionRun::submit(double seconds, std::string_view checkpoint_id)
{
    const double now = clock_.advance(seconds);
    if (is_paused()) drop_what_pause_completed();
    learning::Submission submission =
        checkpoint_id.empty() ? fold().submit(now) : fold().submit(now, checkpoint_id);
    tell_ended(std::move(submission.ended));
    return std::move(submission.not_begun);
}

void SessionRun::leave(double seconds)
{
    const double now = clock_.advance(seconds);
    if (is_paused()) drop_what_pause_completed();
    tell_ended(fold().leave(now));
}

void SessionRun::correction_shown(std::string_view checkpoint_id)
{
    fold().correction_shown(checkpoint_id, course(checkpoint_id).monitor().unmet_objects());
}

} // namespace mvr::session
