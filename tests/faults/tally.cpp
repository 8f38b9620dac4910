#include "tally.hpp"

#include <iostream>

namespace mvr::faults {

void Tally::point(const std::string &what, const std::vector<std::string> &wrong)
{
    (wrong.empty() ? passed_ : failed_) += 1;
    for (const std::string &sentence : wrong)
        std::cout << "FAIL " << what << ": " << sentence << std::endl;
}

void Tally::line(const std::string &sort)
{
    std::cout << sort << ": " << passed_ + failed_ - shown_ << " points" << std::endl;
    shown_ = passed_ + failed_;
}

std::string Campaign::fresh(const std::string &name) const
{
    const std::filesystem::path folder = work / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms(0700));
    return folder.string();
}

} // namespace mvr::faults
