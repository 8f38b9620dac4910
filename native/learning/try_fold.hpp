#pragma once

#include "learning/try_course.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The rule of what counts as a try, as one fold over observations. It knows nothing of conditions:
// whoever follows them says how each one stands, and this says which tries that begins and ends.

namespace mvr::learning {

/// Folds the observations of one run of one unit into tries.
///
/// A try begins when an object that its condition names changes, or when the view, mode or tool
/// that it asks for is entered. A change that leaves a condition holding which held before begins
/// none: that is not another performance. Nor does Undo or Redo begin one, except that Redo takes
/// up again what Undo took back as a whole. After a try passed only a changed object begins the
/// next, as people look at things for many reasons; after an order was left violated none begins
/// until that is taken back.
///
/// A try ends passed as soon as its condition holds and either the learner looks or submits, or
/// what the condition names was at rest for `try_rest_seconds`: dragging a part across its place
/// is not putting it there. It ends failed when it is submitted untrue, or when the learner, after
/// violating an order, does something else (another object changes) instead of taking it back.
/// It ends abandoned, or passed if its condition holds, when the unit is left.
///
/// Who turned the view and hands in without having found what was to be seen has tried: where a
/// condition asks for nothing but views and does not hold, a view that changed counts as begun for
/// a submission. It does not for a look: one turns the view for many reasons.
///
/// A condition that held from the start, or that time alone made true (something to be left alone,
/// or for so long), needs no change: it passes when it is submitted true after the learner did
/// anything in the unit, once in a run.
///
/// The result depends on nothing but the observations and calls in their order.
/// Thread: one at a time.
class TryFold {
  public:
    /// A run of a unit begins as `start` shows it. Throws Failure (a programming error) when a
    /// checkpoint is named twice.
    explicit TryFold(const TryObservation &start);

    /// Whether the learner has something in the hand from now on. Meanwhile no try ends, neither
    /// by rest or a look nor by going on from a slip, but for one that is submitted or left: what
    /// is in the hand may still be put back, which is then observed as undone.
    void set_held(bool is_held) { is_held_ = is_held; }

    /// Takes the next observation; returns the tries that it ended, by checkpoint id.
    std::vector<FinishedTry> observe(const TryObservation &now);

    /// The learner looks how one checkpoint, or every one, stands. Never ends a try as failed.
    std::vector<FinishedTry> look(double seconds);
    std::vector<FinishedTry> look(double seconds, std::string_view checkpoint_id);

    /// The learner says that one checkpoint, or everything, is done.
    Submission submit(double seconds);
    Submission submit(double seconds, std::string_view checkpoint_id);

    /// The unit is left. Nothing runs afterwards.
    std::vector<FinishedTry> leave(double seconds);

    /// The try that runs is nobody's any more: it ends without a word. Nothing where none runs.
    void forget_running(std::string_view checkpoint_id);

    /// A hint was shown; one of the last level says how it is done. It is help for every checkpoint
    /// of the unit, or for the one that it is about.
    void hint_shown(bool last_level, std::string_view checkpoint_id = "");

    /// The learner was shown why a checkpoint does not hold; `about` names the objects that the
    /// reasons speak of. It counts for the try that runs where it tells them that something they
    /// did is wrong: an order is violated, or one of these objects was changed in the try. That
    /// the rest is still to be done is no correction.
    void correction_shown(std::string_view checkpoint_id, std::span<const std::string> about);

    /// Throws Failure (a programming error) for a checkpoint that is not in the unit.
    TryProgress progress(std::string_view checkpoint_id) const;

    /// Ids of all checkpoints, sorted.
    std::vector<std::string> checkpoints() const;

  private:
    std::optional<FinishedTry> follow(TryCourse &course, const CheckpointReading &now, bool undone);
    void begin(TryCourse &course, const CheckpointReading &now);
    FinishedTry end(TryCourse &course, TryOutcome ending, TryCause cause);
    std::optional<FinishedTry> look_at(TryCourse &course);
    void submit_one(TryCourse &course, Submission &submission);
    TryCourse &course_of(std::string_view checkpoint_id);
    void advance(double seconds);

    std::map<std::string, TryCourse, std::less<>> courses_;
    double seconds_ = 0;
    std::optional<double> first_begun_seconds_;
    bool last_level_hint_ = false;
    bool is_held_ = false;
};

/// How long what a condition names must be at rest before holding ends the try by itself.
inline constexpr double try_rest_seconds = 0.5;

} // namespace mvr::learning
