// A record that was cut, put back to an older state or deleted.

#include "vault_folder.hpp"

#include "store/head_file.hpp"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada", "ben"};

const Finding *finding(const OpenedVault &vault, Finding::Kind kind)
{
    const auto &findings = vault.report().findings;
    const auto found =
        std::ranges::find_if(findings, [&](const Finding &f) { return f.kind == kind; });
    return found == findings.end() ? nullptr : &*found;
}

std::int64_t events_in_head_file(const RecordFolder &folder)
{
    const auto keys = read_vault_keys(folder.path());
    REQUIRE(keys);
    const HeadFile head(folder.file("record.head"), keys->signer.verify_key());
    return head.end() ? head.end()->head.sequence : 0;
}

} // namespace

TEST_CASE("the head file is written every 256 rows, every 5 s, at a checkpoint and at the end",
          "[store][head]")
{
    const RecordFolder folder;
    auto now = std::make_shared<TimeMs>(1'770'000'000'000);
    {
        Recording recording(folder.path(), options([now] { return *now; }));
        REQUIRE(recording.write(learners, 200));
        CHECK(events_in_head_file(folder) == 0);
        REQUIRE(recording.write(learners, 56));
        CHECK(events_in_head_file(folder) == 256);
        *now += 4'999;
        REQUIRE(recording.write(learners, 1));
        CHECK(events_in_head_file(folder) == 256);
        *now += 1;
        REQUIRE(recording.write(learners, 1));
        CHECK(events_in_head_file(folder) == 258);
        REQUIRE(recording.write(learners, 1));
        REQUIRE(recording.vault->store().checkpoint());
        CHECK(events_in_head_file(folder) == 259);
        REQUIRE(recording.write(learners, 1));
    }
    CHECK(events_in_head_file(folder) == 260);
}

TEST_CASE("a record put back to an older state is noticed, and its numbers are not used again",
          "[store][head]")
{
    const RecordFolder folder;
    const RecordFolder old;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 10));
    }
    copy_folder(folder.path(), old.path());
    RecordHead end;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 5));
        end = recording.vault->store().head();
    }
    std::filesystem::copy_file(old.file("record-v2.sqlite"), folder.file("record-v2.sqlite"),
                               std::filesystem::copy_options::overwrite_existing);

    Recording recording(folder.path());

    const Finding *missing = finding(*recording.vault, Finding::Kind::rows_missing);
    REQUIRE(missing != nullptr);
    CHECK(missing->what.find("event 15") != std::string::npos);
    CHECK(missing->remedy.find("record-v2.sqlite") != std::string::npos);
    const Finding *lost = finding(*recording.vault, Finding::Kind::row_lost);
    REQUIRE(lost != nullptr);
    CHECK(lost->sequence == 11);
    CHECK(recording.vault->store().head() == end);
    REQUIRE(recording.write(learners, 1));
    const auto found = read_back(*recording.vault);
    CHECK(found.texts.size() == 11);
    CHECK(found.texts.contains(16));
    CHECK(found.conditions.at(12) == RowCondition::damaged);
    recording.vault.reset();
    CHECK(open_in(folder.path())->report().findings.empty());
}

TEST_CASE("rows deleted at the end are noticed without the head file too", "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 10));
        REQUIRE(recording.vault->store().checkpoint());
    }
    std::filesystem::remove(folder.file("record.head"));
    {
        // Dropped, not deleted: nothing of the rows is left to be recovered.
        SQLite::Database db(folder.file("record-v2.sqlite"), SQLite::OPEN_READWRITE);
        db.exec("PRAGMA secure_delete = ON");
        db.exec("DELETE FROM events WHERE sequence > 6");
        db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    Recording recording(folder.path());

    const Finding *missing = finding(*recording.vault, Finding::Kind::rows_missing);
    REQUIRE(missing != nullptr);
    CHECK(missing->sequence == 10);
    CHECK(read_back(*recording.vault).texts == expected_texts(learners, 6));
    CHECK(recording.vault->store().head().sequence == 10);
}

