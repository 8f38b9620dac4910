// How the work of another process or another vault comes into a record.

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

TEST_CASE("the same import twice in flight is taken in once", "[store][record]")
{
    Stopped stopped;
    TemporaryFolder other;
    {
        OneThreadRecord theirs(other.path());
        theirs.open();
        theirs.record.record({hint("guest"), hint("guest")}, nobody);
        theirs.close();
    }
    OneThreadRecord &running = stopped.running;
    auto first = running.writer->read_other(other.path());
    auto second = running.writer->read_other(other.path());
    REQUIRE(first);
    REQUIRE(second);
    running.record.merge(*std::move(first), nobody);
    running.record.merge(*std::move(second), nobody);
    running.run();

    CHECK(hints(running.record, "guest") == 2);
    CHECK(running.record.status().events == 2);
    CHECK(running.record.status().pending == 0);
}

TEST_CASE("an import that the disk fails never was, and can be tried again", "[store][record]")
{
    const TemporaryFolder other;
    {
        OneThreadRecord theirs(other.path());
        theirs.open();
        theirs.record.record({hint("guest"), hint("guest")}, nobody);
        theirs.close();
    }
    Stopped stopped;
    OneThreadRecord &running = stopped.running;
    auto events = running.writer->read_other(other.path());
    REQUIRE(events);
    std::vector<Result<Recorded>> said;
    const auto listen = [&](Result<Recorded> recorded) { said.push_back(std::move(recorded)); };

    running.disk_error = full();
    running.record.merge(*events, listen);
    running.run();
    REQUIRE(said.size() == 1);
    CHECK(said[0].error().code == Errc::storage_unavailable);
    CHECK(running.record.state().find("guest") == nullptr);
    CHECK(running.record.status().pending == 0);
    CHECK(running.record.status().lost == 0);

    running.disk_error.reset();
    stopped.now += 6'000;
    running.record.merge(*events, listen);
    running.run();
    REQUIRE(said.size() == 2);
    CHECK(said[1]->event_ids.size() == 2);
    CHECK(hints(running.record, "guest") == 2);
}

TEST_CASE("work that came while an import was written is opened again in the order of the rows",
          "[store][record]")
{
    const TemporaryFolder other;
    const auto report = [](double score) {
        return new_event("l", EngagementReported{"s", Json::object(), score});
    };
    {
        OneThreadRecord theirs(other.path());
        theirs.open();
        theirs.record.record({report(0.25)}, nobody);
        theirs.close();
    }
    const TemporaryFolder folder;
    {
        OneThreadRecord running(folder.path());
        running.open();
        auto events = running.writer->read_other(other.path());
        REQUIRE(events);
        running.record.merge(*std::move(events), nobody);
        running.record.record({report(0.75)}, nobody);
        running.close();
    }
    OneThreadRecord again(folder.path());
    again.open();
    CHECK(again.record.state().find("l")->model.reported_engagement == 0.75);
}

TEST_CASE("an event of another process that cannot be read is kept, and holds up nothing",
          "[store][record]")
{
    Stopped stopped;
    const std::string broken = R"({"type":"hint_shown","version":1,"learner":"l","payload":[]})";
    const auto bytes = vault::as_bytes(broken);
    SpilledEvent spilled;
    spilled.id = id_of("0190163d-8694-739b-aea5-966c26f8ad90");
    spilled.plain.assign(bytes.begin(), bytes.end());
    stopped.running.record.merge({spilled});
    stopped.running.record.record({hint("l")}, nobody);
    stopped.running.run();

    CHECK(stopped.running.record.status().events == 2);
    CHECK(stopped.running.record.status().notices.size() == 1);
    CHECK(hints(stopped.running.record, "l") == 1);
}

TEST_CASE("a live state is what folding the rows gives, also when spills came in between",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    const auto report = [](double score) {
        return new_event("l", EngagementReported{"s", Json::object(), score});
    };
    OneThreadRecord first(folder.path(), clock);
    first.open();
    OneThreadRecord second(folder.path(), clock);
    second.open();
    second.record.record({report(0.25)}, nobody);
    second.run();
    first.close();
    now += 6'000;
    second.record.record({report(0.75)}, nobody); // not yet with the writer
    second.writer->tick(false);
    second.run();
    const auto live = second.record.state().find("l")->model.reported_engagement;
    REQUIRE(second.record.status().mode == RecordMode::open);
    second.writer->close(); // without a snapshot: everything is folded again

    OneThreadRecord third(folder.path(), clock);
    third.open();
    CHECK(third.record.state().find("l")->model.reported_engagement == live);
}

TEST_CASE("a record that was moved away is not made anew by who spilled beside it",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    const auto clock = [&now] { return now; };
    auto first = std::make_unique<OneThreadRecord>(folder.path(), clock);
    first->open();
    OneThreadRecord second(folder.path(), clock);
    second.open();
    CHECK(second.record.status().mode == RecordMode::spill);
    first->close();
    first.reset();
    std::filesystem::remove_all(folder.path());
    now += 6'000;
    second.writer->tick(false);
    second.run();

    CHECK(second.record.status().mode == RecordMode::memory);
    CHECK(second.record.status().problem.find("no longer") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path()));
}
