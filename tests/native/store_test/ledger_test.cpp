#include "store/ledger.hpp"

#include "record_folder.hpp"

using namespace mvr;
using namespace mvr::store;

TEST_CASE("what the ledger calls durable is in the record", "[store][ledger]")
{
    const RecordFolder folder;
    std::string state;
    {
        auto ledger = Ledger::open(folder.path(), ticking());
        REQUIRE(ledger);
        const auto recorded = ledger->record(some_events(20));
        CHECK(recorded.durable);
        CHECK(recorded.problem.empty());
        CHECK(recorded.events.size() == 20);
        CHECK(in_text(recorded.events) == all_text(*ledger->log()));
        CHECK(ledger->status().events == 20);
        CHECK(ledger->status().path == folder.database());
        state = to_text(ledger->state().to_json());
    }

    const auto reopened = Ledger::open(folder.path(), ticking());

    REQUIRE(reopened);
    CHECK(to_text(reopened->state().to_json()) == state);
}

TEST_CASE("beside another Blender the ledger works in memory, and joins when the other has gone",
          "[store][ledger]")
{
    const RecordFolder folder;
    auto first = std::make_unique<Result<Ledger>>(Ledger::open(folder.path(), ticking()));
    REQUIRE(first->has_value());
    REQUIRE((*first)->record(observed("ada", 1)).durable);
    const std::string pseudonym = (*first)->state().find("ada")->pseudonym;

    auto second = Ledger::open(folder.path(), ticking());

    REQUIRE(second);
    CHECK(second->status().problem.find("process") != std::string::npos);
    CHECK_FALSE(second->record(observed("ada", 2)).durable);
    CHECK_FALSE(second->record(observed("ben", 3)).durable);
    CHECK(second->status().pending == 2);
    CHECK(second->state().find("ada")->pseudonym != pseudonym);

    first.reset();
    for (int i = 0; i < 10; ++i)
        second->maintain(); // the clock ticks by a second at every look

    CHECK(second->status().pending == 0);
    CHECK(second->status().problem.empty());
    CHECK(second->log()->last_sequence() == 3);
    CHECK(second->state().find("ada")->units.at("seat_the_gasket").attempts == 2);
    CHECK(second->state().find("ada")->pseudonym == pseudonym);
    const std::string state = to_text(second->state().to_json());
    Projection replayed;
    REQUIRE(second->log()->for_each([&](const Event &event) { replayed.apply(event); }));
    CHECK(to_text(replayed.to_json()) == state);
    CHECK(second->log()->verify()->intact);
}

TEST_CASE("without a record nothing is called durable, and the wait is bounded", "[store][ledger]")
{
    auto ledger = Ledger::without_log(ticking(), "there is no folder");
    const std::vector<NewEvent> batch(999, observed("ada", 1));

    for (int i = 0; i < 11; ++i) {
        const auto recorded = ledger.record(batch);
        CHECK_FALSE(recorded.durable);
        CHECK(recorded.problem == "there is no folder");
        CHECK(recorded.events.back().sequence == (i < 10 ? (i + 1) * 999 : 0));
    }

    const auto status = ledger.status();
    CHECK(status.pending == 10'000);
    CHECK(status.lost == 989);
    CHECK(status.path.empty());
    CHECK(ledger.state().find("ada")->units.at("seat_the_gasket").attempts == 10'989);
}

TEST_CASE("a record of another key is refused, not replaced", "[store][ledger]")
{
    const RecordFolder folder;
    {
        REQUIRE(open_log(folder)->append(some_events(3)));
    }
    const std::string before = content_of(folder.database());
    write_content(folder.file("vault.key"), std::string(64, 'a'));

    const auto ledger = Ledger::open(folder.path(), ticking());

    REQUIRE_FALSE(ledger);
    CHECK(ledger.error().code == Errc::unauthorized);
    CHECK(content_of(folder.database()) == before);
}

TEST_CASE("the ledger tells what was recovered", "[store][ledger]")
{
    const RecordFolder folder;
    {
        REQUIRE(open_log(folder)->append(some_events(3)));
    }
    std::string bytes = content_of(folder.database());
    bytes[20] ^= 0x7f;
    write_content(folder.database(), bytes);

    const auto ledger = Ledger::open(folder.path(), ticking());

    REQUIRE(ledger);
    CHECK(ledger->status().opened.damaged);
    CHECK(ledger->status().opened.damaged_at_sequence == 4);
    CHECK(ledger->status().events == 4);
    CHECK(ledger->state().applied() == 4);
}
