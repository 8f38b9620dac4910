#include "session/session_run.hpp"

#include <algorithm>
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

Result<void> SessionRun::set_answer(std::string_view question, scene::Answer answer)
{
    std::string_view why = "No checkpoint asks this question.";
    bool is_asked = false;
    for (const CheckpointCourse &course : courses_) {
        const auto asked = course.monitor().questions();
        const auto found = std::ranges::find(asked, question, &scene::Question::text);
        if (found == asked.end()) continue;
        is_asked = true;
        why = scene::why_unfit(*found, answer);
        if (why.empty()) break; // one question may stand in several checkpoints, and differ there
    }
    if (!is_asked)
        return Error{Errc::not_found, std::string(why), "question", "Ask questions() for them."};
    if (!why.empty()) {
        return Error{Errc::invalid_argument, std::string(why), "value",
                     "Answer with what the question offers."};
    }
    scene_.set_answer(question, std::move(answer));
    return {};
}

std::vector<AskedQuestion> SessionRun::questions() const
{
    std::vector<AskedQuestion> all;
    for (const CheckpointCourse &course : courses_) {
        for (scene::Question &asked : course.monitor().questions()) {
            const auto given = scene_.answers().find(asked.text);
            const bool is_given = given != scene_.answers().end();
            all.push_back({course.id(), std::move(asked),
                           is_given ? std::optional(given->second) : std::nullopt});
        }
    }
    return all;
}

void SessionRun::correction_shown(std::string_view checkpoint_id)
{
    fold().correction_shown(checkpoint_id, course(checkpoint_id).monitor().unmet_objects());
}

} // namespace mvr::session
