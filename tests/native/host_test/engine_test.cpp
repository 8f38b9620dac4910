#include "client.hpp"
#include "on_tape.hpp"
#include "vault_folder.hpp"

#include "host/engine.hpp"
#include "support/os.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// Waits until the record is open, or known not to open.
void wait_until_settled(Engine &engine)
{
    for (int i = 0; i < 1000 && engine.status()["record"]["state"] == "opening"; ++i)
        std::this_thread::sleep_for(10ms);
}

Result<Json> json(Result<DescribedValue> reply)
{
    return reply ? Result<Json>(Json::parse(reply->json_text())) : std::move(reply).error();
}

Result<DescribedValue> no_scene(const mcp::SceneCommand &)
{
    return Error{Errc::internal, "this tool needs no scene", "", ""};
}

/// A call of the main thread.
Result<Json> call(Engine &engine, const std::string &tool, const Json &arguments = Json::object())
{
    wait_until_settled(engine);
    return json(engine.call(tool, OnTape(arguments).view, no_scene));
}

/// Waits for the end of what was begun.
Result<Json> finish(Engine &engine, std::uint64_t id)
{
    auto ended = engine.take_completion(10s);
    if (!ended || ended->id != id) return Error{Errc::internal, "it did not end", "", ""};
    return json(std::move(ended->outcome));
}

const Json learner = {
    {"learner_id", "l"}, {"static_profile", Json::object()}, {"dynamic_profile", Json::object()}};

} // namespace

/// Waits until the record says that it holds this many events and nothing waits.
Json settled_record(Engine &engine, std::int64_t events)
{
    for (int i = 0; i < 1000; ++i) {
        const Json record = engine.status()["record"];
        if (record.value("events", std::int64_t{-1}) == events && record.value("pending", 1) == 0)
            return record;
        std::this_thread::sleep_for(10ms);
    }
    return engine.status()["record"];
}

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
        const Json record = second.status()["record"];
        CHECK(record["state"] == "spill");
        CHECK(record["problem"].get<std::string>().find(std::to_string(os::process_id())) !=
              std::string::npos);
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
    CHECK(fs::file_size(folder.path / "out.jsonl") > 100);
    CHECK(nowhere.error().code == Errc::storage_unavailable);
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

TEST_CASE("what the scene refuses is the call's error, and nothing is recorded", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    REQUIRE(call(engine, "process_learner_model", learner));

    const auto refused =
        engine.call("start_session", OnTape({{"learner_id", "l"}, {"unit_id", "u"}}).view,
                    [](const mcp::SceneCommand &) -> Result<DescribedValue> {
                        return Error{Errc::not_found, "there is no unit 'u'", "unit_id", ""};
                    });

    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "unit_id");
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

TEST_CASE("serving keeps one private token and stops clean, again and again", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    const std::string run = (folder.path / "run").string();
    std::string token;
    for (int i = 0; i < 20; ++i) {
        auto serving = engine.start_server(0, run);
        REQUIRE(serving);
        CHECK(os::read_private_file((*serving)["token_file"])->size() == 43);
        CHECK(engine.start_server(0, run).error().code == Errc::conflict);
        const std::string now = *os::read_private_file((*serving)["token_file"]);
        CHECK((token.empty() || now == token)); // a client's configuration stays good
        token = now;
        engine.stop_server();
    }
    CHECK(engine.status()["server"]["running"] == false);
}

TEST_CASE("a client's call with which Blender does not begin is withdrawn and told so",
          "[host][engine]")
{
    Folder folder;
    EngineConfig impatient = config(folder);
    impatient.scene_patience = 1ms;
    Engine engine(impatient);
    const RunningServer server = start_server(engine, folder);
    Client client(server.addresses, server.token, Client::Way::socket);

    const auto result = client.call("save_lesson", Json::object());

    REQUIRE(result);
    CHECK(error_code_of(*result) == "BLENDER_BUSY");
    CHECK_FALSE(engine.take(0ms));
}

TEST_CASE("a server lets in its owner and whom its configuration names, each with their scopes",
          "[host][engine]")
{
    Folder folder;
    EngineConfig named = config(folder);
    const std::string token(43, 'a');
    named.credentials = {{token, access::principal_with("ada", {access::Role::author})}};
    Engine engine(named);
    const RunningServer server = start_server(engine, folder);
    const auto list_as = [&](const std::string &offered, Client::Way way) {
        return Client(server.addresses, offered, way).call("list_learners", Json::object());
    };

    for (const auto way : {Client::Way::socket, Client::Way::http}) {
        CHECK(error_code_of(list_as(server.token, way).value()).empty());
        CHECK(error_code_of(list_as(token, way).value()) == "SCOPE_REQUIRED");
        CHECK_FALSE(list_as(std::string(43, 'b'), way));
    }
    REQUIRE(engine.renew_token());
    CHECK_FALSE(list_as(server.token, Client::Way::http)); // and nobody else's is renewed
    CHECK(list_as(token, Client::Way::http));
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
