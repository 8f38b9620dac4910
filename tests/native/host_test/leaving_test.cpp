// Clients and servers that leave while calls wait.

#include "client.hpp"
#include "engine_calls.hpp"
#include "vault_folder.hpp"

#include "support/os.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <utility>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

template <class Condition> void wait_until(Condition holds)
{
    for (int i = 0; i < 1000 && !holds(); ++i)
        std::this_thread::sleep_for(10ms);
}

std::int64_t waiting(const Engine &engine) { return engine.status().waiting; }

std::int64_t requests(const Engine &engine) { return engine.status().server.requests; }

/// The configuration of an engine whose disk opens the record no sooner than `disk` says.
EngineConfig slow_to_open(const Folder &folder, std::promise<void> &disk)
{
    EngineConfig slow = config(folder);
    slow.clock = [ready = disk.get_future().share()] { // the first that opening asks for
        ready.wait();
        return system_time_ms();
    };
    return slow;
}

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

TEST_CASE("a stop while the record is opening tells the clients that wait, and no one else",
          "[host][leaving]")
{
    Folder folder;
    std::promise<void> disk;
    Engine engine(slow_to_open(folder, disk));
    std::promise<void> opens = std::move(disk); // lets the disk go before the engine ends
    const RunningServer server = start_server(engine, folder);
    std::array clients{Client(server.addresses, server.token, Client::Way::socket),
                       Client(server.addresses, server.token, Client::Way::http),
                       Client(server.addresses, server.token, Client::Way::http)};
    clients[0].send("list_learners", Json::object());
    clients[1].send("process_learner_model", learner);
    clients[2].send("save_lesson", Json::object());
    wait_until([&] { return requests(engine) == 3; });
    const auto posted = engine.post("process_learner_model", OnTape(learner).view);

    engine.stop_server();

    for (Client &client : clients) {
        const auto result = client.receive();
        REQUIRE(result);
        CHECK(error_code_of(*result) == "SHUTTING_DOWN");
    }
    opens.set_value();
    REQUIRE(finish(engine, posted));
}

TEST_CASE("a server that is started again while the record is opening lets its clients wait",
          "[host][leaving]")
{
    Folder folder;
    std::promise<void> disk;
    Engine engine(slow_to_open(folder, disk));
    std::promise<void> opens = std::move(disk);
    start_server(engine, folder);
    engine.stop_server();
    const RunningServer server = start_server(engine, folder);
    Client client(server.addresses, server.token, Client::Way::http);
    client.send("list_learners", Json::object());
    wait_until([&] { return requests(engine) == 1; });
    opens.set_value();

    const auto result = client.receive();

    REQUIRE(result);
    CHECK(error_code_of(*result).empty());
}

TEST_CASE("renewing the owner's token ends what came by the old one, and nobody else's connection",
          "[host][leaving]")
{
    Folder folder;
    EngineConfig named = config(folder);
    const std::string token(43, 'a');
    named.credentials = {{token, access::principal_with("ada", {access::Role::tutor})}};
    Engine engine(named);
    wait_until_settled(engine);
    const RunningServer server = start_server(engine, folder);
    Client owner(server.addresses, server.token, Client::Way::socket);
    Client waits(server.addresses, server.token, Client::Way::http);
    Client ada(server.addresses, token, Client::Way::socket);
    REQUIRE(owner.call("list_learners", Json::object()));
    REQUIRE(ada.call("list_learners", Json::object()));
    waits.send("save_lesson", Json::object());
    wait_until([&] { return waiting(engine) == 1; });

    REQUIRE(engine.renew_token());

    CHECK_FALSE(waits.receive());
    CHECK_FALSE(engine.take(0ms)); // what it waited for is not begun
    CHECK_FALSE(owner.call("list_learners", Json::object()));
    CHECK_FALSE(owner.call("list_learners", Json::object()));
    CHECK(ada.call("list_learners", Json::object()));
    Client again(server.addresses, os::read_private_file(engine.status().server.token_file).value(),
                 Client::Way::socket);
    CHECK(again.call("list_learners", Json::object()));
}
