// What somebody who can write the files, but has no key, cannot do unnoticed; and what a record
// does about it.

#include "altered_record.hpp"
#include "vault_folder.hpp"

#include "store/recovered_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("a change to the rows costs those rows, and is said", "[store][chain]")
{
    const auto attack = GENERATE(values<Attack>({
        {"two rows swapped",
         "UPDATE events SET sequence = -1 WHERE sequence = 4;"
         "UPDATE events SET sequence = 4 WHERE sequence = 6;"
         "UPDATE events SET sequence = 6 WHERE sequence = -1",
         {4, 6}},
        {"contents of two rows of one learner swapped",
         "UPDATE events SET sealed = (SELECT sealed FROM events WHERE sequence = 4) "
         "WHERE sequence = 7",
         {7}},
        {"a row deleted", "DELETE FROM events WHERE sequence = 5", {5}},
        {"the first row deleted", "DELETE FROM events WHERE sequence = 1", {1}},
        {"three rows deleted", "DELETE FROM events WHERE sequence BETWEEN 4 AND 6", {4, 5, 6}},
        {"the last row deleted", "DELETE FROM events WHERE sequence = 12", {12}},
        {"a time changed", "UPDATE events SET time_ms = time_ms + 1 WHERE sequence = 8", {8}},
        {"an id changed", "UPDATE events SET id = zeroblob(16) WHERE sequence = 8", {8}},
        {"an id cut short", "UPDATE events SET id = x'01' WHERE sequence = 8", {8}},
        {"a stream changed",
         "UPDATE events SET stream = (SELECT stream FROM events WHERE sequence = 1) "
         "WHERE sequence = 2",
         {2}},
        {"a row and its hash changed",
         "UPDATE events SET sealed = zeroblob(60), sealed_hash = zeroblob(32) WHERE sequence = 9",
         {9}},
        {"a hash changed", "UPDATE events SET sealed_hash = zeroblob(32) WHERE sequence = 9", {}},
        {"a link changed", "UPDATE events SET link = zeroblob(32) WHERE sequence = 9", {}},
        {"a mark changed", "UPDATE events SET mark = zeroblob(32) WHERE sequence = 12", {}},
        {"a mark taken away", "UPDATE events SET mark = NULL WHERE sequence = 12", {}},
        {"a row repeated at the end",
         "INSERT INTO events SELECT 13, stream, id, time_ms, sealed_hash, link, mark, sealed "
         "FROM events WHERE sequence = 3",
         {}},
    }));
    CAPTURE(attack.name);
    const RecordFolder folder;
    twelve_events(folder);
    sql(folder, attack.statement);
    auto expected = expected_texts(learners, events);
    for (const auto sequence : attack.lost)
        expected.erase(sequence);

    Recording recording(folder.path());

    CHECK(says(recording.vault->report().findings, Finding::Kind::file_repaired));
    const auto found = read_back(*recording.vault);
    CHECK(found.texts == expected);
    CHECK(recording.vault->store().head().sequence >= events);
    for (const auto sequence : attack.lost) {
        CHECK(found.conditions.at(sequence) == RowCondition::damaged);
        CHECK(std::ranges::any_of(recording.vault->report().findings, [&](const Finding &f) {
            return f.kind == Finding::Kind::row_lost && f.sequence <= sequence &&
                   f.sequence + 2 >= sequence && std::filesystem::exists(f.kept_as);
        }));
    }
    REQUIRE(recording.write(learners, 2));
    CHECK(read_back(*recording.vault).texts.size() == expected.size() + 2);
    recording.vault.reset();
    CHECK(open_in(folder.path())->report().findings.empty());
}

