#include "running_server.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>
#include <vector>

using namespace mvr;
using namespace mvr::net;
using namespace std::chrono_literals;

namespace {

Limits short_limits()
{
    Limits limits;
    limits.header_time = 80ms;
    limits.body_time = 80ms;
    limits.idle_time = 80ms;
    limits.write_time = 80ms;
    return limits;
}

std::string head_only(const RunningServer &server)
{
    const std::string whole = post(server, "");
    return whole.substr(0, whole.size() - 2);
}

} // namespace

TEST_CASE("whoever is slow is let go", "[net][limits][slow]")
{
    RunningServer server(short_limits());
    SlowClient silent(server.port());
    SlowClient half_a_header(server.port());
    SlowClient half_a_body(server.port());
    SlowClient idle(server.port());
    half_a_header.send("POST /mcp HT");
    half_a_body.send(head_only(server) + "Content-Type: application/json\r\n");
    idle.send(post(server, echo_body("x"), echo_fields()));

    CHECK(silent.rest().empty());
    CHECK(half_a_header.rest().empty());
    CHECK(half_a_body.rest().empty());
    CHECK(status_of(idle.rest()) == 200);
    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
}

TEST_CASE("a header that drips in is let go all the same", "[net][limits][slow]")
{
    RunningServer server(short_limits());
    SlowClient client(server.port());
    const auto begin = std::chrono::steady_clock::now();

    boost::system::error_code closed;
    while (server.connections() > 0 || std::chrono::steady_clock::now() - begin < 10ms) {
        try {
            client.send("X");
        } catch (const boost::system::system_error &) {
            break;
        }
        std::this_thread::sleep_for(5ms);
        if (std::chrono::steady_clock::now() - begin > 5s) break;
    }

    CHECK(std::chrono::steady_clock::now() - begin < 2s);
}

TEST_CASE("a client that does not read its answers is let go", "[net][limits][slow]")
{
    RunningServer server(short_limits());
    const std::string request = post(server, echo_body(std::string(60'000, 'x')), echo_fields());
    SlowClient greedy(server.port());
    std::thread sender([&] {
        try {
            for (int i = 0; i < 2000; ++i)
                greedy.send(request);
        } catch (const boost::system::system_error &) { // the server has closed: what is tested
        }
    });

    sender.join();
    server.wait_for_connections(0);

    CHECK(server.connections() == 0);
}

TEST_CASE("silent connections do not keep a client out", "[net][limits]")
{
    RunningServer server;
    std::vector<std::unique_ptr<SlowClient>> silent;
    for (int i = 0; i < 30; ++i)
        silent.push_back(std::make_unique<SlowClient>(server.port()));

    CHECK(status_of(talk(server.port(), post(server, echo_body("x"), echo_fields()))) == 200);
    server.wait_for_connections(Limits{}.unauthenticated);
    CHECK(server.connections() <= Limits{}.unauthenticated);
}

TEST_CASE("no more than the limit of connections is held", "[net][limits]")
{
    Limits limits;
    limits.connections = 4;
    RunningServer server(limits);
    std::vector<std::unique_ptr<SlowClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<SlowClient>(server.port()));
        clients.back()->send(post(server, echo_body("x"), echo_fields()) + "POST");
    }
    while (server.connections() < 4)
        std::this_thread::yield();

    CHECK(talk(server.port(), post(server, echo_body("x"), echo_fields())).empty());
}
