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

constexpr auto pause_between_bytes = 5ms;

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
    const std::string request = post(server, echo_body("x"), echo_fields());
    REQUIRE(status_of(talk(server.port(), request)) == 200); // at once it is answered
    SlowClient client(server.port());

    // No byte keeps the next waiting for long, and all of them take longer than a header may.
    REQUIRE(pause_between_bytes * request.size() > 10 * short_limits().header_time);
    try {
        for (const char byte : request) {
            client.send({byte});
            std::this_thread::sleep_for(pause_between_bytes);
        }
    } catch (const boost::system::system_error &) { // the server has closed: what is tested
    }

    CHECK(client.rest().empty());
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
