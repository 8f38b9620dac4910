#include "engine_calls.hpp"
#include "on_tape.hpp"
#include "vault_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

TEST_CASE("a call of the main thread does not wait for the disk, and loses nothing by that",
          "[host][engine]")
{
    Folder folder;
    {
        Engine engine(config(folder));
        auto made = call(engine, "process_learner_model", learner);
        REQUIRE(made);
        CHECK((*made)["event_ids"].size() == 1);
        CHECK(((*made)["recorded"] == true || (*made)["pending"] == true));
    }
    Engine engine(config(folder));
    auto listed = call(engine, "list_learners");

    REQUIRE(listed);
    CHECK((*listed)["learners"].size() == 1);
    CHECK((*listed)["learners"][0]["learner_id"] == "l");
}

TEST_CASE("what was asked for while the record was opening is done before it closes",
          "[host][engine]")
{
    Folder folder;
    {
        Engine engine(config(folder));
        const auto id = engine.post("process_learner_model", OnTape(learner).view);
        engine.close();
        REQUIRE(finish(engine, id));
    }
    Engine engine(config(folder));
    CHECK(call(engine, "list_learners").value()["learners"].size() == 1);
}

TEST_CASE("bad arguments, unknown tools and a closed engine are answered, not lost",
          "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));

    auto unknown = call(engine, "no_such_tool");
    auto bad = call(engine, "get_learner_profile");
    engine.close();
    auto closed = call(engine, "list_learners");

    CHECK(unknown.error().code == Errc::not_found);
    CHECK(bad.error().field == "learner_id");
    CHECK(closed.error().code == Errc::shutting_down);
}

TEST_CASE("a call of the main thread does the scene's part itself, and the state's owner the rest",
          "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));
    std::string asked;
    const auto here = std::this_thread::get_id();

    auto started = json(engine.call(
        "start_session", OnTape({{"learner_id", "l"}, {"unit_id", "u"}}).view,
        [&](const mcp::SceneCommand &command) -> Result<DescribedValue> {
            CHECK(std::this_thread::get_id() == here);
            asked = command.name;
            Json reply = {{"unit_id", "u"},         {"scene_name", "U"},
                          {"title", "U"},           {"instructions", ""},
                          {"hints", Json::array()}, {"learning_event", "practice"}};
            reply["session_id"] = Json::parse(command.arguments.json_text())["session_id"];
            reply["learning_objectives"] = Json::array();
            reply["estimated_duration_seconds"] = 60;
            reply["checkpoints"] = Json::array();
            reply["missing_prerequisites"] = Json::array();
            return command.read_reply(OnTape(reply).view);
        }));

    CHECK(asked == "start_unit");
    REQUIRE(started);
    CHECK((*started)["learner_id"] == "l");
    const auto progress = call(engine, "get_learner_progress", {{"learner_id", "l"}});
    CHECK((*progress)["resume"]["session_id"] == (*started)["session_id"]); // it reads what it did
    CHECK_FALSE(engine.take(0ms)); // nothing was sent to itself
}

TEST_CASE("a reply of the scene that is out of shape is an internal error that names the field",
          "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));

    const auto started =
        engine.call("start_session", OnTape({{"learner_id", "l"}, {"unit_id", "u"}}).view,
                    [](const mcp::SceneCommand &command) {
                        return command.read_reply(OnTape(Json{{"unit_id", 7}}).view);
                    });

    REQUIRE_FALSE(started);
    CHECK(started.error().code == Errc::internal);
    CHECK(started.error().field == "start_unit.unit_id");
    const auto progress = call(engine, "get_learner_progress", {{"learner_id", "l"}});
    CHECK((*progress)["resume"].is_null());
}

TEST_CASE("what the scene rejects is the call's error, and nothing is recorded", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));

    const auto rejected =
        engine.call("start_session", OnTape({{"learner_id", "l"}, {"unit_id", "u"}}).view,
                    [](const mcp::SceneCommand &) -> Result<DescribedValue> {
                        return Error{Errc::not_found, "there is no unit 'u'", "unit_id", ""};
                    });

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().field == "unit_id");
    const auto progress = call(engine, "get_learner_progress", {{"learner_id", "l"}});
    CHECK((*progress)["resume"].is_null());
}

TEST_CASE("reading tools say what was published of the open file, without Blender",
          "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));

    const auto before = call(engine, "get_lesson");
    engine.publish_lesson(
        OnTape({{"file", "a.blend"}, {"units", Json::array()}, {"order", Json::array()}}).view);
    const auto after = call(engine, "get_lesson");

    REQUIRE_FALSE(before);
    CHECK(before.error().code == Errc::busy);
    REQUIRE(after);
    CHECK((*after)["file"] == "a.blend");
}

TEST_CASE("what is begun one after another ends in that order, each once", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    std::vector<std::uint64_t> ids;
    for (int i = 0; i < 200; ++i)
        ids.push_back(engine.post("process_learner_model", OnTape(learner).view));
    for (const std::uint64_t id : ids)
        REQUIRE(finish(engine, id));
    CHECK_FALSE(engine.take_completion(0ms));
}
