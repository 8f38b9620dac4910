// Erasing one of fifty learners: nobody else's byte changes, and nothing of theirs is left in any
// file, whatever the program copied before.

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

TEST_CASE("erasing one of fifty learners leaves the others byte for byte and nothing of them",
          "[store][erase]")
{
    const RecordFolder folder;
    const auto learners = fifty();
    {
        Recording recording(folder.path());
        for (int i = 0; i < 8; ++i)
            REQUIRE(recording.write(learners, 50));
    }
    // A recovery, so that there is a copy; its streams are in it.
    alter(folder.file("record-v2.sqlite"), 18);
    Recording recording(folder.path());
    CHECK_FALSE(recording.vault->report().findings.empty());
    REQUIRE(recording.write(learners, 1));
    const auto before = rows_by_stream(recording.vault->store());
    const auto keys = recording.vault->vault_keys();
    const auto all = recording.vault->store().streams();
    REQUIRE(all);
    // The last in the table too: nothing comes to lie over its bytes when the table is rewritten.
    const StreamRow key = GENERATE(true, false) ? all->back() : all->at(17);
    const Id stream = key.id;
    const auto name = key.pseudonym;
    const std::string erased = *std::ranges::find_if(
        learners, [&](const std::string &learner) { return keys.pseudonym(learner) == name; });
    const std::vector<SnapshotPart> parts{{"progress", stream, to_bytes("sealed under their key")},
                                          {"progress", ownerless_stream, to_bytes("of all")}};
    REQUIRE(recording.vault->store().save(recording.vault->store().head(), parts));
    CHECK(files_with(folder, vault::as_text(name)).size() >= 2);
    CHECK(some_key_opens(folder, key, keys));

    const auto tombstone = recording.vault->erase(name, "asked for");

    REQUIRE(tombstone);
    CHECK(tombstone->stream == stream);
    const auto after = rows_by_stream(recording.vault->store());
    REQUIRE(after.size() == before.size());
    for (const auto &[id, rows] : before)
        CHECK(same(rows, after.at(id)));
    CHECK(files_with(folder, vault::as_text(name)).empty());
    CHECK(files_with(folder, vault::to_hex(name)).empty());
    CHECK(files_with(folder, erased).empty());
    CHECK(files_with(folder, vault::as_text(key.wrapped)).empty());
    CHECK_FALSE(some_key_opens(folder, key, keys));
    REQUIRE(recording.vault->store().load()->parts.size() == 1);
    CHECK(recording.vault->store().load()->parts[0].stream == ownerless_stream);
    const auto found = read_back(*recording.vault);
    CHECK(found.texts.size() == 401 - before.at(stream).size());
    for (const SealedRow &row : before.at(stream)) {
        CHECK(found.conditions.at(row.sequence) == RowCondition::erased);
    }
    CHECK_FALSE(recording.vault->erase(name, "again"));
    CHECK(recording.vault->verify_step(1'000)->findings.empty());

    // A restart changes nothing of it, and a returning person gets a new stream.
    recording.vault.reset();
    Recording again(folder.path());
    CHECK(again.vault->report().findings.empty());
    CHECK(read_back(*again.vault).conditions == found.conditions);
    CHECK(again.sealer->keys().stream_of(name) == nullptr);
    REQUIRE(again.write({erased}, 1));
    CHECK(*again.sealer->keys().stream_of(name) != stream);
    CHECK(read_back(*again.vault).texts.at(402) == saying(erased, 402));
}

TEST_CASE("what spill files hold of an erased learner goes, and others' stays", "[store][erase]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write({"ada", "ben"}, 4));
    const auto keys = recording.vault->vault_keys();
    const auto spilled = [&](const std::string &learner, std::uint64_t number) {
        SpilledEvent event{keys.pseudonym(learner), id_number(number), 5'000, {}};
        event.plain = to_bytes(saying(learner, number));
        return event;
    };
    SpillWriter live(folder.path(), keys.box.public_key());
    REQUIRE(live.append(std::vector{spilled("ada", 101), spilled("ben", 102)}));
    {
        SpillWriter gone(folder.path(), keys.box.public_key());
        REQUIRE(gone.append(std::vector{spilled("ben", 201), spilled("ada", 202)}));
        std::string content = content_of(gone.path());
        content += content.substr(0, content.size() / 2 + 40); // cut off in the middle of an entry
        REQUIRE(os::write_private_file(folder.file("spill-00.damaged"), content));
    }

    REQUIRE(recording.vault->erase(keys.pseudonym("ada"), "asked for"));

    std::multiset<std::uint64_t> left;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string content = content_of(entry.path().string());
        for (const SpillEntry &one : read_entries(vault::as_bytes(content), keys.box).entries) {
            CHECK(one.event.learner == keys.pseudonym("ben"));
            left.insert(std::to_integer<std::uint64_t>(one.event.id.back()));
        }
    }
    const std::string damaged = content_of(folder.file("spill-00.damaged"));
    CHECK(std::ranges::all_of(std::string_view(damaged).substr(damaged.size() - 20),
                              [](char c) { return c == '\0'; }));
    CHECK(left.size() == 4); // 102, and 201 in three places but the cut one
}
