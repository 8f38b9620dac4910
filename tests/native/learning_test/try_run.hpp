#pragma once

#include "learning/try_fold.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

// A run of a unit for the tests of tries, driven by hand.

namespace mvr::learning::test {

/// A unit whose checkpoints are driven by hand, a second for each thing that happens.
class Run {
  public:
    explicit Run(std::vector<std::string> ids, bool holds = false)
        : fold_(start(std::move(ids), holds))
    {
    }

    struct Now {
        bool holds = false;
        bool broken = false;
        std::uint64_t state = 0;
    };

    /// The learner moves `object`, which `id` names; that makes `id` stand as `now`.
    std::vector<FinishedTry> moves(const std::string &object, const std::string &id, Now now)
    {
        return follow(reading(id, now, {object}), false);
    }
    /// Time passes, and `id` comes to hold or not.
    std::vector<FinishedTry> waits(const std::string &id, bool holds)
    {
        return follow(reading(id, {.holds = holds}, {}), false);
    }
    std::vector<FinishedTry> enters(const std::string &id, Now now)
    {
        CheckpointReading entered = reading(id, now, {});
        entered.entered = true;
        return follow(std::move(entered), false);
    }
    /// The learner turns the view, of which alone `id` asks something.
    std::vector<FinishedTry> turns_view(const std::string &id, Now now)
    {
        CheckpointReading looked = reading(id, now, {});
        looked.looked = true;
        return follow(std::move(looked), false);
    }
    /// Undo or Redo changes `object`.
    std::vector<FinishedTry> undoes(const std::string &object, const std::string &id, Now now)
    {
        return follow(reading(id, now, {object}), true);
    }
    /// Nothing happens for a second.
    std::vector<FinishedTry> waits(const std::string &id, Now now)
    {
        return follow(reading(id, now, {}), false);
    }
    std::vector<FinishedTry> looks() { return fold_.look(seconds_); }
    Submission submits() { return fold_.submit(seconds_); }
    std::vector<FinishedTry> leaves() { return fold_.leave(seconds_); }
    TryFold &fold() { return fold_; }
    std::vector<FinishedTry> follow(CheckpointReading reading, bool undone)
    {
        seconds_ += step_;
        return fold_.observe({seconds_, undone, {std::move(reading)}});
    }
    void step(double seconds) { step_ = seconds; }

  private:
    static TryObservation start(std::vector<std::string> ids, bool holds)
    {
        TryObservation first;
        for (std::string &id : ids) {
            CheckpointReading reading;
            reading.checkpoint_id = std::move(id);
            reading.holds = holds;
            first.checkpoints.push_back(std::move(reading));
        }
        return first;
    }
    static CheckpointReading reading(const std::string &id, Now now,
                                     std::vector<std::string> changed)
    {
        return {.checkpoint_id = id,
                .holds = now.holds,
                .broken = now.broken,
                .changed = std::move(changed),
                .entered = false,
                .state = now.state};
    }

    double step_ = 0.1;
    double seconds_ = 0;
    TryFold fold_;
};

inline constexpr Run::Now right{.holds = true, .state = 2};
inline constexpr Run::Now wrong{.state = 1};
inline constexpr Run::Now at_start{};
inline constexpr Run::Now slipped{.broken = true, .state = 3};

} // namespace mvr::learning::test
