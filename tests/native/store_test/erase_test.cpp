// Erasing one of fifty learners: nobody else's byte changes, and nothing of theirs is left in any
// file, whatever the program copied before.

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

#include <sys/stat.h>

using namespace mvr;
using namespace mvr::store;

namespace {

std::vector<std::string> fifty()
{
    std::vector<std::string> names;
    for (int i = 0; i < 50; ++i)
        names.push_back(std::string("learner-").append(std::to_string(i)).append("@example.org"));
    return names;
}

vault::Bytes to_bytes(std::string_view text)
{
    const auto bytes = vault::as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

/// Rows as they stand in the store, by stream.
std::map<Id, std::vector<SealedRow>> rows_by_stream(EventStore &store)
{
    std::map<Id, std::vector<SealedRow>> rows;
    REQUIRE(store.read(
        1, [&](const SealedRow &row, RowCondition) { rows[row.stream].push_back(row); }));
    return rows;
}

bool same(const std::vector<SealedRow> &one, const std::vector<SealedRow> &other)
{
    return std::ranges::equal(one, other, [](const SealedRow &a, const SealedRow &b) {
        return a.sequence == b.sequence && a.id == b.id && a.time_ms == b.time_ms &&
               a.sealed_hash == b.sealed_hash && a.link == b.link && a.mark == b.mark &&
               a.sealed == b.sealed;
    });
}

/// The files of the folder in which `bytes` stand.
std::vector<std::string> files_with(const RecordFolder &folder, std::string_view bytes)
{
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        if (content_of(entry.path().string()).find(bytes) != std::string::npos) {
            found.push_back(entry.path().filename().string());
        }
    }
    return found;
}

void alter(const std::string &path, std::size_t at)
{
    std::string content = content_of(path);
    content[at] = static_cast<char>(content[at] ^ 0x40);
    write_content(path, content);
}

/// Every string of 72 bytes in any file, tried as the wrapped key of this stream and learner.
bool some_key_opens(const RecordFolder &folder, const StreamRow &stream,
                    const vault::VaultKeys &keys)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().filename() == "reserve") continue;
        const std::string content = content_of(entry.path().string());
        for (std::size_t at = 0; at + stream.wrapped.size() <= content.size(); ++at) {
            const auto bytes =
                to_bytes(std::string_view(content).substr(at, stream.wrapped.size()));
            if (opens(StreamRow{stream.id, stream.pseudonym, bytes}, keys)) return true;
        }
    }
    return false;
}

} // namespace

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
        REQUIRE(::chmod(folder.file(name).c_str(), 0600) == 0);
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
