// Traces follow consent: kept with it, not without, deleted when it is taken back.

#include "one_thread_record.hpp"
#include "store/vault_files.hpp"
#include "test_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::store;

namespace {

constexpr auto unheard = [](const Result<Recorded> &) {};

/// A record in which `learner` is in session "s-<learner>".
void begin(OneThreadRecord &side, const std::string &learner)
{
    side.record.record({new_event(learner, SessionStarted{"s-" + learner, learner, "u", "scene", "",
                                                          learning::LearningPhase::practice})},
                       unheard);
    side.run();
}

void answer(OneThreadRecord &side, const std::string &learner, const Payload &payload)
{
    side.record.record({new_event(learner, payload)}, unheard);
    side.run();
}

bool add(OneThreadRecord &side, const std::string &learner, std::string_view what)
{
    const auto bytes = vault::as_bytes(what);
    const bool taken = side.record.add_trace("s-" + learner, {bytes.begin(), bytes.end()});
    side.run();
    return taken;
}

std::size_t chunks_of(OneThreadRecord &side, const std::string &learner)
{
    const auto owner = side.record.trace_owner("s-" + learner);
    REQUIRE(owner);
    const auto read = side.writer->read_traces(*owner);
    REQUIRE(read);
    CHECK(read->unreadable == 0);
    return read->plain.size();
}

const ConsentGiven agrees{std::string(viewport_traces_purpose), 1};
const ConsentWithdrawn disagrees{std::string(viewport_traces_purpose), 1};

/// The event gets to the disk, the deletion does not.
void take_back_but_delete_nothing(OneThreadRecord &side)
{
    side.record.record({new_event("ada", disagrees)}, unheard);
    side.record.dispatch();
    std::erase_if(side.later, [n = 0](const auto &) mutable { return n++ == 0; });
    side.run();
    REQUIRE(chunks_of(side, "ada") == 1);
    CHECK_FALSE(side.record.shows_traces_of("s-ada")); // nobody reads them until they are deleted
}

/// Another program is amid a write: the database is busy.
class LockedTraces {
  public:
    explicit LockedTraces(const std::string &folder)
        : db_(VaultFiles(folder).traces(), SQLite::OPEN_READWRITE),
          transaction_(db_, SQLite::TransactionBehavior::IMMEDIATE)
    {
    }

  private:
    SQLite::Database db_;
    SQLite::Transaction transaction_;
};

} // namespace

TEST_CASE("a trace is kept with consent for that purpose only", "[store][trace][consent]")
{
    const RecordFolder folder;
    OneThreadRecord side(folder.path());
    side.open();
    begin(side, "ada");

    CHECK_FALSE(add(side, "ada", "one"));
    answer(side, "ada", ConsentGiven{"another purpose", 1});
    CHECK_FALSE(add(side, "ada", "two"));
    answer(side, "ada", agrees);
    CHECK(add(side, "ada", "three"));
    CHECK(chunks_of(side, "ada") == 1);
    CHECK(side.record.shows_traces_of("s-ada"));
    CHECK_FALSE(side.record.shows_traces_of("unknown session"));
    CHECK_FALSE(side.record.add_trace("unknown session", {}));
    CHECK_FALSE(side.record.trace_owner("unknown session"));
}

TEST_CASE("taking a consent back deletes the learner's traces and nobody else's",
          "[store][trace][consent]")
{
    const RecordFolder folder;
    OneThreadRecord side(folder.path());
    side.open();
    for (const char *learner : {"ada", "ben"}) {
        begin(side, learner);
        answer(side, learner, agrees);
        REQUIRE(add(side, learner, "moves"));
    }

    answer(side, "ada", disagrees);

    CHECK(chunks_of(side, "ada") == 0);
    CHECK(chunks_of(side, "ben") == 1);
    CHECK_FALSE(add(side, "ada", "moves"));
    answer(side, "ada", agrees); // what was deleted does not come back
    CHECK(chunks_of(side, "ada") == 0);
}

TEST_CASE("traces that a program left which died before it could delete them go at the next start",
          "[store][trace][consent]")
{
    const RecordFolder folder;
    {
        OneThreadRecord side(folder.path());
        side.open();
        begin(side, "ada");
        answer(side, "ada", agrees);
        REQUIRE(add(side, "ada", "moves"));
        take_back_but_delete_nothing(side);
        side.writer->close();
    }
    OneThreadRecord side(folder.path());
    side.open();

    CHECK(side.record.state().find("ada")->consents.size() == 1);
    CHECK_FALSE(side.record.state().find("ada")->consents_to(viewport_traces_purpose));
    CHECK(chunks_of(side, "ada") == 0);
}

TEST_CASE("traces that cannot be deleted are said to be there still, and deleted when it goes",
          "[store][trace][consent]")
{
    const RecordFolder folder;
    {
        OneThreadRecord side(folder.path());
        side.open();
        for (const char *learner : {"ada", "ben"}) {
            begin(side, learner);
            answer(side, learner, agrees);
            REQUIRE(add(side, learner, "moves"));
        }
        take_back_but_delete_nothing(side);
        side.writer->close();
    }
    TimeMs now_ms = 1'000'000;
    OneThreadRecord side(folder.path(), [&now_ms] { return now_ms; });
    {
        const LockedTraces locked(folder.path());
        side.open();
        CHECK_FALSE(side.record.status().undeleted_traces.empty());
        now_ms += Record::between_tries_ms;
        side.run();
        CHECK_FALSE(side.record.status().undeleted_traces.empty());
    }
    now_ms += Record::between_tries_ms - 1;
    side.run();
    CHECK_FALSE(side.record.status().undeleted_traces.empty()); // not every moment
    now_ms += 1;
    side.run();

    CHECK(side.record.status().undeleted_traces.empty());
    CHECK(chunks_of(side, "ada") == 0);
    CHECK(chunks_of(side, "ben") == 1);
}

TEST_CASE("consents come back from a snapshot as from the events", "[store][consent]")
{
    State folded;
    folded.apply({1, "", 5, "ada", agrees});
    State loaded;
    for (const State::Part &part : folded.save())
        REQUIRE(loaded.load(part));

    REQUIRE(loaded.find("ada") != nullptr);
    CHECK(loaded.find("ada")->consents_to(viewport_traces_purpose));
    CHECK(loaded.find("ada")->consents.at("viewport_traces").since_ms == 5);
}

TEST_CASE("an older yes that comes later overrides no later no", "[store][consent]")
{
    const auto event = [](TimeMs time_ms, Payload payload) {
        return Event{1, "id", time_ms, "ada", std::move(payload)};
    };
    const std::string purpose(viewport_traces_purpose);
    State state;
    state.apply(event(20, ConsentWithdrawn{purpose, 1}));
    state.apply(event(10, ConsentGiven{purpose, 1})); // of another record, added now
    CHECK_FALSE(state.find("ada")->consents_to(purpose));
    state.apply(event(20, ConsentGiven{purpose, 1}));
    CHECK_FALSE(state.find("ada")->consents_to(purpose));
    state.apply(event(30, ConsentGiven{purpose, 1}));
    CHECK(state.find("ada")->consents_to(purpose));
    state.apply(event(30, ConsentWithdrawn{purpose, 1}));
    CHECK_FALSE(state.find("ada")->consents_to(purpose));
}
