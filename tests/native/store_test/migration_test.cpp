// From release 0.1.0 and back, with a vault that its own code made (tests/vaults/0.1.0).

#include "vault_folder.hpp"

#include "store/format1.hpp"
#include "store/migration.hpp"
#include "support/os.hpp"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada@example.org", "ben", "céline"};

void old_vault(const RecordFolder &folder)
{
    const std::string from = MALLOC_VR_TESTS_DIR "/vaults/0.1.0/";
    for (const std::string name : {"record-v1.sqlite", "vault.key"}) {
        std::filesystem::copy_file(from + name, folder.file(name));
        REQUIRE(os::make_private(folder.file(name)));
    }
}

vault::Bytes to_bytes(std::string_view text)
{
    const auto bytes = vault::as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

/// Keeps the old text as it is, with the payload's version before it.
OpenOptions migrating()
{
    auto how = options();
    how.convert_v1 = [](const EventV1 &event) {
        const std::string text = std::to_string(event.version).append(vault::as_text(event.plain));
        return to_bytes(text);
    };
    return how;
}

vault::Key key_of(const RecordFolder &folder)
{
    auto key = vault::key_from_hex(content_of(folder.file("vault.key")).substr(0, 64));
    REQUIRE(key);
    return *std::move(key);
}

struct Old {
    std::map<std::int64_t, std::string> texts;
    std::vector<RowV1> rows;
};

Old read_old(const std::string &path, const vault::Key &key)
{
    Old old;
    const auto read = read_format1(path, key, [&](const RowV1 &row) {
        REQUIRE(row.readable);
        old.rows.push_back(row);
        old.texts[row.sequence] = std::string("1").append(vault::as_text(row.plain));
    });
    REQUIRE(read);
    return old;
}

std::string uuid_text(const Id &id)
{
    std::string text;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
        text.append(vault::to_hex(std::span(id).subspan(i, 1)));
    }
    return text;
}

} // namespace

TEST_CASE("a vault of 0.1.0 is taken over with every number, id, time and learner",
          "[store][migration]")
{
    const RecordFolder folder;
    old_vault(folder);
    const std::string before = content_of(folder.file("record-v1.sqlite"));
    {
        const auto vault = open_in(folder.path(), migrating());
        CHECK(vault->report().migrated == 30);
        CHECK(vault->report().migrated_until == 30);
        CHECK(vault->report().findings.empty());
        CHECK(content_of(vault->report().migrated_from) == before);
        CHECK_FALSE(std::filesystem::exists(folder.file("record-v1.sqlite")));
        const Old old = read_old(vault->report().migrated_from, key_of(folder));
        CHECK(read_back(*vault).texts == old.texts);
        const auto keys = vault->keys();
        REQUIRE(keys);
        REQUIRE(vault->store().read(1, [&](const SealedRow &row, RowCondition) {
            const RowV1 &was = old.rows.at(static_cast<std::size_t>(row.sequence) - 1);
            CHECK(uuid_text(row.id) == was.id);
            CHECK(row.time_ms == was.time_ms);
            const auto *learner = keys->pseudonym_of(row.stream);
            CHECK((learner ? vault::to_hex(*learner) : "") == was.pseudonym);
        }));
        for (const std::string &learner : learners) {
            CHECK(keys->stream_of(vault->vault_keys().pseudonym(learner)) != nullptr);
        }
    }
    const auto again = open_in(folder.path(), migrating());
    CHECK(again->report().migrated == 0);
    CHECK(again->report().migrated_until == 30);
    CHECK(again->report().findings.empty());
}

TEST_CASE("without a converter an old vault is left alone", "[store][migration]")
{
    const RecordFolder folder;
    old_vault(folder);

    const auto opened = open_vault(folder.path(), options());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unsupported);
    CHECK(std::filesystem::exists(folder.file("record-v1.sqlite")));
    CHECK_FALSE(std::filesystem::exists(folder.file("record-v2.sqlite")));
}

