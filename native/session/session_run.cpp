#include "session/session_run.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <utility>

namespace mvr::session {
namespace {

void require(bool holds, const char *what)
{
    if (!holds) throw Failure({Errc::internal, std::string("session: ") + what, "", ""});
}

std::vector<CheckpointCourse> courses_of(std::vector<Checkpoint> checkpoints,
                                         scene::SceneState &scene)
{
    std::vector<CheckpointCourse> courses;
    courses.reserve(checkpoints.size());
    for (Checkpoint &checkpoint : checkpoints)
        courses.emplace_back(std::move(checkpoint), scene);
    return courses;
}

} // namespace

SessionRun::SessionRun(std::vector<Checkpoint> checkpoints, std::vector<Rule> rules)
    : courses_(courses_of(std::move(checkpoints), scene_)), rules_(std::move(rules), scene_),
      concerned_(courses_.size()), resting_(courses_.size()), changed_(courses_.size()),
      holding_(courses_.size()), moved_in_pause_(courses_.size())
{
    for (CourseIndex i = 0; i < courses_.size(); ++i)
        require(indices_.emplace(courses_[i].id(), i).second, "a checkpoint is named twice");
    find_dependents();
}

void SessionRun::find_dependents()
{
    dependents_.resize(scene_.places());
    for (CourseIndex i = 0; i < courses_.size(); ++i) {
        const scene::ConditionMonitor &monitor = courses_[i].monitor();
        for (const scene::ObjectPlace place : monitor.places())
            dependents_[place].push_back(i);
        std::set<scene::Beside> asked = monitor.besides();
        asked.erase(scene::Beside::nothing);
        if (!asked.empty() || monitor.depends_on_time()) on_surroundings_.push_back(i);
        besides_.merge(asked);
    }
}

void SessionRun::start(double seconds)
{
    require(!fold_, "the run has started already");
    clock_.start(seconds);
    scene_.observe();
    rules_.start(scene_);
    learning::TryObservation start;
    for (CheckpointCourse &course : courses_) {
        course.observe(scene_, 0, scene::ChangeCause::learner);
        course.settle();
        start.checkpoints.push_back(course.reading());
    }
    fold_.emplace(start);
}

void SessionRun::set_held(bool is_held)
{
    is_let_go_ = is_let_go_ || (is_held_ && !is_held);
    is_held_ = is_held;
    fold().set_held(is_held);
}

void SessionRun::observe(double seconds, bool undone)
{
    if (is_paused()) {
        rebase(seconds);
        return;
    }
    fold(); // which is there from the start on
    const double now = clock_.advance(seconds);
    scene_.observe();
    meter_.observe(scene_, now);
    follow(undone ? scene::ChangeCause::undo : scene::ChangeCause::learner);
}

void SessionRun::rebase(double seconds)
{
    fold(); // which is there from the start on
    const double now = clock_.advance(seconds);
    scene_.rebase();
    meter_.rebase(scene_, now);
    follow(scene::ChangeCause::program);
}

void SessionRun::collect_concerned(scene::ChangeCause cause)
{
    for (const scene::ObjectPlace place : scene_.changed_objects()) {
        if (place >= dependents_.size()) continue; // named by no condition
        for (const CourseIndex i : dependents_[place])
            concern(i);
    }
    for (const CourseIndex i : on_surroundings_) {
        if (courses_[i].monitor().is_concerned_by_surroundings(scene_)) concern(i);
    }
    const bool all = cause == scene::ChangeCause::tolerance;
    for (CourseIndex i = 0; all && i < courses_.size(); ++i)
        concern(i);
}

void SessionRun::concern(CourseIndex index)
{
    concerned_.add(index);
    changed_.add(index);
}

void SessionRun::follow(scene::ChangeCause cause)
{
    follow_rules(cause);
    collect_concerned(cause);
    if (is_paused()) return follow_in_pause(cause);
    learning::TryObservation now{.seconds = active_seconds(),
                                 .undone = cause == scene::ChangeCause::undo,
                                 .checkpoints = {}};
    const bool is_let_go = std::exchange(is_let_go_, false);
    for (CourseIndex i = 0; is_let_go && i < courses_.size(); ++i)
        resting_.add(i); // as far as that is still so below
    for (const CourseIndex i : resting_) {
        if (!concerned_.contains(i)) now.checkpoints.push_back(courses_[i].reading());
    }
    for (const CourseIndex i : concerned_) {
        CheckpointCourse &course = courses_[i];
        const bool is_news = course.observe(scene_, now.seconds, cause);
        // One at rest is reported again: that it still rests is what ends its try.
        if (!is_news && !resting_.contains(i)) continue;
        tell_slip(course, cause);
        now.checkpoints.push_back(course.reading());
        resting_.add(i); // as far as that is still so below
    }
    tell_ended(fold().observe(now));
    for (const CourseIndex i : concerned_)
        courses_[i].settle();
    concerned_.clear();
    resting_.keep_if([this](CourseIndex i) {
        return courses_[i].holds() && fold().progress(courses_[i].id()).running;
    });
}

void SessionRun::follow_rules(scene::ChangeCause cause)
{
    for (RuleBroken &broken : rules_.observe(scene_, active_seconds(), cause))
        outcomes_.emplace_back(std::move(broken));
}

void SessionRun::tell_slip(const CheckpointCourse &course, scene::ChangeCause cause)
{
    const bool is_broken = course.reading().broken;
    if (is_broken == course.was_broken()) return;
    if (is_broken) {
        outcomes_.emplace_back(
            OrderBroken{course.id(), active_seconds(), course.monitor().violation_sentences()});
    } else if (cause == scene::ChangeCause::undo) {
        outcomes_.emplace_back(SlipCorrected{course.id(), active_seconds()});
    }
}

void SessionRun::tell_ended(std::vector<learning::FinishedTry> ended)
{
    for (learning::FinishedTry &finished : ended) {
        const CourseIndex index = index_of(finished.checkpoint_id);
        const auto since = courses_[index].monitor().held_since_seconds();
        changed_.add(index);
        const bool passed = finished.ending == learning::TryOutcome::passed;
        const double dwell = passed && since ? finished.ended_seconds - *since : 0;
        std::string id = finished.checkpoint_id;
        outcomes_.emplace_back(TryEnded{std::move(id), std::move(finished), dwell});
    }
}

void SessionRun::set_tolerance_factor(double factor)
{
    observe(clock_.caller_seconds(active_seconds())); // what was done until now: by the old factor
    for (CheckpointCourse &course : courses_)
        course.monitor().set_tolerance_factor(factor);
    rules_.set_tolerance_factor(factor);
    scene_.observe(); // nothing changed since then
    follow(scene::ChangeCause::tolerance);
}

std::vector<std::string> SessionRun::take_changed()
{
    std::vector<std::string> ids;
    for (const CourseIndex i : changed_)
        ids.push_back(courses_[i].id());
    changed_.clear();
    return ids;
}

std::vector<std::pair<std::string_view, const scene::ObjectState *>>
SessionRun::objects(std::string_view checkpoint_id) const
{
    std::vector<std::pair<std::string_view, const scene::ObjectState *>> there;
    for (const scene::ObjectPlace place : course(checkpoint_id).monitor().places()) {
        if (const auto *object = scene_.object(place))
            there.emplace_back(scene_.name(place), object);
    }
    return there;
}

std::optional<double> SessionRun::due_seconds() const
{
    if (is_paused()) return std::nullopt;
    std::optional<double> due;
    const auto take = [&](double at) { due = std::min(due.value_or(at), at); };
    for (const CourseIndex i : resting_)
        if (!is_held_) take(courses_[i].changed_seconds() + learning::try_rest_seconds);
    for (const CourseIndex i : on_surroundings_) {
        if (const auto at = courses_[i].monitor().due_seconds()) take(*at);
    }
    if (const auto at = rules_.due_seconds()) take(*at);
    return due ? std::optional(clock_.caller_seconds(*due)) : std::nullopt;
}

learning::TryFold &SessionRun::fold()
{
    require(fold_.has_value(), "the run has not started");
    return *fold_;
}

const learning::TryFold &SessionRun::fold() const
{
    require(fold_.has_value(), "the run has not started");
    return *fold_;
}

SessionRun::CourseIndex SessionRun::index_of(std::string_view checkpoint_id) const
{
    const auto found = indices_.find(checkpoint_id);
    require(found != indices_.end(), "the checkpoint is not in the run");
    return found->second;
}

const CheckpointCourse &SessionRun::course(std::string_view checkpoint_id) const
{
    return courses_[index_of(checkpoint_id)];
}

} // namespace mvr::session