TEST_CASE("a change beside the rows costs no event", "[store][chain]")
{
    const std::string statement = GENERATE(
        as<std::string>(), "DELETE FROM meta", "UPDATE meta SET value = zeroblob(16)",
        "DELETE FROM streams", "DELETE FROM streams_mirror",
        "UPDATE streams SET wrapped = zeroblob(72)",
        "UPDATE streams_mirror SET pseudonym = zeroblob(16)",
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events WHERE sequence < 5; END",
        "CREATE INDEX i ON events(id)", "PRAGMA journal_mode = DELETE", "DROP TABLE snapshot",
        "PRAGMA user_version = 3; PRAGMA application_id = 9");
    CAPTURE(statement);
    const RecordFolder folder;
    twelve_events(folder);
    sql(folder, statement);

    Recording recording(folder.path());

    CHECK(says(recording.vault->report().findings, Finding::Kind::file_repaired));
    CHECK(read_back(*recording.vault).texts == expected_texts(learners, events));
    REQUIRE(recording.write(learners, 2));
    CHECK(read_back(*recording.vault).texts == expected_texts(learners, events + 2));
}

TEST_CASE("a damaged row behind a snapshot is found by verifying", "[store][chain][verify]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        for (int i = 0; i < 4; ++i)
            REQUIRE(recording.write(learners, 3));
        REQUIRE(recording.vault->store().save(recording.vault->store().head(), {}));
    }
    sql(folder, "UPDATE events SET sealed = zeroblob(60) WHERE sequence = 4");
    Recording recording(folder.path());
    CHECK(recording.vault->report().findings.empty());

    std::vector<Finding> findings;
    std::int64_t last = 0;
    for (bool done = false; !done;) {
        const auto step = recording.vault->verify_step(5);
        REQUIRE(step);
        CHECK(step->verified > last);
        CHECK(step->events == events);
        last = step->verified;
        done = step->done;
        findings.insert(findings.end(), step->findings.begin(), step->findings.end());
    }

    CHECK(last == events);
    CHECK(says(findings, Finding::Kind::row_lost));
    auto expected = expected_texts(learners, events);
    expected.erase(4);
    CHECK(read_back(*recording.vault).texts == expected);
    REQUIRE(recording.write(learners, 1));
    const auto again = recording.vault->verify_step(100);
    REQUIRE(again);
    CHECK(again->done);
    CHECK(again->findings.empty());
}

TEST_CASE("a file that breaks while it is open is repaired by the append that meets it",
          "[store][chain]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write(learners, 40));
    REQUIRE(recording.vault->store().checkpoint());
    {
        // The root page of `events` in the file, behind SQLite's back; a large snapshot pushes what
        // SQLite keeps in memory out.
        std::fstream file(folder.file("record-v2.sqlite"),
                          std::ios::binary | std::ios::in | std::ios::out);
        for (std::streamoff page = 0; page < 60; ++page) {
            file.seekp(page * 4096 + (page == 0 ? 100 : 0));
            file.put('\x55');
        }
    }
    const auto more = recording.write(learners, 1);
    const auto step = recording.vault->verify_step(1'000);

    CHECK(more);
    REQUIRE(step);
    recording.vault.reset();
    const auto vault = open_in(folder.path());
    CHECK(read_back(*vault).texts == expected_texts(learners, 41));
}

TEST_CASE("SQLite's own recovery finds rows behind a broken inner page", "[store][chain]")
{
    const RecordFolder folder;
    std::int64_t last = 0;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 60));
        last = recording.vault->store().head().sequence;
    }
    const std::string before = content_of(folder.file("record-v2.sqlite"));
    std::string content = before;
    // Some page numbers of the inner page that is the root of `events`, behind its header.
    std::fill_n(content.begin() + 4096 + 12, 4, '\xff');
    write_content(folder.file("record-v2.sqlite"), content);
    std::set<std::int64_t> found;

    recovered_rows(folder.file("record-v2.sqlite"), folder.file("scratch.sqlite"),
                   [&](const SealedRow &row) { found.insert(row.sequence); });

    CHECK(found.size() > 20);
    CHECK(*found.rbegin() == last);
    CHECK(content_of(folder.file("record-v2.sqlite")) == content);
    CHECK_FALSE(std::filesystem::exists(folder.file("scratch.sqlite")));
}
