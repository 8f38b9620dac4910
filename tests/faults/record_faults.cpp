// Makes everything go wrong that can go wrong with a record's disk, one thing at a time, and looks
// at what is left.
//
//   record_faults FOLDER [--all] [--seed N] [SORT...]
//
// FOLDER is for scratch and is emptied. Sorts: proof disk power record bytes vaults migration; all by
// default. The last line is "N passed, N failed".

#include "sorts.hpp"
#include "workers.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <thread>

namespace {

using namespace mvr::faults;

struct Sort {
    const char *name;
    void (*run)(Campaign &);
    bool splits; ///< between processes
};

constexpr Sort sorts[] = {
    {"proof", test_the_faults, false},   {"disk", test_disk_faults, true},
    {"power", test_power_losses, true},  {"record", test_record, true},
    {"bytes", test_altered_bytes, true}, {"vaults", test_odd_vaults, false},
    {"migration", test_migration, true},
};

/// Runs one sort in as many processes as there are processors, each in a folder of its own, and
/// prints its lines.
Tally::Line run(const Campaign &campaign, const Sort &sort)
{
    const int workers =
        sort.splits ? std::max(1, static_cast<int>(std::thread::hardware_concurrency())) : 1;
    const auto texts = run_in_processes(workers, [&](int worker) {
        Campaign part = campaign;
        part.work = campaign.fresh("process-" + std::to_string(worker));
        part.worker = worker;
        part.workers = workers;
        sort.run(part);
        return part.tally.text();
    });
    Tally::Line all;
    for (const Tally::Line &line : sum_of(texts)) {
        std::cout << line.sort << ": " << line.passed + line.failed << " points" << std::endl;
        all.passed += line.passed;
        all.failed += line.failed;
    }
    return all;
}

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
    Tally::Line all;
    for (const Sort &sort : sorts) {
        if (!chosen.empty() && !chosen.contains(sort.name)) continue;
        const Tally::Line some = run(campaign, sort);
        all.passed += some.passed;
        all.failed += some.failed;
    }
    std::cout << all.passed << " passed, " << all.failed << " failed\n";
    return all.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
