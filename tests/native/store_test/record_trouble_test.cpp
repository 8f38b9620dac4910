// What a record does when the disk, its file or its clock gives it trouble.

#include "stopped_record.hpp"
#include "store/vault_files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::store;

TEST_CASE("what the disk failed is written once in five seconds, not again and again",
          "[store][record]")
{
    Stopped stopped;
    stopped.running.disk_error = full();
    stopped.running.record.record({hint("l")}, nobody);
    for (int i = 0; i < 20; ++i)
        stopped.running.run();
    CHECK(stopped.running.writes == 1);
    CHECK(stopped.running.record.status().is_failing);

    stopped.now += 5'000;
    stopped.running.run();
    CHECK(stopped.running.writes == 2);
}

TEST_CASE("after more was done than can wait, no snapshot holds what no row says",
          "[store][record]")
{
    Stopped stopped;
    OneThreadRecord &running = stopped.running;
    running.disk_error = full();
    const std::vector<NewEvent> many(4'000, hint("l"));
    for (int i = 0; i < 3; ++i) {
        running.record.record(many, nobody);
        running.run();
    }
    stopped.now += 6'000;
    running.run();
    CHECK(running.record.status().lost == 4'000);
    running.disk_error.reset();
    stopped.now += 6'000;
    running.run();
    running.close();

    OneThreadRecord again(stopped.folder.path());
    again.open();
    CHECK(again.record.status().events == 8'000);
    CHECK(hints(again.record, "l") == 8'000);
}

TEST_CASE("an event that no fold can take costs nobody else's, live and when it is opened",
          "[store][record]")
{
    Stopped stopped;
    OneThreadRecord &running = stopped.running;
    bool on_disk = false;
    running.record.record({new_event("l", EngagementReported{"s", Json::object(), 1.5}), hint("l")},
                          [&](const Result<Recorded> &recorded) { on_disk = recorded->on_disk; });
    running.run();
    CHECK(on_disk);
    CHECK(hints(running.record, "l") == 1);
    running.writer->close();

    OneThreadRecord again(stopped.folder.path());
    again.open();
    CHECK(again.record.status().mode == RecordMode::open);
    CHECK(hints(again.record, "l") == 1);
}

TEST_CASE("thousands of new learners at once are taken in", "[store][record]")
{
    Stopped stopped;
    std::vector<NewEvent> events;
    for (int i = 0; i < 30'000; ++i)
        events.push_back(hint("learner-" + std::to_string(i)));
    bool on_disk = false;
    stopped.running.record.record(
        std::move(events), [&](const Result<Recorded> &recorded) { on_disk = recorded->on_disk; });
    stopped.running.run();
    CHECK(on_disk);
}

TEST_CASE("a clock that is set back does not put off what the disk failed", "[store][record]")
{
    Stopped stopped;
    stopped.running.disk_error = full();
    stopped.running.record.record({hint("l")}, nobody);
    stopped.running.run();
    stopped.running.disk_error.reset();
    stopped.now -= 3'600'000;
    stopped.running.run();
    CHECK(stopped.running.record.status().pending == 0);
}

TEST_CASE("what is dropped is never said to be recorded", "[store][record]")
{
    Stopped stopped;
    OneThreadRecord &running = stopped.running;
    CHECK(running.record.has_all_on_disk());
    running.disk_error = full();
    running.record.record(std::vector<NewEvent>(Record::pending_limit + 1, hint("l")), nobody);
    running.run();
    CHECK(running.record.status().pending == 0);
    CHECK_FALSE(running.record.has_all_on_disk());
}

TEST_CASE("a snapshot in which a fold's part is missing is thrown away", "[store][record]")
{
    Stopped stopped;
    stopped.running.record.record({hint("l")}, nobody);
    stopped.running.close();
    {
        SQLite::Database db(VaultFiles(stopped.folder.path()).database(), SQLite::OPEN_READWRITE);
        CHECK(db.exec("DELETE FROM snapshot WHERE fold = 'progress'") == 1);
    }
    OneThreadRecord again(stopped.folder.path());
    again.open();
    CHECK(hints(again.record, "l") == 1);
}
