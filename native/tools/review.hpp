#pragma once

// A learner's work in one unit as an instructor reads it, in short.

#include "store/state.hpp"
#include "support/describe.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_shape.hpp"
#include "tools/stuck.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

enum class WorkState { started, done };

/// Of everything that the record says of one learner in one unit.
struct UnitReview {
    std::string unit_id;
    WorkState state = WorkState::started;
    int tries = 0; ///< that passed or failed
    int own_passes = 0;
    int helped_passes = 0;
    int failed = 0;
    int abandoned = 0;
    int hints = 0;
    int self_corrections = 0;
    int checkpoints = 0;        ///< that the unit has
    int passed_checkpoints = 0; ///< among them, with or without help
    int own_passed_checkpoints = 0;
    double worked_seconds = 0;
    double best_score = 0;
    std::string first_seen;
    std::string last_seen;
};

/// Of the unit in the open file, or, where that has none, as the record saw it last.
UnitScope scope_of(const Lesson *lesson, const store::LearnerState &learner,
                   const std::string &unit_id);

UnitReview unit_review(const store::LearnerState &learner, const std::string &unit_id,
                       const UnitScope &scope);

/// Where the learner is stuck in the unit; nowhere once it is done.
std::vector<Stuck> stuck_of(const store::LearnerState &learner, const std::string &unit_id,
                            const UnitScope &scope);

/// The unit's title in the open file, else its id.
std::string title_of(const Lesson *lesson, const std::string &unit_id);

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::WorkState> : TextsInOrder<tools::WorkState> {
    static constexpr std::array<std::string_view, 2> texts{"started", "done"};
};

template <> struct Description<tools::UnitReview> {
    using T = tools::UnitReview;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"state", &T::state, "Done: every checkpoint has a pass without help"},
        Member{"tries", &T::tries, "That passed or failed"},
        Member{"own_passes", &T::own_passes, "Without help"},
        Member{"helped_passes", &T::helped_passes, ""},
        Member{"failed", &T::failed, ""},
        Member{"abandoned", &T::abandoned, "Left before they passed or failed"},
        Member{"hints", &T::hints, ""},
        Member{"self_corrections", &T::self_corrections, "Slips that were taken back at once"},
        Member{"checkpoints", &T::checkpoints, ""},
        Member{"passed_checkpoints", &T::passed_checkpoints, "With or without help"},
        Member{"own_passed_checkpoints", &T::own_passed_checkpoints, "Without help"},
        Member{"worked_seconds", &T::worked_seconds, "Until the last step, without pauses"},
        Member{"best_score", &T::best_score, "", tools::share},
        Member{"first_seen", &T::first_seen, tools::timestamp_sentence},
        Member{"last_seen", &T::last_seen, tools::timestamp_sentence},
    };
};

} // namespace mvr
