#include "engine_calls.hpp"
#include "vault_folder.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>

using namespace mvr;
using namespace mvr::host;

namespace {

/// Starts a unit with a learner, as Blender would; its session.
std::string start(Engine &engine, const std::string &learner)
{
    const auto started = [](const mcp::SceneCommand &command) {
        const Json asked = Json::parse(command.arguments.json_text());
        const Json reply = {{"session_id", asked["session_id"]},
                            {"unit_id", "unit"},
                            {"scene_name", "unit"},
                            {"title", "unit"},
                            {"instructions", ""},
                            {"hints", Json::array()},
                            {"learning_event", "practice"},
                            {"learning_objectives", Json::array()},
                            {"estimated_duration_seconds", 60},
                            {"checkpoints", Json::array()},
                            {"missing_prerequisites", Json::array()}};
        return command.read_reply(OnTape(reply).view);
    };
    wait_until_settled(engine);
    const Json arguments = {{"learner_id", learner}, {"unit_id", "unit"}};
    auto reply = json(engine.call("start_session", OnTape(arguments).view, started));
    REQUIRE(reply);
    return reply->at("session_id");
}

motion::TraceChunk chunk(const std::string &session)
{
    motion::TraceChunk made{session, {{"Cup", "uuid-cup"}}, {}};
    made.samples.push_back({1500,
                            motion::Sight::view,
                            motion::TracedView{{{1, 2, 3}, {1, 0, 0, 0}}, .5F, 0},
                            {{0, true, {{4, 5, 6}, {0, 1, 0, 0}}}}});
    made.samples.push_back({1600, motion::Sight::no_view, {}, {{0, false, {}}}});
    return made;
}

/// Begins to read a session's trace, as the main thread does.
std::uint64_t read_trace(Engine &engine, const std::string &session)
{
    const Json arguments = {{"session_id", session}};
    return engine.post("get_session_replay", OnTape(arguments).view);
}

const Json agrees = {{"learner_id", "l"}, {"purpose", "viewport_traces"}, {"text_version", 1}};

} // namespace

TEST_CASE("a trace comes back by its session, where its learner agreed", "[host][trace]")
{
    Folder folder;
    Engine engine(config(folder));
    const std::string before = start(engine, "l");
    engine.add_trace(chunk(before)); // not agreed yet
    CHECK(finish(engine, read_trace(engine, before))->at("samples").empty());
    REQUIRE(call(engine, "give_consent", agrees));
    const std::string session = start(engine, "l");
    engine.add_trace(chunk(session));
    settled_record(engine, 4); // two starts, the end of the first, the consent

    engine.add_trace(chunk(session));
    const auto trace = finish(engine, read_trace(engine, session));
    REQUIRE(trace);
    const Json &samples = trace->at("samples");
    REQUIRE(samples.size() >= 2); // the first chunk may have come before its learner's key
    const Json &first = samples.at(0);
    CHECK(first.at("seconds") == 1.5);
    CHECK(first.at("view").at("place_m") == Json({1.0, 2.0, 3.0}));
    CHECK(first.at("moved").at(0).at("name") == "Cup");
    CHECK(first.at("moved").at(0).at("rotation") == Json({0.0, 1.0, 0.0, 0.0}));
    CHECK(first.at("sight") == "view");
    CHECK(first.at("moved").at(0).at("uuid") == "uuid-cup");
    CHECK(samples.at(1).at("sight") == "no_view");
    CHECK(samples.at(1).at("view").is_null());
    CHECK(samples.at(1).at("moved").at(0).at("is_there") == false);
    CHECK(trace->at("unreadable_chunks") == 0);
    CHECK(finish(engine, read_trace(engine, before))->at("samples").empty());
}

TEST_CASE("a consent that is taken back takes the traces with it", "[host][trace]")
{
    Folder folder;
    Engine engine(config(folder));
    const std::string session = start(engine, "l");
    REQUIRE(call(engine, "give_consent", agrees));
    settled_record(engine, 2);
    engine.add_trace(chunk(session));
    REQUIRE(finish(engine, read_trace(engine, session))->at("samples").size() == 2);

    REQUIRE(call(engine, "withdraw_consent", agrees));
    CHECK(finish(engine, read_trace(engine, session))->at("samples").empty());
    engine.add_trace(chunk(session));
    CHECK(finish(engine, read_trace(engine, session))->at("samples").empty());
}

TEST_CASE("the trace of an unknown session is an error", "[host][trace]")
{
    Folder folder;
    Engine engine(config(folder));
    wait_until_settled(engine);

    CHECK(finish(engine, read_trace(engine, "none")).error().code == Errc::not_found);
}
