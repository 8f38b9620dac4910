#pragma once

#include "learning/try_fold.hpp"
#include "scene/activity.hpp"
#include "scene/scene_state.hpp"
#include "session/checkpoint_course.hpp"
#include "session/index_set.hpp"
#include "session/outcome.hpp"
#include "session/rules.hpp"
#include "session/run_clock.hpp"
#include "support/result.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr::session {

/// A question of a checkpoint, for whoever shows it.
struct AskedQuestion {
    std::string checkpoint_id;
    scene::Question question;
    std::optional<scene::Answer> given; ///< as far as it is set, observed or not
};

/// One run of one unit: judges the learner's work while it is done.
///
/// It is given only what changed in the scene: `set_object`, `remove_object`, `set_view`,
/// `set_mode_and_tool`, `set_selection`, and then `observe`. What was set before `start` is the
/// start; what holds there is no deed of the learner, and no checkpoint is reached on a scene that
/// nobody touched. What came of an observation is taken with `take_outcomes`; sentences and
/// evidence are made when they are asked for. An observation measures only conditions that name
/// what changed, and those that ask for the view, the mode, the tool, the selection or the time
/// where these changed.
///
/// Dwell. A checkpoint is reached when its condition holds and what it names was at rest for
/// `learning::try_rest_seconds`, so that a part which is dragged across its place is not put there;
/// a condition that asks for a duration holds only after that. A look or a submission needs no
/// rest. `due_seconds` says when the next dwell ends; call `observe` then. What is in the learner's
/// hand (`set_held`) is not at rest, however still it is.
///
/// Rules. What the unit demands all through the run is watched beside the checkpoints; breaking
/// one is an outcome of its own and ends no try.
///
/// What happens around the work:
/// - *deleted object*: what names it is unknown, neither held nor its opposite, until it is back
/// - *renamed object*: still the same, reported under its name in the lesson
/// - *replaced object* (same name, other UUID): the one that was meant is missing
/// - *Undo, Redo* (`observe` with `undone`): no work. It takes back steps of an order that came too
///   early, which is forgiven, and begins no try but one that Undo had taken back as a whole
/// - *mode, tool, selection*: no work, but for a condition that asks for one and where it begins to
/// hold
/// - *Edit Mode*: what becomes of the mesh counts as a change of its object, as soon as it is
///   reported
/// - *effects of the program* (`rebase`): nobody's work; see `scene::SceneState::rebase`. An order
///   goes on from a step that one brings about; see `scene::Order`. A try that runs already may be
///   completed by one: who does the work for a learner tells it with `hint_shown(true)`
/// - *pause*: time stands still, and what changes until `resume` is nobody's work: a try that it
///   completes is forgotten, as if it had not begun. Where a learner may go on by touching the
///   work, `resume_for_work` ends the pause before what was touched is observed
/// - *another file, the add-on disabled*: `leave`
///
/// Times are seconds of the caller's monotonic clock; those that it gives back are active seconds
/// since the start, but for `due_seconds`. Any number of runs can live beside one another.
///
/// Thread: one at a time. No input, no output, no lock. Errors: Failure (a programming error) for a
/// checkpoint or a rule that is named twice, for a checkpoint that is not in the run, and for a
/// call before `start`.
class SessionRun {
  public:
    explicit SessionRun(std::vector<Checkpoint> checkpoints, std::vector<Rule> rules = {});

    /// Whether the learner has something in the hand from now on: amid a drag. What that does is
    /// said at once, and ends no try until it is let go; a cancelled drag is observed as undone.
    void set_held(bool is_held);

    // What changed in the scene; it counts from the next observation on.
    void set_object(scene::ObjectState object) { scene_.set_object(std::move(object)); }
    void remove_object(std::string_view name) { scene_.remove_object(name); }
    void set_view(std::optional<scene::ViewState> view) { scene_.set_view(std::move(view)); }
    void set_mode_and_tool(std::string mode, std::string active_tool)
    {
        scene_.set_mode_and_tool(std::move(mode), std::move(active_tool));
    }
    void set_selection(scene::Selection selection) { scene_.set_selection(std::move(selection)); }

    /// The learner answers a question of a checkpoint's condition, or answers it anew; it counts
    /// from the next observation on. A wrong answer is work that is not right yet: it begins a try,
    /// and fails it only when it is submitted. Undo takes no answer back.
    /// Errors: not_found for a question that no checkpoint asks; invalid_argument for what is no
    /// answer to it, such as a text that is none of the options.
    Result<void> set_answer(std::string_view question, scene::Answer answer);
    /// All that the checkpoints ask, by checkpoint.
    std::vector<AskedQuestion> questions() const;

    /// What was set so far is how the learner finds the scene. Once in a run.
    void start(double seconds);
    /// Takes what was set since the last observation, or only that time passed.
    void observe(double seconds, bool undone = false);
    /// Takes what was set since the last observation as the program's doing.
    void rebase(double seconds);

    void pause(double seconds);
    void resume(double seconds);
    /// Ends a pause if an object was changed since the last observation, which then counts as
    /// work. Returns whether it did.
    bool resume_for_work(double seconds);
    bool is_paused() const { return clock_.is_paused(); }

