// What can be said of rows without a key.

#include "vault_folder.hpp"

#include "store/row_checker.hpp"
#include "store/row_io.hpp"

#include <algorithm>

using namespace mvr;
using namespace mvr::store;

namespace {

/// Ten rows in one chain, of one stream and of nobody.
struct TenRows {
    vault::VaultKeys keys{vault::random_key()};
    RowFacts facts;
    std::vector<SealedRow> rows;

    TenRows()
    {
        Sealer sealer(StreamKeys(vault::VaultKeys(vault::random_key()), {}), RecordHead{});
        const std::string text = "ten rows";
        std::vector<PlainEvent> events(10);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i % 2 == 0) events[i].learner = keys.pseudonym("ada");
            events[i].id = id_number(i);
            events[i].time_ms = static_cast<TimeMs>(i);
            events[i].plain = vault::as_bytes(text);
        }
        auto batch = sealer.seal(events);
        rows = std::move(batch.rows);
        facts.streams.insert(batch.new_streams[0].id);
    }

    std::vector<std::int64_t> damaged() const
    {
        std::vector<std::int64_t> found;
        RowChecker checker(facts, 1, vault::chain_start);
        for (const SealedRow &row : rows) {
            for (; checker.next() < row.sequence;) {
                found.push_back(checker.next());
                checker.missing();
            }
            const auto at = checker.next();
            const auto verdict = checker.check(row);
            CHECK(verdict.cause.empty() == (verdict.condition != RowCondition::damaged));
            if (verdict.condition == RowCondition::damaged) found.push_back(at);
        }
        return found;
    }
};

} // namespace

TEST_CASE("an altered member of a row condemns that row and not its successor",
          "[store][row_checker]")
{
    TenRows ten;
    CHECK(ten.damaged().empty());
    SealedRow &row = ten.rows[4];
    SECTION("stream") { row.stream[3] ^= std::byte{1}; }
    SECTION("id") { row.id[3] ^= std::byte{1}; }
    SECTION("time") { row.time_ms ^= 1; }
    SECTION("hash") { row.sealed_hash[3] ^= std::byte{1}; }
    SECTION("link") { row.link[3] ^= std::byte{1}; }
    SECTION("sealed") { row.sealed[3] ^= std::byte{1}; }
    SECTION("sealed and its hash")
    {
        row.sealed[3] ^= std::byte{1};
        row.sealed_hash = vault::hash_of(row.sealed);
    }

    CHECK(ten.damaged() == std::vector<std::int64_t>{5});
}

TEST_CASE("a missing row is said, and the next is taken as it comes", "[store][row_checker]")
{
    TenRows ten;
    ten.rows.erase(ten.rows.begin() + 4);

    CHECK(ten.damaged() == std::vector<std::int64_t>{5});
}

TEST_CASE("only a signed tombstone says anything", "[store][row_checker][tombstone]")
{
    TenRows ten;
    const Id stream = *ten.facts.streams.begin();
    ten.facts.streams.clear();
    Tombstone tombstone;
    tombstone.stream = stream;
    tombstone.time_ms = 5;
    tombstone.cause = "asked for";
    sign(tombstone, ten.keys.signer);
    Tombstone forged = tombstone;
    SECTION("another stream") { forged.stream[0] ^= std::byte{1}; }
    SECTION("another kind") { forged.kind = Tombstone::Kind::row_purged; }
    SECTION("another row") { forged.sequence = 3; }
    SECTION("another last row") { forged.last = 3; }
    SECTION("another time") { forged.time_ms = 6; }
    SECTION("another cause") { forged.cause = "not asked for"; }
    SECTION("a link") { forged.link.emplace(); }
    const auto key = ten.keys.signer.verify_key();

    add_tombstones(ten.facts, {&forged, 1}, key);
    CHECK(ten.facts.erased.empty());
    CHECK(ten.facts.purged.empty());
    CHECK(ten.damaged() == std::vector<std::int64_t>{1, 3, 5, 7, 9});

    add_tombstones(ten.facts, {&tombstone, 1}, key);
    CHECK(ten.damaged().empty());
}

TEST_CASE("a stream that stands in one of the two tables is in", "[store][row_checker]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write({"ada", "ben"}, 4));
    }
    const auto db = open_database(folder.file("record-v2.sqlite"));
    const std::string table = GENERATE(as<std::string>(), "streams", "streams_mirror");
    CHECK(streams_agree(*db));
    db->exec("DELETE FROM " + table + " WHERE position = 2");

    CHECK(read_streams(*db).size() == 2);
    CHECK_FALSE(streams_agree(*db));
}
