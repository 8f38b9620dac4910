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

TEST_CASE("a decision sees what the one before left, and hears when it is on disk",
          "[store][record]")
{
    TemporaryFolder folder;
    OneThreadRecord running(folder.path());
    running.open();
    Outcome first;
    Outcome second;

    running.record.record({hint("l", 1)}, first.take());
    int seen = 0;
    running.record.decide(
        [&](const State &state) -> Result<std::vector<NewEvent>> {
            seen = state.find("l")->model.units.at("u").hints;
            return std::vector<NewEvent>{hint("l", 2)};
        },
        Effect::at_once, second.take());

    CHECK(seen == 1);
    CHECK_FALSE(first.known); // the disk does not have it yet
    running.run();
    CHECK(first.result->on_disk);
    CHECK(second.result->on_disk);
    CHECK(first.result->event_ids.size() == 1);
}

TEST_CASE("callers that come while the disk is busy share one commit", "[store][record]")
{
    TemporaryFolder folder;
    OneThreadRecord running(folder.path());
    running.open();
    std::vector<Outcome> outcomes(50);
    for (Outcome &outcome : outcomes) {
        running.record.record({hint("l", 1)}, outcome.take());
        running.record.dispatch(); // with the writer at once, sealed
    }
    running.run();

    CHECK(running.writes == 1);
    for (const Outcome &outcome : outcomes)
        CHECK(outcome.result->on_disk);
    running.close();
    OneThreadRecord again(folder.path());
    again.open();
    CHECK(hints(again.record, "l") == 50);
}

TEST_CASE("a rejected batch takes back what was sent behind it, and the order stays",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    OneThreadRecord running(folder.path(), [&now] { return now; });
    running.open();
    std::vector<Outcome> outcomes(3);
    running.disk_error = full();
    running.record.record({hint("l", 1)}, outcomes[0].take());
    running.record.dispatch();
    running.write(); // rejected, but the record does not know yet
    running.disk_error.reset();
    running.record.record({hint("new", 1)}, outcomes[1].take());
    running.record.dispatch(); // sealed behind what was rejected
    running.run();

    CHECK_FALSE(outcomes[0].result->on_disk);
    CHECK_FALSE(outcomes[1].result->on_disk);
    CHECK(running.record.status().pending == 2);
    CHECK_FALSE(running.record.is_writing());
    running.record.record({hint("l", 2)}, outcomes[2].take());
    now += 6'000;
    running.run();

    CHECK(outcomes[2].result->on_disk);
    CHECK(running.record.status().events == 3);
    CHECK(running.record.status().problem.empty());
    running.close();
    OneThreadRecord again(folder.path());
    again.open();
    CHECK(hints(again.record, "l") == 2);
    CHECK(hints(again.record, "new") == 1);
    CHECK(again.record.status().notices.empty());
}

TEST_CASE("nothing is sent while the writer still has what stood behind a rejected batch",
          "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    OneThreadRecord running(folder.path(), [&now] { return now; });
    running.open();
    running.disk_error = full();
    running.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
    running.record.dispatch();
    running.write(); // rejected
    running.disk_error.reset();
    running.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
    running.record.dispatch(); // chained to what was rejected, not yet looked at by the writer
    for (auto &message : std::exchange(running.said, {}))
        message();
    now += 6'000;
    const std::size_t sent = running.later.size();
    running.record.dispatch();
    CHECK(running.later.size() == sent);
    running.run();
    CHECK(running.record.status().events == 2);
    CHECK(running.record.status().problem.empty());
}

TEST_CASE("more than the writer may have gathers in one batch", "[store][record]")
{
    TemporaryFolder folder;
    OneThreadRecord running(folder.path());
    running.open();
    for (std::size_t i = 0; i < Record::most_batches_sent + 10; ++i) {
        running.record.record({hint("l", 1)}, [](const Result<Recorded> &) {});
        running.record.dispatch();
    }
    CHECK(running.later.size() == Record::most_batches_sent);
    running.run();

    CHECK(running.writes == 2);
    CHECK(running.record.status().pending == 0);
    CHECK(running.record.status().events ==
          static_cast<std::int64_t>(Record::most_batches_sent) + 10);
}

TEST_CASE("a rejected decision changes nothing", "[store][record]")
{
    TemporaryFolder folder;
    OneThreadRecord running(folder.path());
    running.open();
    Outcome outcome;

    running.record.decide(
        [](const State &) -> Result<std::vector<NewEvent>> {
            return Error{Errc::conflict, "no seat is left", "", ""};
        },
        Effect::on_disk, outcome.take());

    CHECK(outcome.result.error().code == Errc::conflict);
    CHECK(running.record.status().pending == 0);
}

TEST_CASE("a fact that must be on disk never shows before it is", "[store][record]")
{
    TemporaryFolder folder;
    OneThreadRecord running(folder.path());
    running.open();
    Outcome first;
    Outcome second;
    std::vector<int> seen;
    const auto seat = [&](const State &state) -> Result<std::vector<NewEvent>> {
        const LearnerState *learner = state.find("l");
        seen.push_back(learner == nullptr ? 0 : learner->model.units.at("u").hints);
        return std::vector<NewEvent>{hint("l", 1)};
    };

    running.record.decide(seat, Effect::on_disk, first.take());
    running.record.decide(seat, Effect::on_disk, second.take());
    CHECK(hints(running.record, "l") == 0);
    CHECK(seen.size() == 1); // the second waits: it must see the first
    running.run();

    CHECK(hints(running.record, "l") == 2);
    CHECK(seen == std::vector<int>{0, 1});
    CHECK(first.result->on_disk);
    CHECK(second.result->on_disk);
}

TEST_CASE("a fact that the disk fails never was, a learner's try waits", "[store][record]")
{
    TemporaryFolder folder;
    TimeMs now = 1'800'000'000'000;
    OneThreadRecord running(folder.path(), [&now] { return now; });
    running.open();
    running.disk_error = full();
    Outcome tried;
    Outcome seat;
    Outcome late;

    running.record.record({hint("l", 1)}, tried.take());
    running.record.decide(
        [](const State &) -> Result<std::vector<NewEvent>> {
            return std::vector<NewEvent>{hint("m", 1)};
        },
        Effect::on_disk, seat.take());
    running.run();

    REQUIRE(tried.known);
    CHECK_FALSE(tried.result->on_disk);
    CHECK(tried.result->problem.find("the disk is full") != std::string::npos);
    CHECK(hints(running.record, "l") == 1);
    CHECK(seat.result.error().code == Errc::storage_unavailable);
    CHECK(running.record.state().find("m") == nullptr);
    CHECK(running.record.status().pending == 1);

    running.disk_error.reset();
    running.record.record({hint("l", 2)}, late.take());
    running.run();
    CHECK_FALSE(late.known); // tried again when it is time, not with every call
    now += 6'000;
    running.run();

    CHECK(late.result->on_disk);
    CHECK(running.record.status().pending == 0);
    CHECK(running.record.status().problem.empty());
    CHECK(running.record.status().events == 2);
}
