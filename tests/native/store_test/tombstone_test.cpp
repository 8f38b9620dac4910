#include "altered_record.hpp"
#include "vault_folder.hpp"

#include "store/recovered_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("a purged row has lost its bytes and nothing else", "[store][tombstone]")
{
    const RecordFolder folder;
    twelve_events(folder);
    {
        const auto vault = open_in(folder.path());
        REQUIRE(vault->purge(5, "asked for by the author"));
        CHECK_FALSE(vault->purge(77, "there is none"));
    }
    const auto vault = open_in(folder.path());
    CHECK(vault->report().findings.empty());
    const auto found = read_back(*vault);
    CHECK(found.conditions.at(5) == RowCondition::purged);
    auto expected = expected_texts(learners, events);
    expected.erase(5);
    CHECK(found.texts == expected);
    CHECK(vault->verify_step(100)->findings.empty());
    REQUIRE(vault->store().tombstones()->size() == 1);
    CHECK(vault->store().tombstones()->front().cause == "asked for by the author");
}

TEST_CASE("bytes that are gone without a signed tombstone are damage", "[store][tombstone]")
{
    const RecordFolder folder;
    twelve_events(folder);
    sql(folder, "UPDATE events SET sealed = x'' WHERE sequence = 5");

    const auto vault = open_in(folder.path());

    CHECK(read_back(*vault).conditions.at(5) == RowCondition::damaged);
    CHECK(says(vault->report().findings, Finding::Kind::row_lost));
}
