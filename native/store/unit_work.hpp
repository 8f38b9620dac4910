#pragma once

// How a learner's work in one unit went, in its order: what an instructor reviews. No model reads
// it.

#include "store/events/assessment_evaluated.hpp"
#include "store/observed_view.hpp"
#include "support/clock.hpp"
#include "support/describe.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::store {

struct HintShown;
struct ViewportObserved;

enum class WorkKind { started, step, hint, ended };

/// One thing that happened in a unit; members that are not of its kind are empty.
struct WorkEntry {
    TimeMs time_ms = 0;
    std::string session_id;
    WorkKind kind = WorkKind::started;
    bool submitted = false;         ///< of a step: by *Done*
    std::vector<ObservedTry> tries; ///< of a step: they ended together
    double worked_seconds = 0;      ///< of a step: in its session until then, without pauses
    int hint_level = 0;             ///< of a hint, from 1
    bool hint_offered = false;      ///< of a hint: by itself; else on request
    std::string hint_objective;     ///< of a hint: of the goal that it is for; empty: the unit's
    std::string reason;             ///< of an end: completed, stopped, interrupted
};

/// How often one checkpoint was tried, and what came of it.
struct CheckpointWork {
    int passed = 0;
    int own_passed = 0;
    int failed = 0;
    int abandoned = 0;
    int failed_in_a_row = 0;     ///< since the last pass
    TimeMs failing_since_ms = 0; ///< when the first of these ended; 0 while there is none
    std::string last_failure;    ///< what was not met in the last of them, one sentence
};

/// Everything that the record says of one learner's work in one unit.
struct UnitWork {
    TimeMs first_ms = 0;
    TimeMs last_ms = 0;
    /// When a checkpoint was last passed that was not before; the start of the unit before the
    /// first.
    TimeMs progress_ms = 0;
    double worked_seconds = 0;         ///< in all sessions, as their steps say, without pauses
    double since_progress_seconds = 0; ///< of them, since `progress_ms`
    std::string session_id;            ///< of the last step
    double session_seconds = 0;        ///< worked in that session
    std::map<std::string, CheckpointWork> checkpoints;
    /// The latest `most_work_entries`, oldest first. Shared by all copies of the state.
    std::vector<std::shared_ptr<const WorkEntry>> entries;
    int dropped = 0; ///< older ones, which the record alone has
    UnitAttention attention;

    void started(const std::string &session, TimeMs time_ms);
    void ended(const std::string &session, TimeMs time_ms, const std::string &reason);
    void hint(const HintShown &hint, TimeMs time_ms);
    void step(const AssessmentEvaluated &step, TimeMs time_ms);
    void observed(const ViewportObserved &seen);

  private:
    void add(WorkEntry entry);
    void count(const ObservedTry &ended, TimeMs time_ms);
};

/// So many entries of one learner in one unit are kept at hand: some ten runs of a unit.
inline constexpr std::size_t most_work_entries = 100;

} // namespace mvr::store

namespace mvr {

template <> struct EnumText<store::WorkKind> : TextsInOrder<store::WorkKind> {
    static constexpr std::array<std::string_view, 4> texts{"started", "step", "hint", "ended"};
};

template <> struct Description<store::WorkEntry> {
    using T = store::WorkEntry;
    static constexpr std::tuple members{
        Member{"time_ms", &T::time_ms, "Milliseconds since 1970."},
        Member{"session_id", &T::session_id, "In which session."},
        Member{"kind", &T::kind, "What it was."},
        Member{"submitted", &T::submitted, "Of a step: by Done."},
        Member{"tries", &T::tries, "Of a step: the tries that ended together."},
        Member{"worked_seconds", &T::worked_seconds, "Of a step: in its session until then."},
        Member{"hint_level", &T::hint_level, "Of a hint, from 1."},
        Member{"hint_offered", &T::hint_offered, "Of a hint: by itself; else on request."},
        Member{"hint_objective", &T::hint_objective, "Of a hint: of its goal.", or_default},
        Member{"reason", &T::reason, "Of an end: why."},
    };
};

template <> struct Description<store::CheckpointWork> {
    using T = store::CheckpointWork;
    static constexpr std::tuple members{
        Member{"passed", &T::passed, "Tries that passed."},
        Member{"own_passed", &T::own_passed, "Among them, unaided."},
        Member{"failed", &T::failed, "Tries that failed."},
        Member{"abandoned", &T::abandoned, "Tries that were left."},
        Member{"failed_in_a_row", &T::failed_in_a_row, "Since the last pass."},
        Member{"failing_since_ms", &T::failing_since_ms, "When the first of these ended."},
        Member{"last_failure", &T::last_failure, "What was not met in the last of them."},
    };
};

template <> struct Description<store::UnitWork> {
    using T = store::UnitWork;
    static constexpr std::tuple members{
        Member{"first_ms", &T::first_ms, "Milliseconds since 1970."},
        Member{"last_ms", &T::last_ms, "Likewise."},
        Member{"progress_ms", &T::progress_ms, "Of the last new pass, or of the start."},
        Member{"worked_seconds", &T::worked_seconds, "In all sessions."},
        Member{"since_progress_seconds", &T::since_progress_seconds, "Worked since then."},
        Member{"session_id", &T::session_id, "Of the last step."},
        Member{"session_seconds", &T::session_seconds, "Worked in that session."},
        Member{"checkpoints", &T::checkpoints, "By checkpoint."},
        Member{"entries", &T::entries, "What happened, oldest first."},
        Member{"dropped", &T::dropped, "How many older ones are not among them."},
        Member{"attention", &T::attention, "How long parts were in the picture."},
    };
};

} // namespace mvr
