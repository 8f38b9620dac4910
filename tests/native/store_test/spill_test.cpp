// What a second process leaves beside a record that is in use, and how it comes in.

#include "vault_folder.hpp"

#include "store/spill.hpp"

#include <algorithm>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

using namespace mvr;
using namespace mvr::store;

namespace {

vault::Bytes to_bytes(std::string_view text)
{
    const auto bytes = vault::as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

SpilledEvent spilled(const vault::VaultKeys &keys, const std::string &learner, std::uint64_t number,
                     TimeMs time)
{
    SpilledEvent event;
    if (!learner.empty()) event.learner = keys.pseudonym(learner);
    event.id = id_number(number);
    event.time_ms = time;
    event.plain = to_bytes(saying(learner, number));
    return event;
}

std::vector<std::string> spill_files(const RecordFolder &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("spill-")) names.push_back(name);
    }
    return names;
}

/// One turn of the holder of the lock; how many came in.
std::size_t merge_once(Recording &recording, SpillFolder &spills, bool finish = true)
{
    const auto waiting = spills.collect(recording.vault->store());
    REQUIRE(waiting);
    if (!waiting->empty()) {
        std::vector<PlainEvent> events;
        std::vector<Id> ids;
        for (const SpilledEvent &event : *waiting) {
            events.push_back({event.learner, event.id, event.time_ms, event.plain});
            ids.push_back(event.id);
        }
        REQUIRE(recording.commit(recording.sealer->seal(events), ids));
    }
    if (finish) REQUIRE(spills.finish());
    return waiting->size();
}

} // namespace

