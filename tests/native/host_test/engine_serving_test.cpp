#include "client.hpp"
#include "engine_calls.hpp"
#include "on_tape.hpp"
#include "vault_folder.hpp"

#include "support/os.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

TEST_CASE("serving keeps one private token and stops clean, again and again", "[host][engine]")
{
    Folder folder;
    Engine engine(config(folder));
    const std::string run = (folder.path / "run").string();
    std::string token;
    for (int i = 0; i < 20; ++i) {
        auto serving = engine.start_server(0, run);
        REQUIRE(serving);
        CHECK(os::read_private_file(serving->token_file)->size() == 43);
        CHECK(engine.start_server(0, run).error().code == Errc::conflict);
        const std::string now = *os::read_private_file(serving->token_file);
        CHECK((token.empty() || now == token)); // a client's configuration stays good
        token = now;
        engine.stop_server();
    }
    CHECK(engine.status().server.running == false);
}

TEST_CASE("a client's call with which Blender does not begin is withdrawn and hears so",
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

TEST_CASE("a curriculum waits for the end of the unit that a learner is at work in",
          "[host][engine]")
{
    Folder folder;
    EngineConfig impatient = config(folder);
    impatient.scene_patience = 1ms;
    Engine engine(impatient);
    const RunningServer server = start_server(engine, folder);
    Client client(server.addresses, server.token, Client::Way::socket);
    engine.publish_lesson(
        OnTape(Json::parse(
                   R"({"file": "", "dirty": false, "units": [], "order": [], "problems": []})"))
            .view);
    const Json curriculum = Json::parse(
        R"({"domain_id": "d", "content_architecture": {"modular_structure": {"units": []},
            "prerequisite_mapping": {"dependencies": []}}})");
    engine.set_running_unit("Seat the gasket");

    const auto waited = client.call("process_knowledge_model", curriculum);
    engine.set_running_unit("");
    const auto done = client.call("process_knowledge_model", curriculum);

    REQUIRE(waited);
    CHECK(error_code_of(*waited) == "BLENDER_BUSY");
    CHECK(waited->dump().find("Seat the gasket") != std::string::npos);
    REQUIRE(done);
    CHECK(error_code_of(*done).empty());
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
