#include "tally.hpp"

#include <iostream>
#include <sstream>
#include <utility>

namespace mvr::faults {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds between_words(10);

} // namespace

void Tally::point(const std::string &what, const std::vector<std::string> &wrong)
{
    (wrong.empty() ? now_.passed : now_.failed) += 1;
    for (const std::string &sentence : wrong)
        std::cout << "FAIL " + what + ": " + sentence + "\n" << std::flush;
    if (Clock::now() - said_ < between_words) return;
    said_ = Clock::now();
    const std::string points = std::to_string(now_.passed + now_.failed);
    std::cout << "... " + points + " points, the last: " + what + "\n" << std::flush;
}

void Tally::line(const std::string &sort)
{
    now_.sort = sort;
    lines_.push_back(std::exchange(now_, {}));
}

std::string Tally::text() const
{
    std::string text;
    for (const Line &line : lines_) {
        text += std::to_string(line.passed) + ' ' + std::to_string(line.failed) + ' ' + line.sort;
        text += '\n';
    }
    return text;
}

std::vector<Tally::Line> sum_of(const std::vector<std::string> &texts)
{
    std::vector<Tally::Line> sum;
    for (const std::string &text : texts) {
        std::istringstream in(text);
        Tally::Line line;
        for (std::size_t i = 0; in >> line.passed >> line.failed && in.ignore() &&
                                std::getline(in, line.sort);
             ++i) {
            if (i == sum.size()) sum.push_back({line.sort, 0, 0});
            sum[i].passed += line.passed;
            sum[i].failed += line.failed;
        }
    }
    return sum;
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
