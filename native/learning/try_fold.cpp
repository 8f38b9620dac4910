#include "learning/try_fold.hpp"

#include "learning/checks.hpp"

#include <algorithm>
#include <utility>

namespace mvr::learning {
TryFold::TryFold(const TryObservation &start) : seconds_(start.seconds)
{
    for (const CheckpointReading &reading : start.checkpoints) {
        TryCourse course;
        course.last = reading;
        course.is_to_be_kept = holds(reading);
        course.changed_seconds = seconds_;
        const bool added = courses_.emplace(reading.checkpoint_id, std::move(course)).second;
        require(added, "a checkpoint is named twice");
    }
}

std::vector<FinishedTry> TryFold::observe(const TryObservation &now)
{
    advance(now.seconds);
    std::map<std::string, FinishedTry> ended;
    for (const CheckpointReading &reading : now.checkpoints) {
        if (auto done = follow(course_of(reading.checkpoint_id), reading, now.undone)) {
            ended.emplace(reading.checkpoint_id, std::move(*done));
        }
    }
    std::vector<FinishedTry> sorted;
    sorted.reserve(ended.size());
    for (auto &entry : ended)
        sorted.push_back(std::move(entry.second));
    return sorted;
}

std::optional<FinishedTry> TryFold::follow(TryCourse &course, const CheckpointReading &now,
                                           bool undone)
{
    if (did_something(now)) {
        course.changed = true;
        course.changed_seconds = seconds_;
    }
    if (now.looked && !undone && !course.looked_seconds) course.looked_seconds = seconds_;
    std::optional<FinishedTry> ended;
    if (course.running) {
        course.is_slip_left = !undone && (course.is_slip_left || course.leaves_slip(now));
        if (course.is_slip_left && !is_held_) {
            ended = end(course, TryOutcome::failed, TryCause::slip_left);
        } else {
            course.follow_running(now, undone);
        }
    } else if (course.begins(now, undone)) {
        begin(course, now);
    }
    // Time alone made it true: like what held from the start, it is to be left as it is.
    const bool came_of_time =
        !course.running && !holds(course.last) && now.state == course.last.state;
    if (came_of_time && holds(now) && !did_something(now)) course.is_to_be_kept = true;
    course.last = now;
    const bool at_rest = seconds_ - course.changed_seconds >= try_rest_seconds;
    if (course.running && holds(now) && at_rest && !is_held_)
        ended = end(course, TryOutcome::passed, TryCause::held);
    return ended;
}

void TryFold::begin(TryCourse &course, const CheckpointReading &now)
{
    course.running = FinishedTry{.checkpoint_id = now.checkpoint_id, .began_seconds = seconds_};
    if (course.suspended) {
        course.running->slips = course.suspended->slips;
        course.running->self_corrected = course.suspended->self_corrected;
        course.running->corrected = course.suspended->corrected;
        course.suspended.reset();
    } else {
        course.touched.clear();
    }
    course.touched.insert(now.changed.begin(), now.changed.end());
    course.state_before = course.last.state;
    if (now.broken) course.slip(now);
    if (!first_begun_seconds_) first_begun_seconds_ = seconds_;
}

FinishedTry TryFold::end(TryCourse &course, TryOutcome ending, TryCause cause)
{
    FinishedTry done = *std::exchange(course.running, std::nullopt);
    done.ending = ending;
    done.cause = cause;
    done.ended_seconds = seconds_;
    done.last_level_hint = last_level_hint_ || course.last_level_hint;
    course.looked_seconds.reset();
    course.is_slip_left = false;
    course.ended_one = true;
    course.last_passed = ending == TryOutcome::passed;
    return done;
}

std::optional<FinishedTry> TryFold::look_at(TryCourse &course)
{
    course.changed = false;
    if (!course.running || !holds(course.last) || is_held_) return std::nullopt;
    return end(course, TryOutcome::passed, TryCause::held);
}

std::vector<FinishedTry> TryFold::look(double seconds)
{
    advance(seconds);
    std::vector<FinishedTry> ended;
    for (auto &[id, course] : courses_) {
        if (auto done = look_at(course)) ended.push_back(std::move(*done));
    }
    return ended;
}

std::vector<FinishedTry> TryFold::look(double seconds, std::string_view checkpoint_id)
{
    advance(seconds);
    std::vector<FinishedTry> ended;
    if (auto done = look_at(course_of(checkpoint_id))) ended.push_back(std::move(*done));
    return ended;
}

Submission TryFold::submit(double seconds)
{
    advance(seconds);
    Submission submission;
    for (auto &[id, course] : courses_)
        submit_one(course, submission);
    return submission;
}

Submission TryFold::submit(double seconds, std::string_view checkpoint_id)
{
    advance(seconds);
    Submission submission;
    submit_one(course_of(checkpoint_id), submission);
    return submission;
}

void TryFold::submit_one(TryCourse &course, Submission &submission)
{
    const bool was_kept = course.is_to_be_kept && holds(course.last) && first_begun_seconds_;
    if (!course.running && !course.ended_one && was_kept) {
        course.running = FinishedTry{.checkpoint_id = course.last.checkpoint_id,
                                     .began_seconds = *first_begun_seconds_};
    }
    if (!course.running && course.looked_in_vain()) {
        course.running = FinishedTry{.checkpoint_id = course.last.checkpoint_id,
                                     .began_seconds = *course.looked_seconds};
    }
    if (!course.running) {
        if (!course.ended_one) submission.not_begun.push_back(course.last.checkpoint_id);
        course.changed = false;
        return;
    }
    if (auto passed = look_at(course)) {
        submission.ended.push_back(std::move(*passed));
        return;
    }
    submission.ended.push_back(end(course, TryOutcome::failed, TryCause::submitted));
}

std::vector<FinishedTry> TryFold::leave(double seconds)
{
    std::vector<FinishedTry> ended = look(seconds);
    for (auto &[id, course] : courses_) {
        if (!course.running) continue;
        ended.push_back(end(course, TryOutcome::abandoned, TryCause::unit_left));
    }
    std::ranges::sort(ended, {}, &FinishedTry::checkpoint_id);
    return ended;
}

void TryFold::forget_running(std::string_view checkpoint_id)
{
    course_of(checkpoint_id).running.reset();
}

void TryFold::hint_shown(bool last_level, std::string_view checkpoint_id)
{
    bool &is_shown =
        checkpoint_id.empty() ? last_level_hint_ : course_of(checkpoint_id).last_level_hint;
    is_shown = is_shown || last_level;
}

void TryFold::correction_shown(std::string_view checkpoint_id, std::span<const std::string> about)
{
    TryCourse &course = course_of(checkpoint_id);
    if (!course.running) return;
    const bool is_about_work = std::ranges::any_of(
        about, [&](const std::string &object) { return course.touched.contains(object); });
    if (course.last.broken || is_about_work) course.running->corrected = true;
}

TryProgress TryFold::progress(std::string_view checkpoint_id) const
{
    const auto found = courses_.find(checkpoint_id);
    require(found != courses_.end(), "the checkpoint is not in the unit");
    return found->second.progress();
}

std::vector<std::string> TryFold::checkpoints() const
{
    std::vector<std::string> ids;
    ids.reserve(courses_.size());
    for (const auto &[id, course] : courses_)
        ids.push_back(id);
    return ids;
}

TryCourse &TryFold::course_of(std::string_view checkpoint_id)
{
    const auto found = courses_.find(checkpoint_id);
    require(found != courses_.end(), "the checkpoint is not in the unit");
    return found->second;
}

void TryFold::advance(double seconds) { seconds_ = std::max(seconds_, seconds); }

} // namespace mvr::learning
