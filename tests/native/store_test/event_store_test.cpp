// Sealing, appending, reading and following.

#include "vault_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <thread>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada@example.org", "ben@example.org", ""};

} // namespace

TEST_CASE("a new record is empty and says where it is", "[store][event_store]")
{
    const RecordFolder folder;
    const auto vault = open_in(folder.path());

    CHECK(vault->report().created_now);
    CHECK(vault->report().path == folder.file("record-v2.sqlite"));
    CHECK(vault->report().findings.empty());
    CHECK(vault->store().head() == RecordHead{});
    CHECK(vault->store().read_only().empty());
    CHECK(read_back(*vault).conditions.empty());
    CHECK(std::filesystem::file_size(folder.file("reserve")) == 1 << 20);
}

TEST_CASE("what was appended is read back, also after a restart", "[store][event_store]")
{
    const RecordFolder folder;
    RecordHead head;
    {
        Recording recording(folder.path());
        for (int size = 1; size <= 7; ++size)
            REQUIRE(recording.write(learners, size));
        head = recording.vault->store().head();
        CHECK(head.sequence == 28);
        CHECK(head == recording.sealer->tail());
        CHECK(read_back(*recording.vault).texts == expected_texts(learners, 28));
    }
    Recording again(folder.path());
    CHECK(again.vault->report().findings.empty());
    CHECK(again.vault->store().head() == head);
    CHECK(read_back(*again.vault).texts == expected_texts(learners, 28));
    REQUIRE(again.write(learners, 3));
    CHECK(read_back(*again.vault).texts == expected_texts(learners, 31));
    CHECK(read_back(*again.vault, 30).conditions.size() == 2);
    CHECK(again.vault->store().streams()->size() == 2);
}

TEST_CASE("a reader crosses the pieces in which rows are read", "[store][event_store]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    for (int i = 0; i < 6; ++i)
        REQUIRE(recording.write(learners, 100));

    CHECK(read_back(*recording.vault).texts == expected_texts(learners, 600));
    CHECK(read_back(*recording.vault, 257).conditions.size() == 344);
}

TEST_CASE("rows sealed for another end are a conflict and change nothing", "[store][event_store]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write(learners, 2));
    Sealer other(*recording.vault->keys(), recording.vault->store().head());
    const std::string text = "late";
    const PlainEvent event{std::nullopt, id_number(99), 1'770'000'000'000, vault::as_bytes(text)};
    const SealedBatch late = other.seal({&event, 1});
    REQUIRE(recording.write(learners, 1));

    const auto rejected =
        recording.vault->store().append({late.expected_last, late.rows, late.new_streams, {}});

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::conflict);
    CHECK(read_back(*recording.vault).texts == expected_texts(learners, 3));
}

TEST_CASE("rows without a number or a mark of theirs are an internal error", "[store][event_store]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    const std::string text = "x";
    const PlainEvent event{std::nullopt, id_number(1), 1'770'000'000'000, vault::as_bytes(text)};
    SealedBatch batch = recording.sealer->seal({&event, 1});

    SECTION("no mark") { batch.rows.back().mark.reset(); }
    SECTION("another number") { batch.rows.back().sequence = 5; }
    SECTION("no rows") { batch.rows.clear(); }

    CHECK_THROWS_AS(recording.vault->store().append({0, batch.rows, {}, {}}), Failure);
}

TEST_CASE("a batch that never came to be written is sealed again from the end that is",
          "[store][sealer]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write({"ada"}, 2));
    const auto end = recording.vault->store().head();
    const auto ben = recording.vault->vault_keys().pseudonym("ben");
    const std::string text = "never written";
    const PlainEvent event{ben, id_number(50), 1'770'000'000'000, vault::as_bytes(text)};
    const SealedBatch first = recording.sealer->seal({&event, 1});
    CHECK(first.new_streams.size() == 1);
    CHECK(recording.sealer->keys().stream_of(ben) != nullptr);

    recording.sealer->rollback_to(end);

    CHECK(recording.sealer->tail() == end);
    CHECK(recording.sealer->keys().stream_of(ben) == nullptr);
    const SealedBatch again = recording.sealer->seal({&event, 1});
    REQUIRE(again.new_streams.size() == 1);
    CHECK(again.new_streams[0].id != first.new_streams[0].id);
    REQUIRE(recording.commit(again));
    CHECK(read_back(*recording.vault).texts.at(3) == text);
}

