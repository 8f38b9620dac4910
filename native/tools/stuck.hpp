#pragma once

// Who is stuck: rule "stuck-1", see docs/decisions/014-review.md.

#include "store/unit_work.hpp"
#include "support/describe.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

/// So many failed tries of one checkpoint, with no pass between them, are being stuck.
inline constexpr int failures_of_stuck = 3;
/// Nobody is stuck who has worked for less than this without a new pass.
inline constexpr double shortest_standstill_seconds = 120;

enum class StuckReason { failed_in_a_row, no_new_pass };

/// One place where a learner is stuck.
struct Stuck {
    std::string unit_id;
    StuckReason reason = StuckReason::failed_in_a_row;
    std::string checkpoint_id;     ///< of failures
    std::string since;             ///< of the first of the failures; of the last new pass
    int failed_in_a_row = 0;       ///< of failures
    std::string last_failure;      ///< of failures: what was not met, one sentence
    double standstill_seconds = 0; ///< worked without a new pass
    double limit_seconds = 0;      ///< what `standstill_seconds` may be
};

/// What the rule needs to know of a unit beside the work in it.
struct UnitScope {
    double duration_seconds = 0;          ///< as its author estimates it
    std::vector<std::string> checkpoints; ///< that it has
};

/// How long one may work without a new pass: twice the unit's share for a checkpoint, and two
/// minutes at least.
double standstill_limit_seconds(const UnitScope &unit);

/// Where the learner is stuck in a unit that is not done; failures first, in the order of the
/// checkpoints' ids. What time passed after the last step is not known here.
std::vector<Stuck> stuck_in(const std::string &unit_id, const store::UnitWork &work,
                            const UnitScope &unit);

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::StuckReason> : TextsInOrder<tools::StuckReason> {
    static constexpr std::array<std::string_view, 2> texts{"failed_in_a_row", "no_new_pass"};
};

template <> struct Description<tools::Stuck> {
    using T = tools::Stuck;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"reason", &T::reason, ""},
        Member{"checkpoint_id", &T::checkpoint_id, "Of failures"},
        Member{"since", &T::since, "Of the first of the failures; of the last new pass"},
        Member{"failed_in_a_row", &T::failed_in_a_row, ""},
        Member{"last_failure", &T::last_failure, "What was not met, one sentence"},
        Member{"standstill_seconds", &T::standstill_seconds, "Worked without a new pass"},
        Member{"limit_seconds", &T::limit_seconds, "Of standstill"},
    };
};

} // namespace mvr