    /// The learner looks how one checkpoint, or with "" every one, stands. Fails nothing.
    void look(double seconds, std::string_view checkpoint_id = "");
    /// The learner says that one, or all, is done. Returns the ids of those that were not begun and
    /// therefore not submitted.
    std::vector<std::string> submit(double seconds, std::string_view checkpoint_id = "");
    /// The unit is left: what runs is abandoned, or passed where it holds.
    void leave(double seconds);
    /// A hint was shown, about one checkpoint or with "" about all of the unit.
    void hint_shown(bool last_level, std::string_view checkpoint_id = "")
    {
        fold().hint_shown(last_level, checkpoint_id);
    }
    /// The learner asked why a checkpoint does not hold and was answered. Only what the learner did
    /// wrong is a correction; see `learning::TryFold::correction_shown`.
    void correction_shown(std::string_view checkpoint_id);
    /// Leaves all conditions 0.5 to 1 of the margin that their author left, and measures all of
    /// them anew. What was set since the last observation is observed before, as a deed.
    ///
    /// What that makes true or false is nobody's deed: it breaks no order and no rule. Work that
    /// the learner did and that is enough now holds: its try passes after the dwell, and as a step
    /// of an order it is done and never too early. What the program put there counts as its
    /// doing. Tries that end are outcomes, as those of an observation are.
    void set_tolerance_factor(double factor);

    /// What came of the calls since the last time, in their order; empty where nothing did.
    std::vector<Outcome> take_outcomes() { return std::exchange(outcomes_, {}); }
    /// Ids of the checkpoints whose measured values may have changed since the last time.
    std::vector<std::string> take_changed();
    /// When time alone may bring something about, as long as nothing changes.
    std::optional<double> due_seconds() const;

    learning::TryProgress progress(std::string_view checkpoint_id) const
    {
        return fold().progress(checkpoint_id);
    }
    bool holds(std::string_view checkpoint_id) const { return course(checkpoint_id).holds(); }
    /// Whether nothing that the learner does can make it hold any more: the time for it is over, or
    /// an order is violated, which Undo may take back.
    bool is_lost(std::string_view checkpoint_id) const
    {
        return course(checkpoint_id).monitor().is_lost();
    }
    /// Sentences for what is not met; empty where it holds.
    scene::Sentences reasons(std::string_view checkpoint_id) const
    {
        return course(checkpoint_id).monitor().unmet();
    }
    scene::Evaluation evaluate(std::string_view checkpoint_id) const
    {
        return course(checkpoint_id).monitor().evaluate();
    }
    /// What each node of its condition found, for its author.
    std::vector<scene::NodeReport> node_reports(std::string_view checkpoint_id) const
    {
        return course(checkpoint_id).monitor().node_reports();
    }
    /// The objects that the checkpoint's condition names and that are there, as they were last
    /// observed, by name in the lesson; each once. Valid until something else is set.
    std::vector<std::pair<std::string_view, const scene::ObjectState *>>
    objects(std::string_view checkpoint_id) const;
    /// The scene as it was observed last.
    const scene::SceneState &scene() const { return scene_; }
    scene::ActivityMetrics activity() const { return meter_.metrics(); }
    double active_seconds() const { return clock_.active_seconds(); }

    /// Whether the checkpoint's condition asks for a view.
    bool asks_for_view(std::string_view checkpoint_id) const
    {
        return course(checkpoint_id).monitor().depends_on(scene::Beside::view);
    }
    /// Whether any condition or rule asks for the view, the mode, the tool or the selection, which
    /// a caller may have to look at by itself.
    bool needs(scene::Beside what) const
    {
        return besides_.contains(what) || rules_.depend_on(what);
    }

  private:
    using CourseIndex = std::size_t;

    void find_dependents();
    void collect_concerned(scene::ChangeCause cause);
    void concern(CourseIndex index);
    void follow(scene::ChangeCause cause);
    void follow_rules(scene::ChangeCause cause);
    void follow_in_pause(scene::ChangeCause cause);
    void drop_what_pause_completed();
    void tell_slip(const CheckpointCourse &course, scene::ChangeCause cause);
    void tell_ended(std::vector<learning::FinishedTry> ended);
    learning::TryFold &fold();
    const learning::TryFold &fold() const;
    CourseIndex index_of(std::string_view checkpoint_id) const;
    const CheckpointCourse &course(std::string_view checkpoint_id) const;

    RunClock clock_;
    scene::SceneState scene_;
    scene::ActivityMeter meter_{0};
    std::vector<CheckpointCourse> courses_;
    std::map<std::string, CourseIndex, std::less<>> indices_;
    Rules rules_;
    std::optional<learning::TryFold> fold_;            ///< from the start on
    std::vector<std::vector<CourseIndex>> dependents_; ///< by the place of the object
    std::vector<CourseIndex> on_surroundings_; ///< those that ask for what is no object, or time
    IndexSet concerned_;                       ///< by the observation at hand
    IndexSet resting_;                         ///< a try runs and holds: only the dwell is missing
    IndexSet changed_;                         ///< not judged yet
    IndexSet holding_;        ///< when the pause began, or only since the tolerance allows more
    IndexSet moved_in_pause_; ///< something that it names was changed
    std::vector<Outcome> outcomes_;
    std::set<scene::Beside> besides_; ///< of all conditions
    bool is_held_ = false;
    bool is_let_go_ = false; ///< since the last observation: how all stands is observed again
};

} // namespace mvr::session
