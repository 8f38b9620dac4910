#include "engine_calls.hpp"
#include "vault_folder.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::host;

namespace {

Result<Json> remove(Engine &engine, const std::string &name)
{
    const OnTape arguments(Json{{"learner_id", name}, {"confirm_learner_id", name}});
    return finish(engine, engine.post("delete_learner", arguments.view));
}

} // namespace

TEST_CASE("a deleted learner is gone now and after the next opening, and others stay",
          "[host][engine][erase]")
{
    Folder folder;
    Json other = learner;
    other["learner_id"] = "m";
    {
        Engine engine(config(folder));
        settled_record(engine, 0);
        REQUIRE(call(engine, "process_learner_model", learner));
        REQUIRE(call(engine, "process_learner_model", other));

        REQUIRE(remove(engine, learner["learner_id"]));
        CHECK(remove(engine, learner["learner_id"]).error().code == Errc::not_found);
        CHECK(call(engine, "list_learners").value()["learners"].size() == 1);
        CHECK(engine.status().record.problem.empty());
    }
    {
        Engine again(config(folder));
        settled_record(again, 2);
        const Json left = call(again, "list_learners").value()["learners"];
        REQUIRE(left.size() == 1);
        CHECK(left[0]["learner_id"] == "m");
        // Somebody new of that name begins with nothing.
        REQUIRE(call(again, "process_learner_model", learner));
        CHECK(call(again, "list_learners").value()["learners"].size() == 2);
    }
    Engine last(config(folder));
    settled_record(last, 3);
    CHECK(call(last, "list_learners").value()["learners"].size() == 2);
    CHECK(last.status().record.notices.empty()); // the chain verifies
}

TEST_CASE("where another Blender has the record nobody is deleted", "[host][engine][erase]")
{
    Folder folder;
    Engine first(config(folder));
    REQUIRE(call(first, "process_learner_model", learner));
    Engine second(config(folder));
    settled_record(second, 0);
    REQUIRE(call(second, "process_learner_model", learner));

    const auto removed = remove(second, learner["learner_id"]);
    REQUIRE_FALSE(removed);
    CHECK(removed.error().code == Errc::conflict);
    CHECK_FALSE(removed.error().remedy.empty());
}

TEST_CASE("a call that waits on the main thread is not let wait for the disk",
          "[host][engine][erase]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));
    const std::string name = learner["learner_id"];
    const auto removed =
        call(engine, "delete_learner", {{"learner_id", name}, {"confirm_learner_id", name}});
    CHECK(removed.error().code == Errc::unsupported);
    CHECK(call(engine, "list_learners").value()["learners"].size() == 1);
}
