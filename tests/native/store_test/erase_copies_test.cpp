#include "erased_learner.hpp"
#include "test_folder.hpp"
#include "vault_folder.hpp"

#include "store/format1.hpp"
#include "store/migration.hpp"
#include "store/spill.hpp"
#include "support/os.hpp"
#include "vault/pseudonym.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("a key that is gone without a signed tombstone is damage, not an erasure",
          "[store][erase][tombstone]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write({"ada", "ben"}, 6));
    }
    {
        SQLite::Database db(folder.file("record-v2.sqlite"), SQLite::OPEN_READWRITE);
        db.exec("PRAGMA secure_delete = ON");
        db.exec("DELETE FROM streams WHERE position = 1");
        db.exec("DELETE FROM streams_mirror WHERE position = 1");
        db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const auto vault = open_in(folder.path());
    const auto found = read_back(*vault);

    CHECK(found.texts.size() == 3);
    CHECK(std::ranges::count_if(found.conditions, [](const auto &entry) {
              return entry.second == RowCondition::damaged;
          }) == 3);
    CHECK_FALSE(vault->report().findings.empty());
}

TEST_CASE("an erased learner stays erased when the file has to be rebuilt", "[store][erase]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write({"ada", "ben"}, 6));
        REQUIRE(
            recording.vault->erase(recording.vault->vault_keys().pseudonym("ada"), "asked for"));
    }
    alter(folder.file("record-v2.sqlite"), 4096); // the root page of the events

    const auto vault = open_in(folder.path());

    const auto found = read_back(*vault);
    CHECK(vault->report().findings.size() == 1);
    CHECK(found.texts.size() == 3);
    CHECK(found.conditions.at(2) == RowCondition::erased);
    REQUIRE(vault->store().tombstones()->size() == 1);
}

TEST_CASE("the copy that a migration kept loses the erased learner and opens in 0.1.0",
          "[store][erase][migration]")
{
    const RecordFolder folder;
    const std::string from = MALLOC_VR_TESTS_DIR "/vaults/0.1.0/";
    for (const std::string name : {"record-v1.sqlite", "vault.key"}) {
        std::filesystem::copy_file(from + name, folder.file(name));
        REQUIRE(os::make_private(folder.file(name)));
    }
    auto how = options();
    how.convert_v1 = [](const EventV1 &event) { return to_bytes(vault::as_text(event.plain)); };
    const auto name = read_vault_keys(folder.path())->pseudonym("ben");
    {
        const auto vault = open_in(folder.path(), how);
        CHECK(files_with(folder, vault::to_hex(name)).size() == 1);
        REQUIRE(vault->erase(name, "asked for"));
    }
    CHECK(files_with(folder, vault::to_hex(name)).empty());
    CHECK(files_with(folder, vault::as_text(name)).empty());

    REQUIRE(restore_v1(folder.path(), how, [](const SealedRow &, std::span<const std::byte>) {}));

    // The same reading as the migration's, which checks numbers and seals.
    const auto key = vault::key_from_hex(content_of(folder.file("vault.key")).substr(0, 64));
    REQUIRE(key);
    std::vector<std::string> texts;
    REQUIRE(read_format1(folder.file("record-v1.sqlite"), *key, [&](const RowV1 &row) {
        REQUIRE(row.readable);
        REQUIRE(row.sequence == static_cast<std::int64_t>(texts.size()) + 1);
        texts.emplace_back(vault::as_text(row.plain));
    }));
    CHECK(texts.size() == 21);
    const auto names = [&](std::string_view learner) {
        return std::ranges::count_if(
            texts, [&](const std::string &text) { return text.find(learner) != text.npos; });
    };
    CHECK(names("ada@example.org") > 0);
    CHECK(names("\"ben\"") == 0);
}
