// What a lost, broken or foreign key costs.

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

TEST_CASE("the key of another vault opens nothing and changes nothing", "[store][chain][key]")
{
    const RecordFolder folder;
    twelve_events(folder);
    const RecordFolder other;
    open_in(other.path()).reset();
    const std::string database = content_of(folder.file("record-v2.sqlite"));
    const std::string key = content_of(folder.file("vault.key"));
    std::filesystem::copy_file(other.file("vault.key"), folder.file("vault.key"),
                               std::filesystem::copy_options::overwrite_existing);
    const bool broken = GENERATE(false, true);
    if (broken) {
        std::string content = database;
        content[18] = 'x';
        write_content(folder.file("record-v2.sqlite"), content);
    }

    const auto opened = open_vault(folder.path(), options());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unauthorized);
    CHECK(opened.error().remedy.find("vault.key") != std::string::npos);
    write_content(folder.file("record-v2.sqlite"), database);
    write_content(folder.file("vault.key"), key);
    CHECK(read_back(*open_in(folder.path())).texts == expected_texts(learners, events));
}

TEST_CASE("a key is never made anew over what a key once sealed", "[store][chain][key]")
{
    const RecordFolder folder;
    twelve_events(folder);
    std::filesystem::remove(folder.file("vault.key"));

    const auto opened = open_vault(folder.path(), options());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::unauthorized);
    CHECK(opened.error().message.find("missing") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.file("vault.key")));
}

TEST_CASE("one broken line of the key file is mended from the other", "[store][key]")
{
    const RecordFolder folder;
    twelve_events(folder);
    const std::string key = content_of(folder.file("vault.key"));
    REQUIRE(key.size() == 164);

    SECTION("every byte, one at a time")
    {
        for (std::size_t at = 0; at < key.size(); ++at) {
            CAPTURE(at);
            std::string altered = key;
            altered[at] = static_cast<char>(altered[at] ^ 1);
            write_content(folder.file("vault.key"), altered);
            const auto vault = open_in(folder.path());
            CHECK(says(vault->report().findings, Finding::Kind::key_file));
            CHECK(content_of(folder.file("vault.key")) == key);
        }
    }
    SECTION("both lines")
    {
        std::string altered = key;
        altered[3] = altered[90] = 'g';
        write_content(folder.file("vault.key"), altered);
        const auto opened = open_vault(folder.path(), options());
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::unauthorized);
        CHECK(content_of(folder.file("vault.key")) == altered);
    }
}
