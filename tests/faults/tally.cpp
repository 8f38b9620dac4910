#include "tally.hpp"

#include <iostream>

namespace mvr::faults {

namespace fs = std::filesystem;

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
    const fs::path folder = work / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms(0700));
    return folder.string();
}

std::string Campaign::copy(const fs::path &folder, const std::string &name) const
{
    const std::string made = fresh(name);
    for (const auto &entry : fs::directory_iterator(folder)) {
        const fs::path file = fs::path(made) / entry.path().filename();
        if (file.filename() == "reserve") { // is replaced, never written
            fs::create_hard_link(entry.path(), file);
            continue;
        }
        fs::copy_file(entry.path(), file);
        fs::permissions(file, fs::perms(0600));
    }
    return made;
}

} // namespace mvr::faults
