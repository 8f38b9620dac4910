#include "engine_calls.hpp"
#include "vault_folder.hpp"

#include "support/os.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace mvr;
using namespace mvr::host;

TEST_CASE("two engines that end together lose nothing", "[host][engine]")
{
    Folder folder;
    {
        Engine first(config(folder));
        REQUIRE(call(first, "process_learner_model", learner));
        Engine second(config(folder));
        Json other = learner;
        other["learner_id"] = "m";
        auto made = call(second, "process_learner_model", other);
        REQUIRE(made);
        const RecordStatus record = second.status().record;
        CHECK(record.state == RecordState::spill);
        CHECK(record.problem.find(std::to_string(os::process_id())) != std::string::npos);
    }
    Engine engine(config(folder));
    settled_record(engine, 2);
    auto listed = call(engine, "list_learners");

    REQUIRE(listed);
    CHECK((*listed)["learners"].size() == 2);
}

TEST_CASE("another vault's learners are added once, and the reply counts what was added",
          "[host][engine]")
{
    Folder other;
    {
        Engine theirs(config(other));
        REQUIRE(call(theirs, "process_learner_model", learner));
    }
    Folder folder;
    Engine engine(config(folder));
    settled_record(engine, 0);

    const auto added = finish(engine, engine.import_vault(config(other).folder));
    const auto again = finish(engine, engine.import_vault(config(other).folder));
    const auto listed = call(engine, "list_learners");
    REQUIRE(added);
    CHECK((*added)["events"] == 1);
    REQUIRE(again);
    CHECK((*again)["events"] == 0);
    REQUIRE(listed);
    CHECK((*listed)["learners"].size() == 1);

    const Folder empty;
    const auto none = finish(engine, engine.import_vault(config(empty).folder));
    CHECK_FALSE(none);
}

TEST_CASE("an export streams every event, and its failure reaches the caller", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));
    settled_record(engine, 1);

    auto written = finish(engine, engine.export_events((folder.path / "out.jsonl").string()));
    auto nowhere = finish(engine, engine.export_events((folder.path / "no" / "out").string()));

    REQUIRE(written);
    CHECK((*written)["events"] == 1);
    CHECK(std::filesystem::file_size(folder.path / "out.jsonl") > 100);
    CHECK(nowhere.error().code == Errc::storage_unavailable);
    // The file that the person asked for, not the one that is written beside it.
    CHECK(nowhere.error().message.find("out':") != std::string::npos);
}

TEST_CASE("another vault's learners are added to the record", "[host][engine]")
{
    Folder folder;
    Folder other;
    {
        Engine theirs(config(other));
        Json guest = learner;
        guest["learner_id"] = "guest";
        REQUIRE(call(theirs, "process_learner_model", guest));
    }
    Engine engine(config(folder));
    const auto vault = (other.path / "vault").string();
    auto added = finish(engine, engine.import_vault(vault));
    auto again = finish(engine, engine.import_vault(vault));
    auto none = finish(engine, engine.import_vault((folder.path / "nowhere" / "x").string()));
    auto listed = call(engine, "list_learners");

    REQUIRE(added);
    CHECK((*added)["events"] == 1);
    CHECK((*again)["events"] == 0);
    CHECK_FALSE(none);
    CHECK((*listed)["learners"][0]["learner_id"] == "guest");
}
