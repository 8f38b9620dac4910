// What dying writers of spill files leave.

#include "spilled_events.hpp"
#include "vault_folder.hpp"

#include "store/spill.hpp"

#include <algorithm>
#include <random>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("any order of spilling, merging and dying brings every event in once", "[store][spill]")
{
    const auto seed = Catch::rngSeed();
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    for (int history = 0; history < 12; ++history) {
        const RecordFolder folder;
        auto recording = std::make_unique<Recording>(folder.path());
        const auto keys = read_vault_keys(folder.path());
        REQUIRE(keys);
        std::vector<std::unique_ptr<SpillWriter>> writers;
        std::map<std::string, int> expected;
        std::uint64_t number = 1'000;
        for (int step = 0; step < 30; ++step) {
            switch (random() % 5) {
            case 0:
                writers.push_back(
                    std::make_unique<SpillWriter>(folder.path(), keys->box.public_key()));
                break;
            case 1:
            case 2:
                if (!writers.empty()) {
                    auto &writer = writers[random() % writers.size()];
                    const std::string learner = random() % 2 ? "ada" : "ben";
                    ++number;
                    REQUIRE(writer->append(std::vector{
                        spilled(*keys, learner, number, static_cast<TimeMs>(random() % 100))}));
                    ++expected[saying(learner, number)];
                }
                break;
            case 3: {
                SpillFolder spills(folder.path(), recording->vault->vault_keys());
                merge_once(*recording, spills, random() % 3 != 0);
                break;
            }
            case 4:
                if (random() % 2 && !writers.empty()) {
                    writers.erase(writers.begin());
                } else {
                    recording.reset();
                    recording = std::make_unique<Recording>(folder.path());
                }
            }
        }
        writers.clear();
        SpillFolder spills(folder.path(), recording->vault->vault_keys());
        merge_once(*recording, spills);
        std::map<std::string, int> found;
        for (const auto &[sequence, text] : read_back(*recording->vault).texts)
            ++found[text];
        CHECK(found == expected);
        CHECK(spill_files(folder).empty());
    }
}