TEST_CASE("a migration that was cut off is made again or gone on with", "[store][migration]")
{
    const RecordFolder folder;
    old_vault(folder);
    SECTION("while the new database was being written")
    {
        auto failing = migrating();
        int left = 17;
        failing.convert_v1 = [&](const EventV1 &event) -> vault::Bytes {
            if (--left == 0) throw Failure({Errc::internal, "the power went", "", ""});
            return {event.plain.begin(), event.plain.end()};
        };
        CHECK_THROWS_AS(open_vault(folder.path(), failing), Failure);
        CHECK(std::filesystem::exists(folder.file("record-v1.sqlite")));
    }
    SECTION("before the new database took its place")
    {
        const RecordFolder other;
        old_vault(other);
        open_in(other.path(), migrating()).reset();
        std::filesystem::copy_file(other.file("record-v2.sqlite"),
                                   folder.file("record-v2.ready.sqlite"));
    }
    SECTION("after the old one was put aside")
    {
        const RecordFolder other;
        old_vault(other);
        open_in(other.path(), migrating()).reset();
        std::filesystem::copy_file(other.file("record-v2.sqlite"),
                                   folder.file("record-v2.ready.sqlite"));
        std::filesystem::rename(folder.file("record-v1.sqlite"),
                                folder.file("record-v1.migrated-20260101T000000000Z.sqlite"));
    }

    const auto vault = open_in(folder.path(), migrating());

    CHECK(read_back(*vault).texts.size() == 30);
    CHECK_FALSE(std::filesystem::exists(folder.file("record-v1.sqlite")));
    CHECK_FALSE(std::filesystem::exists(folder.file("record-v2.ready.sqlite")));
    CHECK(vault->report().migrated_until == 30);
}

TEST_CASE("an old event that cannot be read is lost alone", "[store][migration]")
{
    const RecordFolder folder;
    old_vault(folder);
    const std::string statement =
        GENERATE(as<std::string>(), "UPDATE events SET sealed = zeroblob(90) WHERE sequence = 7",
                 "DELETE FROM events WHERE sequence = 7",
                 "UPDATE events SET hash = zeroblob(32) WHERE sequence = 6");
    SQLite::Database(folder.file("record-v1.sqlite"), SQLite::OPEN_READWRITE).exec(statement);
    const bool one_lost = statement.find("sequence = 7") != std::string::npos;
    // A deleted row takes the hash with it to which the seal of the next is bound.
    const std::size_t lost = statement.starts_with("DELETE") ? 2 : (one_lost ? 1 : 0);
    CAPTURE(statement);

    const auto vault = open_in(folder.path(), migrating());

    CHECK(vault->report().migrated == static_cast<std::int64_t>(30 - lost));
    CHECK(vault->report().findings.size() == (lost > 0 ? 1 : 0));
    CHECK(read_back(*vault).texts.size() == 30 - lost);
    CHECK(vault->verify_step(1'000)->findings.empty());
}

TEST_CASE("the way back restores the old record and hands out what came since",
          "[store][migration]")
{
    const RecordFolder folder;
    old_vault(folder);
    const std::string key = content_of(folder.file("vault.key"));
    const std::string before = content_of(folder.file("record-v1.sqlite"));
    {
        Recording recording(folder.path(), migrating());
        REQUIRE(recording.write(learners, 4));
    }
    std::vector<std::string> exported;

    const auto restored = restore_v1(folder.path(), migrating(),
                                     [&](const SealedRow &, std::span<const std::byte> plain) {
                                         exported.push_back(std::string(vault::as_text(plain)));
                                     });

    REQUIRE(restored);
    CHECK(restored->exported == 4);
    REQUIRE(exported.size() == 4);
    CHECK(exported[0] == saying(learners[31 % 3], 31));
    CHECK(content_of(folder.file("record-v1.sqlite")) == before);
    CHECK(content_of(folder.file("vault.key")) == key);
    CHECK(std::filesystem::exists(restored->kept_as));
    CHECK(read_old(folder.file("record-v1.sqlite"), key_of(folder)).texts.size() == 30);
    // And forward again.
    const auto vault = open_in(folder.path(), migrating());
    CHECK(vault->report().migrated == 30);
    CHECK(vault->report().findings.empty());
}

TEST_CASE("there is no way back where nothing was migrated", "[store][migration]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 2));
    }
    const auto restored = restore_v1(folder.path(), migrating(), nullptr);

    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == Errc::not_found);
    CHECK(std::filesystem::exists(folder.file("record-v2.sqlite")));
}