TEST_CASE("what was spilled comes in at the end, in the order of time", "[store][spill]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write({"ada"}, 3));
    const auto keys = read_vault_keys(folder.path());
    REQUIRE(keys);
    {
        SpillWriter one(folder.path(), keys->box.public_key());
        SpillWriter two(folder.path(), keys->box.public_key());
        CHECK(spill_files(folder).empty());
        REQUIRE(one.append(std::vector{spilled(*keys, "ada", 101, 5'000)}));
        REQUIRE(two.append(
            std::vector{spilled(*keys, "ben", 201, 4'000), spilled(*keys, "", 202, 6'000)}));
        REQUIRE(one.append(std::vector{spilled(*keys, "ada", 102, 4'500)}));
        CHECK(spill_files(folder).size() == 2);
        for (const std::string &name : spill_files(folder)) {
            const std::string content = content_of(folder.file(name));
            CHECK(content.find("did number") == std::string::npos);
            CHECK(content.find(vault::as_text(keys->pseudonym("ada"))) == std::string::npos);
        }
    }
    SpillFolder spills(folder.path(), recording.vault->vault_keys());

    CHECK(merge_once(recording, spills) == 4);

    const auto texts = read_back(*recording.vault).texts;
    CHECK(texts.at(4) == saying("ben", 201));
    CHECK(texts.at(5) == saying("ada", 102));
    CHECK(texts.at(6) == saying("ada", 101));
    CHECK(texts.at(7) == saying("", 202));
    CHECK(spill_files(folder).empty());
    CHECK(merge_once(recording, spills) == 0);
    CHECK(spills.problems().empty());
}

TEST_CASE("a spill file stays as long as its writer lives, without what was merged",
          "[store][spill]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    const auto keys = recording.vault->vault_keys();
    SpillFolder spills(folder.path(), recording.vault->vault_keys());
    auto writer = std::make_unique<SpillWriter>(folder.path(), keys.box.public_key());
    REQUIRE(writer->append(std::vector{spilled(keys, "ada", 101, 1)}));
    CHECK(merge_once(recording, spills) == 1);
    REQUIRE(spill_files(folder).size() == 1);
    const std::string content = content_of(folder.file(spill_files(folder)[0]));
    CHECK(std::ranges::all_of(content, [](char c) { return c == '\0'; }));

    REQUIRE(writer->append(std::vector{spilled(keys, "ada", 102, 2)}));
    CHECK(merge_once(recording, spills) == 1);
    CHECK(spill_files(folder).size() == 1);
    writer.reset();
    CHECK(merge_once(recording, spills) == 0);

    CHECK(spill_files(folder).empty());
    CHECK(read_back(*recording.vault).texts.size() == 2);
}

TEST_CASE("merging twice is merging once, wherever the process died", "[store][spill]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        const auto keys = recording.vault->vault_keys();
        {
            SpillWriter writer(folder.path(), keys.box.public_key());
            REQUIRE(writer.append(
                std::vector{spilled(keys, "ada", 101, 1), spilled(keys, "ben", 102, 2)}));
        }
        SpillFolder spills(folder.path(), recording.vault->vault_keys());
        CHECK(merge_once(recording, spills, false) == 2); // and died before it could finish
    }
    Recording recording(folder.path());
    SpillFolder spills(folder.path(), recording.vault->vault_keys());
    CHECK(spill_files(folder).size() == 1);

    CHECK(merge_once(recording, spills) == 0);

    CHECK(spill_files(folder).empty());
    CHECK(read_back(*recording.vault).texts.size() == 2);
    const PlainEvent event{std::nullopt, id_number(101), 1, {}};
    const std::vector<Id> ids{id_number(101)};
    const auto rejected = recording.commit(recording.sealer->seal({&event, 1}), ids);
    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::conflict);
}

TEST_CASE("an entry cut off at any byte is left out, and those before it come in", "[store][spill]")
{
    const RecordFolder origin;
    const auto vault = open_in(origin.path());
    const auto keys = vault->vault_keys();
    std::string content;
    std::size_t first_two = 0;
    {
        SpillWriter writer(origin.path(), keys.box.public_key());
        REQUIRE(
            writer.append(std::vector{spilled(keys, "ada", 101, 1), spilled(keys, "ben", 102, 2)}));
        first_two = content_of(writer.path()).size();
        REQUIRE(writer.append(std::vector{spilled(keys, "ada", 103, 3)}));
        content = content_of(writer.path());
    }
    for (std::size_t size = first_two; size < content.size(); size += 7) {
        CAPTURE(size);
        const auto cut = std::string_view(content).substr(0, size);
        const SpillFile file = read_entries(vault::as_bytes(cut), keys.box);
        CHECK(file.entries.size() == 2);
        CHECK(file.unreadable.empty());
    }
}

TEST_CASE("an altered byte of a spill file costs at most its entry, and is said", "[store][spill]")
{
    const RecordFolder origin;
    auto vault = open_in(origin.path());
    const auto keys = vault->vault_keys();
    {
        SpillWriter writer(origin.path(), keys.box.public_key());
        for (std::uint64_t i = 0; i < 4; ++i)
            REQUIRE(writer.append(std::vector{spilled(keys, "ada", 101 + i, TimeMs(i))}));
    }
    const std::string name = spill_files(origin).at(0);
    const std::string content = content_of(origin.file(name));
    for (std::size_t at = 0; at < content.size(); ++at) {
        CAPTURE(at);
        std::string altered = content;
        altered[at] = static_cast<char>(altered[at] ^ 0x10);
        const SpillFile file = read_entries(vault::as_bytes(altered), keys.box);
        CHECK(file.entries.size() == 3);
    }
    vault.reset();
    std::string altered = content;
    altered[30] = static_cast<char>(altered[30] ^ 0x10);
    write_content(origin.file(name), altered);
    Recording recording(origin.path());
    SpillFolder spills(origin.path(), recording.vault->vault_keys());

    CHECK(merge_once(recording, spills) == 3);

    REQUIRE(spills.problems().size() == 1);
    CHECK(spills.problems()[0].find(name) != std::string::npos);
    REQUIRE(spill_files(origin).size() == 1);
    CHECK(spill_files(origin)[0].ends_with(".damaged"));
    CHECK(merge_once(recording, spills) == 0);
}

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

TEST_CASE("a writer that is killed leaves what it heard is saved", "[store][spill]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    const auto keys = recording.vault->vault_keys();
    const pid_t child = ::fork();
    if (child == 0) {
        SpillWriter writer(folder.path(), keys.box.public_key());
        const bool saved = writer.append(std::vector{spilled(keys, "ada", 101, 1)}).has_value();
        ::_exit(saved ? 7 : 1); // without any tidying
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 7);
    SpillFolder spills(folder.path(), recording.vault->vault_keys());

    CHECK(merge_once(recording, spills) == 1);
    CHECK(spill_files(folder).empty());
}
