#pragma once

// Generated histories: what may happen to one learner, drawn from a seed that a failing test
// prints.

#include "learning/learner_fold.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

using Tries = std::vector<mvr::learning::EndedTry>;

inline constexpr auto the_unit = "cups";

/// One number after the other from a seed, the same with every standard library.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : bits_(seed) {}

    /// From 0 to `below` − 1.
    int below(int limit) { return static_cast<int>(bits_() % static_cast<std::uint64_t>(limit)); }
    double share() { return static_cast<double>(bits_() >> 11) * 0x1p-53; }
    bool chance(double p) { return share() < p; }

  private:
    std::mt19937_64 bits_;
};

inline mvr::learning::EndedTry ended(const std::string &checkpoint,
                                     mvr::learning::TryOutcome outcome)
{
    return {checkpoint, the_unit, std::nullopt, outcome, false, false};
}

inline mvr::learning::EndedTry passed(const std::string &checkpoint)
{
    return ended(checkpoint, mvr::learning::TryOutcome::passed);
}

inline mvr::learning::EndedTry failed(const std::string &checkpoint)
{
    return ended(checkpoint, mvr::learning::TryOutcome::failed);
}

/// Not own: a last-level hint was shown.
inline mvr::learning::EndedTry with_hint(mvr::learning::EndedTry one)
{
    one.last_level_hint = true;
    return one;
}

/// Not own: a correction was shown.
inline mvr::learning::EndedTry after_correction(mvr::learning::EndedTry one)
{
    one.corrected = true;
    return one;
}

/// What a drawn history may hold.
struct Kind {
    double p_pass = .6;
    double p_last_level = .1; ///< of a try
    double p_corrected = .1;
    double p_abandoned = .1;
    int most_tries = 4; ///< of one step
};

/// A learner whose past is drawn step by step.
class History {
  public:
    explicit History(std::uint64_t seed, Kind drawn = {});

    mvr::learning::LearnerModel learner;
    mvr::learning::DecisionContext context; ///< 1 to 4 checkpoints, one skill or one each

    /// Tries that one *Done* may end.
    Tries draw_step();
    /// What engagement rests on: nothing, or some activity.
    std::optional<mvr::learning::Activity> draw_activity();
    mvr::learning::Profile draw_profile();

    /// Ends `tries` in the unit; empty if the index did not move.
    std::optional<mvr::learning::IndexStep> end(const Tries &tries);
    /// Decides; a decision that is not `unchanged` is applied.
    mvr::learning::Decision decide();

    const mvr::learning::UnitModel &unit() const;

    Draw draw;
    Kind kind;
};

/// A lesson's unit of the parts 1 to 3, of one skill, with no units around it.
mvr::learning::DecisionContext three_parts();

/// `decide` in the unit, which must not reject.
mvr::learning::Decision decide_now(const mvr::learning::LearnerModel &learner,
                                   const mvr::learning::DecisionContext &context);

/// A learner who failed six times in another unit, so that the learner's reading is low.
mvr::learning::LearnerModel struggling_elsewhere();
