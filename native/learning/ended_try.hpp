#pragma once

// What the learner model takes in: tries that have ended.

#include <optional>
#include <string>
#include <string_view>

namespace mvr::learning {

/// How a try ended: its condition held; it was submitted untrue or a rule was broken and left so;
/// the unit was left.
enum class TryOutcome { passed, failed, abandoned };

std::string_view to_text(TryOutcome outcome);

/// One performance of one checkpoint, ended.
struct EndedTry {
    std::string checkpoint_id;
    std::string skill;             ///< as the author named it; by default the unit's id
    std::optional<int> difficulty; ///< the author's, 1 (easy) to 10 (hard)
    TryOutcome outcome = TryOutcome::abandoned;
    bool last_level_hint = false; ///< a hint that says how was shown before it ended
    bool corrected = false;       ///< a reason why it did not hold yet was shown in it
};

/// True for a pass without a last-level hint and without a correction. A pass that is not own ends
/// the try and says neither that the learner can do it alone nor that they cannot. Thread: any.
bool is_own_pass(const EndedTry &ended);

/// True if the try says something of what the learner can do: an own pass or a failure.
bool is_evidence(const EndedTry &ended);

inline constexpr int easiest = 1;
inline constexpr int hardest = 10;

/// An author's difficulty in logits: (d − 5.5)·⅔, so 1 is −3 and 10 is +3, the range that a
/// two-parameter model is usually drawn over; without one 0, the middle of the learners. Holds
/// until the record calibrates items. Throws Failure outside 1 to 10: reject it before. Thread:
/// any.
double difficulty_logits(std::optional<int> difficulty);

} // namespace mvr::learning
