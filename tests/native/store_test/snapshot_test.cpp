#include "vault_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <thread>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada@example.org", "ben@example.org", ""};

} // namespace

TEST_CASE("a snapshot comes back as it was saved, and is thrown away when it does not fit",
          "[store][snapshot]")
{
    const RecordFolder folder;
    const std::string progress = "folded progress", profile = "folded profile";
    const auto sealed = [](const std::string &text) {
        const auto bytes = vault::as_bytes(text);
        return vault::Bytes(bytes.begin(), bytes.end());
    };
    {
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 5));
        const std::vector<SnapshotPart> parts{{"progress", id_number(1), sealed(progress)},
                                              {"profile", id_number(2), sealed(profile)}};
        REQUIRE(recording.vault->store().save(recording.vault->store().head(), parts));
        const std::vector<SnapshotPart> newer{{"progress", id_number(1), sealed("newer")}};
        REQUIRE(recording.write(learners, 2));
        REQUIRE(recording.vault->store().save(recording.vault->store().head(), newer));
    }
    bool other_course = GENERATE(false, true);
    if (other_course) {
        SQLite::Database db(folder.file("record-v2.sqlite"), SQLite::OPEN_READWRITE);
        db.exec("UPDATE meta SET value = CAST(substr(value, 1, 39) || x'00' AS BLOB) "
                "WHERE name = 'snapshot_head'");
    }

    const auto vault = open_in(folder.path());
    const auto snapshot = vault->store().load();

    REQUIRE(snapshot);
    if (other_course) {
        CHECK(snapshot->folded_to.sequence == 0);
        CHECK(snapshot->parts.empty());
        return;
    }
    CHECK(snapshot->folded_to == vault->store().head());
    REQUIRE(snapshot->parts.size() == 1); // the one before is gone as a whole
    CHECK(vault::as_text(snapshot->parts[0].sealed) == "newer");
    REQUIRE(vault->store().forget_snapshot());
    CHECK(vault->store().load()->folded_to.sequence == 0);
}
