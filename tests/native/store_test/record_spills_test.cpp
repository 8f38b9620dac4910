// Work that was spilled beside a record, as the record takes it.

#include "stopped_record.hpp"
#include "store/event_id.hpp"
#include "store/vault_files.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::store;

TEST_CASE("spilled work that the disk fails for a while is neither lost nor counted as lost",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    auto first = std::make_unique<OneThreadRecord>(folder.path(), clock);
    first->open();
    {
        OneThreadRecord second(folder.path(), clock);
        second.open();
        for (int i = 0; i < 12; ++i) {
            second.record.record(std::vector<NewEvent>(1'000, hint("b")), nobody);
            second.run();
        }
    }
    first->disk_error = full();
    now += 6'000;
    first->writer->tick(false);
    first->record.record({hint("a")}, nobody);
    first->run();
    CHECK(first->record.status().lost == 0);
    CHECK(first->record.status().pending == 12'001);

    first->disk_error.reset();
    now += 6'000;
    first->run();
    CHECK(first->record.status().events == 12'001);
    CHECK(first->record.status().problem.empty());
    CHECK(hints(first->record, "b") == 12'000);
}

TEST_CASE("a spill file whose merger died before it could remove it goes at the next opening",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    const auto spills = [&] { return VaultFiles(folder.path()).matching("spill-", "").size(); };
    {
        OneThreadRecord first(folder.path(), clock);
        first.open();
        {
            OneThreadRecord second(folder.path(), clock);
            second.open();
            second.record.record({hint("b")}, nobody);
            second.run();
        }
        first.keeps_spills = true;
        now += 6'000;
        first.writer->tick(false);
        first.run();
        REQUIRE(hints(first.record, "b") == 1);
        REQUIRE(first.record.status().events == 1);
        first.close();
        REQUIRE(spills() == 1);
    }
    OneThreadRecord again(folder.path(), clock);
    again.open();

    CHECK(spills() == 0);
    CHECK(hints(again.record, "b") == 1);
    CHECK(again.record.status().events == 1);
}

TEST_CASE("work spilled before the record opened comes before the work that waits",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    const auto report = [](double score) {
        return new_event("l", EngagementReported{"s", Json::object(), score});
    };
    {
        OneThreadRecord first(folder.path(), clock);
        first.open();
        OneThreadRecord second(folder.path(), clock);
        second.open();
        second.record.record({report(0.25)}, nobody);
        second.run();
        first.close();
        second.record.record({report(0.75)}, nobody); // with the writer, for the spill file
        second.record.dispatch();
        now += 6'000;
        second.writer->tick(false); // opens the record first
        second.run();
        CHECK(second.record.state().find("l")->model.reported_engagement == 0.75);
        CHECK(second.record.status().is_failing == false);
        CHECK(second.record.status().events == 2);
        second.close();
    }
    OneThreadRecord again(folder.path(), clock);
    again.open();
    CHECK(again.record.state().find("l")->model.reported_engagement == 0.75);
}

TEST_CASE("another vault's spilled work is added with the rest", "[store][record]")
{
    const TemporaryFolder other;
    {
        OneThreadRecord theirs(other.path());
        theirs.open();
        theirs.record.record({hint("guest")}, nobody);
        theirs.run();
        OneThreadRecord second(other.path());
        second.open();
        second.record.record({hint("guest")}, nobody);
        second.run();
    }
    Stopped stopped;
    auto events = stopped.running.writer->read_other(other.path());
    REQUIRE(events);
    CHECK(events->size() == 2);
}
