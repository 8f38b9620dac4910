#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mvr::faults {

/// Counts the points at which something was made to go wrong. Prints each that did not hold, and
/// now and then how many there were.
class Tally {
  public:
    /// How many points there were of one sort.
    struct Line {
        std::string sort;
        std::int64_t passed = 0;
        std::int64_t failed = 0;
    };

    /// `what` names the point, with all that it takes to come to it again.
    void point(const std::string &what, const std::vector<std::string> &wrong);

    /// The points since the last line were of this sort.
    void line(const std::string &sort);

    /// All lines as text, to be read by `sum_of` in another process.
    std::string text() const;

  private:
    using Clock = std::chrono::steady_clock;

    Line now_;
    std::vector<Line> lines_;
    Clock::time_point said_ = Clock::now();
};

/// The lines of several processes that did a part each, added up.
std::vector<Tally::Line> sum_of(const std::vector<std::string> &texts);

/// What every sort of fault gets.
struct Campaign {
    std::filesystem::path work; ///< an empty folder
    std::uint64_t seed = 1;
    bool all = false; ///< everything, instead of a sample where there is one
    int worker = 0;   ///< this process, of so many
    int workers = 1;
    Tally tally;

    /// Whether the next point is this process's to do. Each asks for every point.
    bool mine() { return next_++ % workers == worker; }

    /// An empty folder of this name in `work`, whatever was there.
    std::string fresh(const std::string &name) const;

    /// The same with a copy of `folder` in it, its files readable by this user only.
    std::string copy(const std::filesystem::path &folder, const std::string &name) const;

  private:
    std::int64_t next_ = 0;
};

} // namespace mvr::faults
