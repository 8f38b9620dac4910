#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mvr::faults {

/// Counts the points at which something was made to go wrong. Prints each that did not hold.
class Tally {
  public:
    /// `what` names the point, with all that it takes to come to it again.
    void point(const std::string &what, const std::vector<std::string> &wrong);

    /// Prints how many points of this sort there were since the last line.
    void line(const std::string &sort);

    std::int64_t passed() const { return passed_; }
    std::int64_t failed() const { return failed_; }

  private:
    std::int64_t passed_ = 0;
    std::int64_t failed_ = 0;
    std::int64_t shown_ = 0; ///< points that a line has told of
};

/// What every sort of fault gets.
struct Campaign {
    std::filesystem::path work; ///< an empty folder
    std::uint64_t seed = 1;
    bool all = false; ///< everything, instead of a sample where there is one
    Tally tally;

    /// An empty folder of this name in `work`, whatever was there.
    std::string fresh(const std::string &name) const;

    /// The same with a copy of `folder` in it, its files readable by this user only.
    std::string copy(const std::filesystem::path &folder, const std::string &name) const;
};

} // namespace mvr::faults
