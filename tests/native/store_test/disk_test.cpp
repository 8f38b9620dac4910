// A full disk and a folder that cannot be written to.

#include "store/ledger.hpp"

#include "full_disk.hpp"
#include "record_folder.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace mvr;
using namespace mvr::store;

namespace {

/// Makes `folder` read-only, for root as well where the system lets us have mounts of our own.
bool make_read_only(const std::string &folder)
{
    if (::geteuid() != 0)
        return std::filesystem::permissions(folder, std::filesystem::perms(0500)), true;
    const char *path = folder.c_str();
    return ::unshare(CLONE_NEWNS) == 0 &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount(path, path, nullptr, MS_BIND, nullptr) == 0 &&
           ::mount(path, path, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

void make_writable(const std::string &folder)
{
    if (::geteuid() == 0) {
        ::umount2(folder.c_str(), MNT_DETACH);
    } else {
        std::filesystem::permissions(folder, std::filesystem::perms(0700));
    }
}

} // namespace

TEST_CASE("a disk that fills up at any moment loses nothing that was acknowledged", "[store][disk]")
{
    int refused = 0;
    for (rlim_t room = 0; room < 40'000; room += 600) {
        CAPTURE(room);
        const RecordFolder folder;
        auto log = open_log(folder);
        REQUIRE(log->append(some_events(3)));
        const auto used = std::filesystem::file_size(folder.database() + "-wal");
        std::string acknowledged = all_text(*log);
        {
            const FullDisk full(used + room);
            for (int i = 0; i < 3; ++i) {
                const auto appended = log->append(some_events(4));
                if (appended) {
                    acknowledged += in_text(*appended);
                } else {
                    CHECK(appended.error().code == Errc::storage_unavailable);
                    CHECK_FALSE(appended.error().remedy.empty());
                    ++refused;
                }
            }
            CHECK(all_text(*log) == acknowledged);
        }
        const auto after = log->append(some_events(2));
        REQUIRE(after);
        acknowledged += in_text(*after);
        CHECK(log->verify()->intact);
        log.reset();
        CHECK(all_text(*open_log(folder)) == acknowledged);
    }
    CHECK(refused > 20);
}

TEST_CASE("on a full disk learners go on, and their events are written when there is room",
          "[store][disk][ledger]")
{
    const RecordFolder folder;
    std::string state;
    {
        auto ledger = Ledger::open(folder.path(), ticking());
        REQUIRE(ledger);
        REQUIRE(ledger->record(observed("ada", 1)).durable);
        {
            const FullDisk full(std::filesystem::file_size(folder.database() + "-wal"));
            for (int i = 2; i <= 4; ++i) {
                const auto recorded = ledger->record(observed("ada", i));
                CHECK_FALSE(recorded.durable);
                CHECK(recorded.problem.find("Free some space") != std::string::npos);
                REQUIRE(recorded.events.size() == 1);
                CHECK(recorded.events[0].sequence == i);
            }
            CHECK(ledger->status().pending == 3);
            CHECK(ledger->status().events == 1);
            CHECK_FALSE(ledger->status().problem.empty());
            CHECK(ledger->state().find("ada")->units.at("seat_the_gasket").attempts == 4);
        }

        const auto recorded = ledger->record(observed("ada", 5));

        CHECK(recorded.durable);
        CHECK(recorded.problem.empty());
        CHECK(recorded.events[0].sequence == 5);
        CHECK(ledger->status().pending == 0);
        CHECK(ledger->status().events == 5);
        CHECK(ledger->log()->verify()->intact);
        state = to_text(ledger->state().to_json());
    }
    const auto reopened = Ledger::open(folder.path(), ticking());
    REQUIRE(reopened);
    CHECK(to_text(reopened->state().to_json()) == state);
}

TEST_CASE("tidying up writes what waits, without another event", "[store][disk][ledger]")
{
    const RecordFolder folder;
    auto ledger = Ledger::open(folder.path(), ticking());
    REQUIRE(ledger);
    {
        const FullDisk full(0);
        CHECK_FALSE(ledger->record(observed("ada", 1)).durable);
    }

    ledger->maintain();

    CHECK(ledger->status().pending == 0);
    CHECK(ledger->status().problem.empty());
    CHECK(ledger->log()->last_sequence() == 1);
}

TEST_CASE("a record cannot be begun on a full disk, and nothing half-made stays in the way",
          "[store][disk]")
{
    for (rlim_t room = 0; room < 40'000; room += 512) {
        CAPTURE(room);
        const RecordFolder folder;
        {
            const FullDisk full(room);
            const auto opened = EventLog::open(folder.path(), ticking());
            if (!opened) CHECK(opened.error().code == Errc::storage_unavailable);
        }
        const auto log = open_log(folder);
        REQUIRE(log->append(some_events(2)));
        CHECK(log->verify()->intact);
    }
}

TEST_CASE("a read-only folder is said, and learners can go on without a record",
          "[store][disk][ledger]")
{
    const RecordFolder folder;
    {
        REQUIRE(open_log(folder)->append(some_events(3)));
    }
    if (!make_read_only(folder.path())) {
        WARN("this system does not let us make a folder read-only: not tried");
        return;
    }

    auto ledger = Ledger::open(folder.path(), ticking());
    Recorded recorded;
    if (ledger) recorded = ledger->record(observed("ada", 1));
    make_writable(folder.path());

    REQUIRE(ledger);
    CHECK_FALSE(recorded.durable);
    CHECK(recorded.problem.find(folder.path()) != std::string::npos);
    CHECK(ledger->state().find("ada") != nullptr);
    CHECK(ledger->log() == nullptr);
}

TEST_CASE("a folder below a file is said to be impossible", "[store][disk]")
{
    const RecordFolder folder;
    write_content(folder.file("plain"), "");

    const auto opened = EventLog::open(folder.file("plain") + "/vault", ticking());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::storage_unavailable);
}