TEST_CASE("neighbouring batches go into one commit, others do not", "[store][sealer]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    const std::string text = "one of two";
    const auto learner = recording.vault->vault_keys().pseudonym("ada");
    const PlainEvent event{learner, id_number(1), 1'770'000'000'000, vault::as_bytes(text)};
    SealedBatch first = recording.sealer->seal({&event, 1});
    SealedBatch second = recording.sealer->seal({&event, 1});
    SealedBatch third = recording.sealer->seal({&event, 1});

    CHECK_THROWS_AS(merge(first, third), Failure);
    merge(first, std::move(second));
    merge(first, std::move(third));

    CHECK(first.rows.size() == 3);
    CHECK(first.new_streams.size() == 1);
    REQUIRE(recording.commit(first));
    CHECK(read_back(*recording.vault).texts.size() == 3);
}

TEST_CASE("a follower hears of each commit and finds its rows", "[store][event_store]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    EventStore &store = recording.vault->store();
    std::vector<std::int64_t> seen;
    std::int64_t last = 0;
    store.follow([&](const RecordHead &head) {
        REQUIRE(store.read(last + 1, [&](const SealedRow &row, RowCondition condition) {
            CHECK(condition == RowCondition::present);
            seen.push_back(row.sequence);
        }));
        last = head.sequence;
    });

    REQUIRE(recording.write(learners, 2));
    REQUIRE(recording.write(learners, 3));
    store.follow(nullptr);
    REQUIRE(recording.write(learners, 1));

    CHECK(seen == std::vector<std::int64_t>{1, 2, 3, 4, 5});
}

TEST_CASE("others append while a reader looks at a row", "[store][event_store]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write(learners, 300));
    std::int64_t read = 0;

    const auto done = recording.vault->store().read(1, [&](const SealedRow &row, RowCondition) {
        ++read;
        if (row.sequence % 100 == 0) {
            std::thread other([&] { REQUIRE(recording.write(learners, 1)); });
            other.join();
        }
    });

    REQUIRE(done);
    CHECK(read == 300); // up to what was the head at the call
    CHECK(recording.vault->store().head().sequence == 303);
}

TEST_CASE("a second opening of the same folder is rejected while the first lasts",
          "[store][event_store]")
{
    const RecordFolder folder;
    {
        const auto first = open_in(folder.path());
        const auto second = open_vault(folder.path(), options());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == Errc::locked);
    }
    CHECK(open_vault(folder.path(), options()));
}

TEST_CASE("a record with events of a newer program opens for reading alone", "[store][version]")
{
    const RecordFolder folder;
    auto newer = options();
    newer.event_catalog = 7;
    {
        Recording recording(folder.path(), newer);
        REQUIRE(recording.write(learners, 3));
    }
    auto older = options();
    older.event_catalog = 6;
    {
        Recording recording(folder.path(), older);
        CHECK(recording.vault->report().read_only.find("newer") != std::string::npos);
        CHECK(recording.vault->store().read_only() == recording.vault->report().read_only);
        CHECK(read_back(*recording.vault).texts == expected_texts(learners, 3));
        const auto rejected = recording.write(learners, 1);
        REQUIRE_FALSE(rejected);
        CHECK(rejected.error().code == Errc::unsupported);
        CHECK_FALSE(rejected.error().remedy.empty());
    }
    Recording again(folder.path(), newer);
    CHECK(again.vault->report().read_only.empty());
    REQUIRE(again.write(learners, 1));
    CHECK(read_back(*again.vault).texts == expected_texts(learners, 4));
}
