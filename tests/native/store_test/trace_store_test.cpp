// Raw traces: what is kept, what is dropped, what does not open, and what is left after deleting.

#include "erased_learner.hpp"
#include "vault_folder.hpp"

#include "store/trace_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

namespace {

const Id ada = id_number(1);
const Id ben = id_number(2);

vault::Bytes chunk(const std::string &what, std::size_t bytes = 100)
{
    return to_bytes(what + std::string(bytes, '.'));
}

std::vector<std::string> texts(const TraceStore::Chunks &chunks)
{
    std::vector<std::string> all;
    for (const vault::Bytes &each : chunks.plain) {
        const std::string text(vault::as_text(each));
        all.push_back(text.substr(0, text.find('.')));
    }
    return all;
}

} // namespace

TEST_CASE("chunks come back in order, each to its own learner, also from another opening",
          "[store][trace]")
{
    const RecordFolder folder;
    const auto key = vault::random_key();
    const auto other = vault::random_key();
    {
        TraceStore traces(folder.file("traces-v1.sqlite"));
        CHECK(traces.read(ada, key)->plain.empty());
        CHECK_FALSE(std::filesystem::exists(folder.file("traces-v1.sqlite")));
        REQUIRE(traces.add(ada, key, chunk("first")));
        REQUIRE(traces.add(ben, other, chunk("of ben")));
        REQUIRE(traces.add(ada, key, chunk("second")));
    }
    TraceStore traces(folder.file("traces-v1.sqlite"));

    CHECK(texts(*traces.read(ada, key)) == std::vector<std::string>{"first", "second"});
    CHECK(texts(*traces.read(ben, other)) == std::vector<std::string>{"of ben"});
    CHECK(files_with(folder, "second").empty()); // nothing of it lies there in the clear
}

TEST_CASE("beyond the limit a learner's oldest chunks go, and nobody else's", "[store][trace]")
{
    const RecordFolder folder;
    const auto key = vault::random_key();
    TraceStore traces(folder.file("traces-v1.sqlite"), 4'000);
    REQUIRE(traces.add(ben, key, chunk("of ben", 1'000)));
    for (int i = 0; i < 10; ++i)
        REQUIRE(traces.add(ada, key, chunk(std::to_string(i), 1'000)));

    CHECK(texts(*traces.read(ada, key)) == std::vector<std::string>{"7", "8", "9"});
    CHECK(texts(*traces.read(ben, key)) == std::vector<std::string>{"of ben"});
}

TEST_CASE("a chunk that was altered, moved or given to another learner does not open",
          "[store][trace]")
{
    const RecordFolder folder;
    const auto key = vault::random_key();
    {
        TraceStore traces(folder.file("traces-v1.sqlite"));
        for (const char *what : {"a", "b", "c", "d"})
            REQUIRE(traces.add(ada, key, chunk(what)));
    }
    {
        SQLite::Database db(folder.file("traces-v1.sqlite"), SQLite::OPEN_READWRITE);
        db.exec("UPDATE traces SET sealed = (SELECT sealed FROM traces WHERE number = 2) "
                "WHERE number = 1"); // moved
        SQLite::Statement give(db, "UPDATE traces SET stream = ? WHERE number = 3");
        give.bind(1, ben.data(), static_cast<int>(ben.size()));
        give.exec();
        db.exec("UPDATE traces SET sealed = CAST(substr(sealed, 1, 60) || x'00' || "
                "substr(sealed, 62) AS BLOB) WHERE number = 4");
    }
    TraceStore traces(folder.file("traces-v1.sqlite"));
    const auto of_ada = traces.read(ada, key);

    REQUIRE(of_ada);
    CHECK(texts(*of_ada) == std::vector<std::string>{"b"});
    CHECK(of_ada->unreadable == 2);
    CHECK(traces.read(ben, key)->unreadable == 1);
}

TEST_CASE("what is forgotten leaves no sealed byte in any file", "[store][trace]")
{
    const RecordFolder folder;
    const auto key = vault::random_key();
    const bool by_keeping = GENERATE(false, true);
    TraceStore traces(folder.file("traces-v1.sqlite"));
    REQUIRE(traces.add(ada, key, chunk("a", 9'000)));
    REQUIRE(traces.add(ben, key, chunk("b", 9'000)));
    CHECK_FALSE(files_with(folder, vault::as_text(ada)).empty());

    if (by_keeping)
        REQUIRE(traces.keep_only({ben, id_number(9)}));
    else
        REQUIRE(traces.forget(ada));

    CHECK(traces.read(ada, key)->plain.empty());
    CHECK(files_with(folder, vault::as_text(ada)).empty());
    CHECK(texts(*traces.read(ben, key)) == std::vector<std::string>{"b"});
}

TEST_CASE("a damaged file is begun anew, and one of a newer program is left alone",
          "[store][trace]")
{
    const RecordFolder folder;
    const auto key = vault::random_key();
    const std::string file = folder.file("traces-v1.sqlite");
    {
        TraceStore traces(file);
        REQUIRE(traces.add(ada, key, chunk("lost")));
    }
    SECTION("damaged")
    {
        write_content(file, "no database at all, and of no use to anybody");
        TraceStore traces(file);
        REQUIRE(traces.add(ada, key, chunk("new")));
        CHECK(texts(*traces.read(ada, key)) == std::vector<std::string>{"new"});
    }
    SECTION("newer")
    {
        {
            SQLite::Database db(file, SQLite::OPEN_READWRITE);
            db.exec("PRAGMA user_version = 2");
        }
        TraceStore traces(file);
        CHECK(traces.add(ada, key, chunk("new")).error().code == Errc::unsupported);
        CHECK(std::filesystem::exists(file));
    }
}

TEST_CASE("erasing a learner deletes their traces with their key", "[store][trace][erase]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    REQUIRE(recording.write({"ada", "ben"}, 4));
    const auto names = recording.vault->vault_keys();
    auto keys = recording.vault->keys();
    REQUIRE(keys);
    const Id stream = *keys->stream_of(names.pseudonym("ada"));
    const Id kept = *keys->stream_of(names.pseudonym("ben"));
    REQUIRE(recording.vault->traces().add(stream, **keys->key(stream), chunk("of ada")));
    REQUIRE(recording.vault->traces().add(kept, **keys->key(kept), chunk("of ben")));

    REQUIRE(recording.vault->erase(names.pseudonym("ada"), "asked for"));

    CHECK(recording.vault->traces().read(stream, **keys->key(stream))->plain.empty());
    CHECK(recording.vault->traces().read(kept, **keys->key(kept))->plain.size() == 1);
}
