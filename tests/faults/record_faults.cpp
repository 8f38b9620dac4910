// Makes everything go wrong that can go wrong with a record's disk, one thing at a time, and looks
// at what is left.
//
//   record_faults FOLDER [--all] [--seed N] [SORT...]
//
// FOLDER is for scratch and is emptied. Sorts: proof disk power bytes vaults migration; all by
// default. The last line is "N passed, N failed".

#include "sorts.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <utility>

namespace {

using namespace mvr::faults;

constexpr std::pair<const char *, void (*)(Campaign &)> sorts[] = {
    {"proof", test_the_faults},    {"disk", test_disk_faults},  {"power", test_power_losses},
    {"bytes", test_altered_bytes}, {"vaults", test_odd_vaults}, {"migration", test_migration},
};

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        std::cerr << "record_faults FOLDER [--all] [--seed N] [SORT...]\n";
        return EXIT_FAILURE;
    }
    Campaign campaign;
    campaign.work = std::filesystem::canonical(arguments[1]);
    std::set<std::string> chosen;
    for (int i = 2; i < count; ++i) {
        const std::string word = arguments[i];
        if (word == "--all") {
            campaign.all = true;
        } else if (word == "--seed" && i + 1 < count) {
            campaign.seed = std::strtoull(arguments[++i], nullptr, 10);
        } else {
            chosen.insert(word);
        }
    }
    std::cout << "seed " << campaign.seed << std::endl;
    for (const auto &[name, run] : sorts) {
        if (chosen.empty() || chosen.contains(name)) run(campaign);
    }
    std::cout << campaign.tally.passed() << " passed, " << campaign.tally.failed() << " failed\n";
    return campaign.tally.failed() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
