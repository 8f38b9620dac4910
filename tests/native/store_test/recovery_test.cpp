#include "store/log.hpp"

#include "record_folder.hpp"

#include <algorithm>
#include <filesystem>

using namespace mvr;
using namespace mvr::store;
namespace fs = std::filesystem;

namespace {

/// A record that is closed, or that was killed with `unfinished` transactions in its write-ahead
/// file.
struct Specimen {
    std::string database;
    std::string wal;
    std::string key;
    std::vector<Event> events;
};

Specimen make_specimen(bool with_wal)
{
    const RecordFolder folder;
    Specimen specimen;
    auto log = open_log(folder);
    for (const NewEvent &event : some_events(6))
        REQUIRE(log->append({&event, 1}));
    specimen.events = *log->read_from(1);
    specimen.key = content_of(folder.file("vault.key"));
    if (with_wal) { // as a killed process leaves it
        specimen.wal = content_of(folder.database() + "-wal");
    } else {
        log.reset();
    }
    specimen.database = content_of(folder.database());
    return specimen;
}

void put(const Specimen &specimen, const RecordFolder &folder)
{
    write_content(folder.file("vault.key"), specimen.key);
    fs::permissions(folder.file("vault.key"), fs::perms(0600));
    write_content(folder.database(), specimen.database);
    if (!specimen.wal.empty()) write_content(folder.database() + "-wal", specimen.wal);
}

/// Opens what was put there: whatever it says, it must say nothing false. Returns how many of the
/// original events it still has.
std::size_t check_honest(const Specimen &original, const Specimen &damaged,
                         const RecordFolder &folder)
{
    auto opened = EventLog::open(folder.path(), ticking());
    if (!opened) FAIL(opened.error().message);
    auto events = opened->log->read_from(1);
    REQUIRE(events);
    const OpenReport &report = opened->report;
    if (report.damaged) {
        REQUIRE(events->back().type == "record_recovered");
        CHECK(report.damaged_at_sequence == static_cast<std::int64_t>(events->size()));
        CHECK(content_of(report.kept_as) == damaged.database);
        CHECK(content_of(report.kept_as + "-wal") == damaged.wal);
        events->pop_back();
    }
    CHECK(in_text(original.events).starts_with(in_text(*events)));
    CHECK(opened->log->verify()->intact);
    return events->size();
}

} // namespace

TEST_CASE("a flipped byte anywhere in the database never gives wrong data", "[store][recovery]")
{
    const Specimen original = make_specimen(false);
    std::size_t flips = 0;
    std::size_t still_whole = 0;
    // The head of each page byte by byte, where the structure is; the rest in steps.
    for (std::size_t at = 0; at < original.database.size(); at += at % 4096 < 64 ? 1 : 9) {
        const RecordFolder folder;
        Specimen damaged = original;
        damaged.database[at] = static_cast<char>(damaged.database[at] ^ (at % 2 ? 0xff : 0x01));
        put(damaged, folder);
        CAPTURE(at);

        const std::size_t left = check_honest(original, damaged, folder);

        ++flips;
        still_whole += left == original.events.size() ? 1 : 0;
    }
    CHECK(flips > 2'000);
    CHECK(still_whole > flips / 2); // most of a small file is unused or can be mended
}

TEST_CASE("a flipped byte anywhere in the write-ahead file never gives wrong data",
          "[store][recovery]")
{
    const Specimen original = make_specimen(true);
    for (std::size_t at = 0; at < original.wal.size(); at += 89) {
        const RecordFolder folder;
        Specimen damaged = original;
        damaged.wal[at] = static_cast<char>(damaged.wal[at] ^ 0x10);
        put(damaged, folder);
        CAPTURE(at);

        check_honest(original, damaged, folder);
    }
}

TEST_CASE("events lost to a damaged write-ahead file are never lost silently", "[store][recovery]")
{
    const Specimen original = make_specimen(true);
    const RecordFolder folder;
    Specimen damaged = original;
    damaged.wal[original.wal.size() / 3] ^= 0x10;
    put(damaged, folder);

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged);
    CHECK(opened->report.what.find("write-ahead") != std::string::npos);
    CHECK(opened->report.damaged_at_sequence < 7);
}

TEST_CASE("a truncated database gives what is before the cut", "[store][recovery]")
{
    const Specimen original = make_specimen(false);
    for (std::size_t size = 0; size < original.database.size(); size += 509) {
        const RecordFolder folder;
        Specimen damaged = original;
        damaged.database.resize(size);
        put(damaged, folder);
        CAPTURE(size);

        check_honest(original, damaged, folder);
    }
}

TEST_CASE("a file of noise is kept and a fresh record begins", "[store][recovery]")
{
    const RecordFolder folder;
    Specimen damaged = make_specimen(false);
    std::ranges::fill(damaged.database, '\xa5');
    put(damaged, folder);

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged_at_sequence == 1);
    CHECK(content_of(opened->report.kept_as) == damaged.database);
    CHECK(fs::path(opened->report.kept_as).filename().string().starts_with("record-v1.damaged-2"));
}

TEST_CASE("a recovery that was cut off is finished at the next opening", "[store][recovery]")
{
    const Specimen original = make_specimen(true);
    const RecordFolder folder;
    put(original, folder);
    const std::string aside = folder.file("record-v1.damaged-20260101T000000000Z.sqlite");

    SECTION("after the database was moved aside") { fs::rename(folder.database(), aside); }
    SECTION("after its write-ahead file followed")
    {
        fs::rename(folder.database(), aside);
        fs::rename(folder.database() + "-wal", aside + "-wal");
    }
    SECTION("while the new one was being written")
    {
        fs::rename(folder.database(), aside);
        write_content(folder.file("record-v1.new.sqlite"), "half");
        write_content(folder.file("record-v1.salvage.sqlite"), "half");
    }

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.damaged);
    CHECK(opened->report.kept_as == aside);
    CHECK(all_text(*opened->log).starts_with(in_text(original.events)));
    CHECK(content_of(aside) == original.database);
    CHECK(content_of(aside + "-wal") == original.wal);
    CHECK_FALSE(fs::exists(folder.file("record-v1.new.sqlite")));
    CHECK_FALSE(fs::exists(folder.file("record-v1.salvage.sqlite")));
}

TEST_CASE("a write-ahead file left over from a removed record does not enter a new one",
          "[store][recovery]")
{
    const Specimen original = make_specimen(true);
    const RecordFolder folder;
    put(original, folder);
    fs::remove(folder.database());

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.events == 0);
    CHECK_FALSE(opened->report.damaged);
    REQUIRE(opened->log->append(some_events(3)));
    CHECK(opened->log->verify()->events == 3);
}

TEST_CASE("a record can be damaged and recovered again and again", "[store][recovery]")
{
    const RecordFolder folder;
    const Specimen original = make_specimen(false);
    put(original, folder);
    for (int round = 1; round <= 3; ++round) {
        std::string bytes = content_of(folder.database());
        bytes[0] ^= 1; // the header: everything can be mended
        write_content(folder.database(), bytes);

        auto opened = EventLog::open(folder.path(), [] { return TimeMs{1'770'000'000'000}; });

        REQUIRE(opened);
        CHECK(opened->report.damaged);
        CHECK(opened->report.events == 6 + round);
    }
    std::size_t kept = 0;
    for (const auto &entry : fs::directory_iterator(folder.path())) {
        kept += entry.path().filename().string().starts_with("record-v1.damaged-") ? 1 : 0;
    }
    CHECK(kept == 3);
}