TEST_CASE("a record cut at its end is noticed", "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 40));
    }
    const auto bytes = std::filesystem::file_size(folder.file("record-v2.sqlite"));
    std::filesystem::resize_file(folder.file("record-v2.sqlite"), bytes - 4096 - 100);

    Recording recording(folder.path());

    CHECK(finding(*recording.vault, Finding::Kind::row_lost) != nullptr);
    CHECK(recording.vault->store().head().sequence == 40);
    const auto found = read_back(*recording.vault).texts;
    CHECK(found.size() > 15);
    CHECK(found.size() < 40);
    REQUIRE(recording.write(learners, 1));
}

TEST_CASE("a deleted record is not replaced by an empty one", "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 3));
    }
    std::filesystem::rename(folder.file("record-v2.sqlite"), folder.file("away"));
    const bool head_too = GENERATE(false, true);
    if (head_too) {
        std::filesystem::remove(folder.file("record.head"));
        write_content(folder.file("record-v2.damaged-20260101T000000000Z.sqlite"), "a copy");
    }

    const auto opened = open_vault(folder.path(), options());

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::tampered);
    CHECK(opened.error().message.find("gone") != std::string::npos);
    CHECK_FALSE(opened.error().remedy.empty());
    std::filesystem::rename(folder.file("away"), folder.file("record-v2.sqlite"));
    CHECK(read_back(*open_in(folder.path())).texts == expected_texts(learners, 3));
}

TEST_CASE("a head file that is missing or altered is said and written anew", "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 3));
    }
    const std::string before = content_of(folder.file("record.head"));
    std::string altered = before;
    altered[altered.find("events 3") + 7] = '2';
    SECTION("missing") { std::filesystem::remove(folder.file("record.head")); }
    SECTION("altered") { write_content(folder.file("record.head"), altered); }
    SECTION("empty") { write_content(folder.file("record.head"), ""); }

    const auto vault = open_in(folder.path());

    CHECK(finding(*vault, Finding::Kind::head_file) != nullptr);
    CHECK(vault->report().findings.size() == 1);
    CHECK(read_back(*vault).texts == expected_texts(learners, 3));
    CHECK(events_in_head_file(folder) == 3);
}

TEST_CASE("a head file whose last write was cut off still knows the end before it", "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 3));
        REQUIRE(recording.vault->store().checkpoint());
        REQUIRE(recording.write(learners, 2));
    }
    REQUIRE(events_in_head_file(folder) == 5);
    std::string content = content_of(folder.file("record.head"));
    const auto newest = content.find("events 5");
    REQUIRE(newest != std::string::npos);
    content.replace(newest, 60, 60, '\0');
    write_content(folder.file("record.head"), content);

    CHECK(events_in_head_file(folder) == 3);
    const auto vault = open_in(folder.path());
    const Finding *found = finding(*vault, Finding::Kind::head_file);
    REQUIRE(found != nullptr);
    CHECK(found->what == "the file record.head was altered or is incomplete (its second end is not "
                         "a signed one); it is written anew");
    CHECK(read_back(*vault).texts == expected_texts(learners, 5));
    CHECK(events_in_head_file(folder) == 5);
}

TEST_CASE("a head file that is removed while the record is open is there again at its end",
          "[store][head]")
{
    const RecordFolder folder;
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 3));
        REQUIRE(recording.vault->store().checkpoint());
        std::filesystem::remove(folder.file("record.head"));
        REQUIRE(recording.write(learners, 2));
    }
    CHECK(events_in_head_file(folder) == 5);
    CHECK(open_in(folder.path())->report().findings.empty());
}

TEST_CASE("a folder copied while the record is in use opens with everything acknowledged",
          "[store][head]")
{
    const RecordFolder folder;
    const RecordFolder copy;
    Recording recording(folder.path());
    REQUIRE(recording.write(learners, 20));
    REQUIRE(recording.vault->store().checkpoint());
    REQUIRE(recording.write(learners, 20));

    copy_folder(folder.path(), copy.path());

    const auto vault = open_in(copy.path());
    CHECK(vault->report().findings.empty());
    CHECK(read_back(*vault).texts == expected_texts(learners, 40));
}
