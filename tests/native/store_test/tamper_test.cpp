// What somebody who can write the files, but does not have the key, cannot do unnoticed.

#include "store/log.hpp"

#include "record_folder.hpp"

#include <functional>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/stat.h>

using namespace mvr;
using namespace mvr::store;

namespace {

std::string ten_events(const RecordFolder &folder)
{
    const auto log = open_log(folder);
    REQUIRE(log->append(some_events(10)));
    return all_text(*log);
}

void sql(const RecordFolder &folder, const std::string &statement)
{
    SQLite::Database db(folder.database(), SQLite::OPEN_READWRITE);
    db.exec(statement);
}

struct Attack {
    std::string name;
    std::string statement;
    std::int64_t noticed_at;
};

} // namespace

TEST_CASE("a change to the rows is noticed where it was made", "[store][tamper]")
{
    const auto attack = GENERATE(values<Attack>({
        {"two rows swapped",
         "UPDATE events SET sequence = -1 WHERE sequence = 4;"
         "UPDATE events SET sequence = 4 WHERE sequence = 6;"
         "UPDATE events SET sequence = 6 WHERE sequence = -1",
         4},
        {"contents of two rows of one learner swapped",
         "UPDATE events SET sealed = (SELECT sealed FROM events WHERE sequence = 3) WHERE sequence "
         "= 7",
         7},
        {"a row deleted", "DELETE FROM events WHERE sequence = 5", 5},
        {"the first row deleted", "DELETE FROM events WHERE sequence = 1", 1},
        {"the last row deleted", "DELETE FROM events WHERE sequence = 10", 10},
        {"an old row repeated at the end",
         "INSERT INTO events SELECT 11, id, time_ms, pseudonym, version, sealed, hash FROM events "
         "WHERE sequence = 3",
         11},
        {"a time changed", "UPDATE events SET time_ms = time_ms + 1 WHERE sequence = 8", 8},
        {"an id changed", "UPDATE events SET id = 'x' WHERE sequence = 8", 8},
        {"a version changed", "UPDATE events SET version = 2 WHERE sequence = 2", 2},
        {"a learner changed",
         "UPDATE events SET pseudonym = (SELECT pseudonym FROM events WHERE sequence = 2) "
         "WHERE sequence = 3",
         3},
        {"a hash changed", "UPDATE events SET hash = zeroblob(32) WHERE sequence = 9", 9},
        {"a learner's key deleted",
         "DELETE FROM learner_keys WHERE pseudonym = (SELECT pseudonym FROM events WHERE sequence "
         "= 2)",
         2},
        {"two learners' keys swapped",
         "UPDATE learner_keys SET wrapped = other.wrapped FROM "
         "(SELECT pseudonym AS owner, wrapped FROM learner_keys) AS other "
         "WHERE other.owner <> learner_keys.pseudonym",
         1},
    }));
    CAPTURE(attack.name);
    const RecordFolder folder;
    const std::string before = ten_events(folder);
    sql(folder, attack.statement);

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged);
    CHECK(opened->report.damaged_at_sequence == attack.noticed_at);
    CHECK_FALSE(opened->report.what.empty());
    CHECK(std::filesystem::exists(opened->report.kept_as));
    const auto events = opened->log->read_from(1);
    REQUIRE(events);
    REQUIRE(static_cast<std::int64_t>(events->size()) == attack.noticed_at);
    CHECK(events->back().type == "record_recovered");
    CHECK(events->back().payload["damaged_at_sequence"] == attack.noticed_at);
    const std::vector<Event> good(events->begin(), events->end() - 1);
    CHECK(before.starts_with(in_text(good)));
    CHECK(opened->log->verify()->intact);
}

TEST_CASE("a change beside the rows loses no event", "[store][tamper]")
{
    const std::string statement = GENERATE(
        as<std::string>(), "DELETE FROM meta WHERE name = 'head'", "DELETE FROM meta",
        "UPDATE meta SET value = zeroblob(16) WHERE name = 'fingerprint'",
        "UPDATE meta SET value = zeroblob(41) WHERE name = 'format'",
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events WHERE sequence < 5; END",
        "CREATE INDEX i ON events(id)", "PRAGMA journal_mode = DELETE");
    CAPTURE(statement);
    const RecordFolder folder;
    const std::string before = ten_events(folder);
    sql(folder, statement);

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged);
    CHECK(opened->report.damaged_at_sequence == 11);
    CHECK(all_text(*opened->log).starts_with(before));
    REQUIRE(opened->log->append(some_events(1)));
    CHECK(opened->log->verify()->events == 12);
    CHECK(opened->log->verify()->intact);
}

TEST_CASE("an older end of the record put back beside newer events is noticed", "[store][tamper]")
{
    const RecordFolder folder;
    const std::string before = ten_events(folder);
    std::string head;
    {
        SQLite::Database db(folder.database(), SQLite::OPEN_READWRITE);
        SQLite::Statement read(db, "SELECT hex(value) FROM meta WHERE name = 'head'");
        REQUIRE(read.executeStep());
        head = read.getColumn(0).getString();
    }
    REQUIRE(open_log(folder)->append(some_events(2)));
    sql(folder, "UPDATE meta SET value = x'" + head + "' WHERE name = 'head'");

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged);
    CHECK(all_text(*opened->log).starts_with(before));
    CHECK(opened->report.events == 13);
}

TEST_CASE("another vault's key opens nothing and changes nothing", "[store][tamper]")
{
    const RecordFolder folder;
    ten_events(folder);
    const std::string database = content_of(folder.database());
    const std::string key = content_of(folder.file("vault.key"));
    std::string other = key;
    other[0] = key[0] == '0' ? '1' : '0';
    write_content(folder.file("vault.key"), other);

    const auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unauthorized);
    CHECK(opened.error().remedy.find("vault.key") != std::string::npos);
    CHECK(content_of(folder.database()) == database);
    CHECK(content_of(folder.file("vault.key")) == other);
    write_content(folder.file("vault.key"), key);
    CHECK(open_log(folder)->verify()->events == 10);
}

TEST_CASE("a key is never made anew over an existing record", "[store][tamper]")
{
    const bool only_a_damaged_one = GENERATE(false, true);
    const RecordFolder folder;
    ten_events(folder);
    std::filesystem::remove(folder.file("vault.key"));
    if (only_a_damaged_one) {
        std::filesystem::rename(folder.database(), folder.file("record-v1.damaged-x.sqlite"));
    }

    const auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unauthorized);
    CHECK(opened.error().message.find("missing") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.file("vault.key")));
}

TEST_CASE("a key file that is broken or open to others is refused", "[store][tamper]")
{
    const RecordFolder folder;
    ten_events(folder);
    const std::string key = folder.file("vault.key");

    SECTION("readable by others") { REQUIRE(::chmod(key.c_str(), 0644) == 0); }
    SECTION("cut short") { write_content(key, content_of(key).substr(1)); }
    SECTION("a symbolic link")
    {
        std::filesystem::rename(key, folder.file("elsewhere"));
        std::filesystem::create_symlink(folder.file("elsewhere"), key);
    }

    const auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE_FALSE(opened);
    CHECK_FALSE(opened.error().remedy.empty());
}
