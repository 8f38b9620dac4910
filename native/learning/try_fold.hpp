#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// The rule of what counts as a try, as one fold over observations. It knows nothing of conditions:
// whoever follows them says how each one stands, and this says which tries that begins and ends.

namespace mvr::learning {

/// How one checkpoint's condition stands at one observation.
struct CheckpointReading {
    std::string checkpoint_id;
    bool holds = false; ///< the condition, with the time that it asks for
    /// An order in it is violated, so that nothing but taking that back can make it hold.
    bool broken = false;
    /// Names of the objects that the condition names and that changed since the last observation.
    std::vector<std::string> changed;
    /// A view, mode or tool that the condition asks for was entered since the last observation.
    bool entered = false;
    /// Equal for two observations at which all that the condition names is in the same state.
    std::uint64_t state = 0;
};

/// All checkpoints of a running unit at one moment. Each observation names the same checkpoints;
/// one that is left out keeps its last reading.
struct TryObservation {
    double seconds = 0;  ///< since the unit began; never less than at the observation before
    bool undone = false; ///< Undo or Redo led here, not work
    std::vector<CheckpointReading> checkpoints;
};

enum class TryEnding { passed, failed, abandoned };

std::string_view to_text(TryEnding ending);

/// Why a try ended.
enum class TryCause {
    held,      ///< passed: the condition held, and what it names was at rest or looked at
    submitted, ///< failed: submitted while the condition did not hold
    slip_left, ///< failed: an order was violated, and the learner went on to something else
    unit_left, ///< abandoned
};

std::string_view to_text(TryCause cause);

/// One performance of one checkpoint, ended.
struct FinishedTry {
    std::string checkpoint_id;
    TryEnding ending = TryEnding::abandoned;
    TryCause cause = TryCause::unit_left;
    double began_seconds = 0; ///< since the unit began
    double ended_seconds = 0;
    int slips = 0;          ///< how often an order was violated in it
    int self_corrected = 0; ///< how many of them were taken back before anything else was done
    bool corrected = false; ///< the learner was shown a reason why it did not hold yet
    bool last_level_hint = false; ///< shown in this run of the unit before the try ended

    /// A pass without a last-level hint and without a correction. One that is not own says nothing
    /// of what the learner can do alone.
    bool own() const { return ending == TryEnding::passed && !corrected && !last_level_hint; }

    friend bool operator==(const FinishedTry &, const FinishedTry &) = default;
};

/// What a learner submitted.
struct Submission {
    std::vector<FinishedTry> ended;
    std::vector<std::string> not_begun; ///< checkpoints that were not submitted: nothing was done
};

/// How one checkpoint stands between the learner's looks.
struct TryProgress {
    bool begun = false;   ///< a try runs, or one has ended, in this run of the unit
    bool running = false; ///< a try runs
    bool changed = false; ///< something that the condition names changed since the last look
    bool slipped = false; ///< an order is violated and can still be taken back
    bool lost = false;    ///< the try failed by a violated order that still stands
};

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
/// A condition that held from the start (something to be left alone) needs no change: it passes
/// when it is submitted true after the learner did anything in the unit, once in a run.
///
/// The result depends on nothing but the observations and calls in their order.
/// Thread: one at a time.
class TryFold {
  public:
    /// A run of a unit begins as `start` shows it. Throws Failure (a bug of the caller) when a
    /// checkpoint is named twice.
    explicit TryFold(const TryObservation &start);

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

    /// A hint was shown in this unit; one of the last level says how it is done.
    void hint_shown(bool last_level);

    /// The learner was shown why a checkpoint does not hold. Counts for the try that runs.
    void correction_shown(std::string_view checkpoint_id);

    /// Throws Failure (a bug of the caller) for a checkpoint that is not in the unit.
    TryProgress progress(std::string_view checkpoint_id) const;

    /// Ids of all checkpoints, sorted.
    std::vector<std::string> checkpoints() const;

  private:
    struct Course {
        CheckpointReading last;
        std::optional<FinishedTry> running;
        std::uint64_t state_before = 0;     ///< what the running or suspended try began from
        std::set<std::string> slip_objects; ///< what moved when the order was violated
        double changed_seconds = 0;
        bool held_at_start = false;
        bool suspended = false; ///< Undo took back all that the try had done
        bool ever_begun = false;
        bool last_passed = false;
        bool changed = false;
        int slips = 0, self_corrected = 0; ///< of a suspended try, for the one that goes on
    };

    std::optional<FinishedTry> follow(Course &course, const CheckpointReading &now, bool undone);
    void follow_running(Course &course, const CheckpointReading &now, bool undone);
    bool begins(const Course &course, const CheckpointReading &now, bool undone) const;
    void begin(Course &course, const CheckpointReading &now);
    FinishedTry end(Course &course, TryEnding ending, TryCause cause);
    std::optional<FinishedTry> look_at(Course &course);
    void submit_one(Course &course, Submission &submission);
    Course &course_of(std::string_view checkpoint_id);
    void advance(double seconds);

    std::map<std::string, Course, std::less<>> courses_;
    double seconds_ = 0;
    std::optional<double> first_begun_seconds_;
    bool last_level_hint_ = false;
};

/// How long what a condition names must be at rest before holding ends the try by itself.
inline constexpr double try_rest_seconds = 0.5;

} // namespace mvr::learning
