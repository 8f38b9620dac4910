// How a record ends and opens again: with another process, without a vault, from a snapshot.

#include "hint_events.hpp"
#include "store/record.hpp"

#include "../temporary_folder.hpp"
#include "one_thread_record.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("an orderly end within a second loses nothing", "[store][record]")
{
    TemporaryFolder folder;
    {
        OneThreadRecord running(folder.path());
        running.open();
        running.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
        running.close();
    }
    OneThreadRecord again(folder.path());
    again.open();

    CHECK(hints(again.record, "l") == 1);
}

TEST_CASE("what a second process did while the first had the record is joined to it",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    OneThreadRecord first(folder.path(), clock);
    first.open();
    OneThreadRecord second(folder.path(), clock);
    second.open();
    Outcome spilled;
    CHECK(second.record.status().mode == RecordMode::spill);
    second.record.record({hint("l", 1)}, spilled.take());
    second.run();
    CHECK(spilled.result->on_disk);
    CHECK(spilled.result->waiting);
    CHECK_FALSE(spilled.result->problem.empty());

    SECTION("while both go on")
    {
        now += 6'000;
        first.writer->tick(false);
        first.run();
        CHECK(hints(first.record, "l") == 1);
        now += 6'000;
        first.writer->tick(false);
        first.run();
        CHECK(hints(first.record, "l") == 1); // once
    }
    SECTION("when the first ends and the second takes over")
    {
        first.record.record({hint("l", 2)}, [](const Result<Recorded> &) {});
        first.close();
        now += 6'000;
        second.writer->tick(false);
        second.run();
        CHECK(second.record.status().mode == RecordMode::open);
        CHECK(hints(second.record, "l") == 2);
    }
    SECTION("when both end")
    {
        second.close();
        first.close();
        OneThreadRecord third(folder.path(), clock);
        third.open();
        CHECK(hints(third.record, "l") == 1);
        third.close();
        for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
            CHECK(entry.path().filename().string().find("spill-") == std::string::npos);
    }
}

TEST_CASE("without a record everything goes on in memory and says so", "[store][record]")
{
    TemporaryFolder folder;
    {
        OneThreadRecord makes(folder.path());
        makes.open();
        makes.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
        makes.close();
    }
    std::filesystem::remove(folder.path() + "/vault.key");
    OneThreadRecord running(folder.path());
    running.open();
    Outcome outcome;
    running.record.record({hint("l", 1)}, outcome.take());

    CHECK(running.record.status().mode == RecordMode::memory);
    CHECK_FALSE(running.record.status().remedy.empty());
    CHECK_FALSE(outcome.result->on_disk);
    CHECK(running.record.status().pending == 1);
    CHECK(hints(running.record, "l") == 1);
}

TEST_CASE("a snapshot spares folding, and one that does not fit is thrown away", "[store][record]")
{
    TemporaryFolder folder;
    {
        OneThreadRecord running(folder.path());
        running.open();
        for (int i = 0; i < 10; ++i)
            running.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
        running.close();
    }
    OneThreadRecord again(folder.path());
    again.open();
    again.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
    again.run();

    CHECK(hints(again.record, "l") == 11);
    CHECK(again.record.status().events == 11);
}

TEST_CASE("another vault's learners are added once", "[store][record]")
{
    TemporaryFolder mine;
    TemporaryFolder other;
    {
        OneThreadRecord theirs(other.path());
        theirs.open();
        theirs.record.record({hint("guest", 1), hint("guest", 2)}, [](const Result<Recorded> &) {});
        theirs.close();
    }
    OneThreadRecord running(mine.path());
    running.open();
    auto events = running.writer->read_other(other.path());
    REQUIRE(events);
    CHECK(events->size() == 2);
    running.record.merge(*std::move(events));
    running.run();

    CHECK(hints(running.record, "guest") == 2);
    CHECK(running.writer->read_other(other.path()).value().empty());
}
