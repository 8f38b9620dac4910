#include "running_server.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <thread>

using namespace mvr;
using namespace mvr::net;

TEST_CASE("a client that closes its HTTP connection asks the work of its call to stop",
          "[net][leaving]")
{
    RunningServer server;
    {
        SlowClient client(server.port());
        client.send(post(server, hold_body(), hold_fields()));
        server.wait_for_calls(1);
        CHECK(server.stops() == 0);
    }
    server.wait_for_stops(1);

    CHECK(server.stops() == 1);
    server.release();
    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
}

TEST_CASE("a connection that is kept is watched again for each of its calls", "[net][leaving]")
{
    RunningServer server;
    {
        SlowClient client(server.port());
        client.send(post(server, hold_body(1), hold_fields()));
        server.wait_for_calls(1);
        server.release();
        client.send(post(server, echo_body("between"), echo_fields()));
        client.send(post(server, hold_body(2), hold_fields()));
        server.wait_for_calls(1);
        CHECK(server.stops() == 0);
    }
    server.wait_for_stops(1);

    CHECK(server.stops() == 1);
}

TEST_CASE("a client that ends its HTTP input asks its call to stop, and hears what it came to",
          "[net][leaving]")
{
    RunningServer server;
    std::string answer;
    std::thread client(
        [&] { answer = talk(server.port(), post(server, hold_body(), hold_fields())); });
    server.wait_for_calls(1);
    server.wait_for_stops(1);
    const std::size_t stops = server.stops();
    server.release();
    client.join();

    CHECK(stops == 1);
    CHECK(status_of(answer) == 200);
}

TEST_CASE("a request that is sent ahead is no leaving", "[net][leaving]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, hold_body(1), hold_fields()));
    server.wait_for_calls(1);
    client.send(post(server, echo_body("ahead", 2), echo_fields() + "Connection: close\r\n"));
    // Whoever is answered meanwhile came later, so what was sent ahead has been read by then.
    const std::string other = talk(server.port(), post(server, echo_body("other"), echo_fields()));
    const std::size_t stops = server.stops();
    server.release();
    const std::string answers = client.rest();

    CHECK(status_of(other) == 200);
    CHECK(stops == 0);
    CHECK(count_responses(answers) == 2);
    CHECK(answers.find("held") < answers.find("ahead"));
}

TEST_CASE("a client that sends more ahead than is kept for it is served all of it",
          "[net][leaving]")
{
    constexpr int ahead = 8; // 60 kB each: more than is kept, and no more than the system keeps
    RunningServer server;
    std::string sent;
    for (int id = 2; id < 2 + ahead; ++id)
        sent += post(server, echo_body(std::string(60'000, 'x'), id), echo_fields());
    sent += post(server, echo_body("last", 99), echo_fields() + "Connection: close\r\n");
    SlowClient client(server.port());
    client.send(post(server, hold_body(1), hold_fields()));
    server.wait_for_calls(1);
    const auto call = server.calls().front();
    std::thread sending([&] { client.send(sent); });
    // Time for the other thread to send, and for what is kept to be read.
    const std::string other = talk(server.port(), post(server, echo_body("other"), echo_fields()));
    server.release();
    const std::string answers = client.rest();
    sending.join();

    CHECK(status_of(other) == 200);
    CHECK_FALSE(call->stop.stop_requested()); // at no time
    CHECK(count_responses(answers) == ahead + 2);
}
