// Clients and servers that leave while calls wait.

#include "client.hpp"
#include "engine_calls.hpp"
#include "vault_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

template <class Condition> void wait_until(Condition holds)
{
    for (int i = 0; i < 1000 && !holds(); ++i)
        std::this_thread::sleep_for(10ms);
}

int waiting(const Engine &engine) { return engine.status()["queue"]["waiting"]; }

} // namespace

TEST_CASE("what a client asks of the scene is not done once it has left, however it came",
          "[host][leaving]")
{
    const auto way = GENERATE(Client::Way::socket, Client::Way::http);
    Folder folder;
    Engine engine(config(folder));
    wait_until_settled(engine);
    const RunningServer server = start_server(engine, folder);
    {
        Client client(server.addresses, server.token, way);
        client.send("save_lesson", Json::object());
        wait_until([&] { return waiting(engine) == 1; });
        REQUIRE(waiting(engine) == 1);
    }
    wait_until([&] { return waiting(engine) == 0; });

    CHECK(waiting(engine) == 0);
    CHECK_FALSE(engine.take(0ms));
}
