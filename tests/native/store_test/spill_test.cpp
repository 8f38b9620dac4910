// What a second process leaves beside a record that is in use, and how it comes in.

#include "spilled_events.hpp"
#include "vault_folder.hpp"

#include "store/spill.hpp"

#include <algorithm>
#include <random>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

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
