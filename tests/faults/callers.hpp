#pragma once

#include "one_thread_record.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace mvr::faults {

/// What a record's callers heard about their events, which are known by their numbers. Can be
/// shared between processes.
struct Reports {
    static constexpr std::size_t most = 64;
    enum class Answer : std::uint8_t {
        none,         ///< not yet
        on_disk,      ///< it is on disk
        not_recorded, ///< it waits for the disk
        rejected,     ///< it did not happen
    };
    std::array<Answer, most> answers{};
    std::array<bool, most> spilled{}; ///< by another process, so that its place is not known
    std::size_t given = 0;
    std::size_t without_reason = 0; ///< answers that something is not recorded, without a text
};

/// A short life of a record and its writer, the same each time: callers record events, some at
/// once and some only when they are on disk; it checkpoints, keeps a snapshot and takes in what
/// another process spilled.
///
/// Thread: one at a time.
class Callers {
  public:
    /// `reports` is kept up to date.
    Callers(std::string folder, Reports &reports);

    void work();

    /// Lets the time pass in which the record tries again. Returns: how many events still wait.
    std::int64_t let_time_pass();

    void close() { running_.close(); }

  private:
    store::NewEvent next(std::size_t number) const;
    void record_some(std::size_t events);
    void decide_one();
    void spill_one();

    std::string folder_;
    Reports &reports_;
    TimeMs now_ = 1'800'000'000'000;
    store::OneThreadRecord running_;
};

/// The number of an event of `Callers`, from what was sealed of it; -1 if it is none.
int number_of(std::string_view plain);

} // namespace mvr::faults
