#include "running_server.hpp"

#include "../line_client.hpp"
#include "../temporary_folder.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::net;

namespace {

std::string request(const RunningServer &server, const std::string &credentials,
                    const std::string &target = "/mcp")
{
    const std::string body = echo_body("x");
    return "POST " + target + " HTTP/1.1\r\nHost: " + server.host() + "\r\n" + credentials +
           echo_fields() +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

TEST_CASE("nothing is answered without the token", "[net][token]")
{
    const std::string right(test_token);
    const auto credentials = GENERATE_COPY(values<std::string>({
        "",
        "Authorization: Bearer wrong\r\n",
        "Authorization: Bearer\r\n",
        "Authorization: Bearer " + right + "x\r\n",
        "Authorization: Bearer " + right.substr(1) + "\r\n",
        "Authorization: Basic " + right + "\r\n",
        "Authorization: " + right + "\r\n",
        "X-Authorization: Bearer " + right + "\r\n",
        "Cookie: token=" + right + "\r\n",
    }));
    CAPTURE(credentials);
    RunningServer server;

    const std::string response = talk(server.port(), request(server, credentials));

    CHECK(status_of(response) == 401);
    CHECK(response.find("WWW-Authenticate: Bearer\r\n") != std::string::npos);
    CHECK(response.find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("a token in the address is not looked at", "[net][token]")
{
    RunningServer server;

    const std::string target = "/mcp?token=" + std::string(test_token);

    CHECK(status_of(talk(server.port(), request(server, "", target))) == 401);
}

TEST_CASE("the name of the scheme may be written in any case", "[net][token]")
{
    RunningServer server;

    const std::string credentials = "authorization: bearer " + std::string(test_token) + "\r\n";

    CHECK(status_of(talk(server.port(), request(server, credentials))) == 200);
}

TEST_CASE(
    "whoever waits for an answer when its token ends hears why, and the call is asked to stop",
    "[net][token]")
{
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));
    SlowClient http(server.port());
    SlowClientOf<LineProtocol> lines(line_endpoint(server.addresses()));
    http.send(post(server, hold_body(), hold_fields()));
    lines.send("{\"token\": \"" + std::string(test_token) + "\"}\n" + hold_body() + "\n");
    server.wait_for_calls(2);

    server.disconnect("the token has ended");

    const std::string response = http.rest();
    CHECK(status_of(response) == 401);
    CHECK(response.find("the token has ended") != std::string::npos);
    CHECK(lines.rest().find("the token has ended") != std::string::npos);
    server.wait_for_stops(2);
    CHECK(server.stops() == 2);
    server.release(); // to nobody
    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
}

TEST_CASE("a connection whose token has ended is closed between requests and amid one",
          "[net][token]")
{
    RunningServer server;
    SlowClient idle(server.port());
    SlowClient sending(server.port());
    const std::string request = post(server, hold_body(), hold_fields());
    for (SlowClient *client : {&idle, &sending}) { // both show their token
        client->send(request);
        server.wait_for_calls(1);
        server.release();
    }
    sending.send(request.substr(0, request.size() - 1));

    server.disconnect("the token has ended");

    CHECK(count_responses(idle.rest()) == 1);
    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
}

TEST_CASE("many wrong tokens are rejected without a look, and the right one still gets in",
          "[net][token]")
{
    RunningServer server;
    int looked_at = 0;
    int rejected = 0;

    for (int i = 0; i < 200; ++i) {
        const int status =
            status_of(talk(server.port(), request(server, "Authorization: Bearer wrong\r\n")));
        looked_at += status == 401 ? 1 : 0;
        rejected += status == 429 ? 1 : 0;
    }

    CHECK(looked_at < 16);
    CHECK(looked_at + rejected == 200);
    const std::string right = "Authorization: Bearer " + std::string(test_token) + "\r\n";
    CHECK(status_of(talk(server.port(), request(server, right))) == 200);
}
