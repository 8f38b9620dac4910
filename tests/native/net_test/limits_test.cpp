#include "running_server.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::net;

namespace {

std::string numbered(int i)
{
    std::string text = "n";
    text += std::to_string(i);
    text += ';';
    return text;
}

} // namespace

TEST_CASE("a body may have four mebibytes and not a byte more", "[net][limits]")
{
    RunningServer server;
    const std::size_t limit = Limits{}.body_bytes;
    const std::string around = echo_body("");
    const std::string largest = echo_body(std::string(limit - around.size(), 'x'));
    REQUIRE(largest.size() == limit);

    // A tool error: the endpoint has read it, and the schema's own limit is smaller.
    const std::string taken = talk(server.port(), post(server, largest, echo_fields()));
    CHECK(status_of(taken) == 200);
    CHECK(taken.find("isError") != std::string::npos);

    CHECK(status_of(talk(server.port(), post(server, largest + " ", echo_fields()))) == 413);
}

TEST_CASE("a body in chunks has the same limit, and is not read to its end", "[net][limits]")
{
    Limits limits;
    limits.body_bytes = 1000;
    RunningServer server(limits);
    const std::string fields =
        "POST /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\nAuthorization: Bearer " +
        std::string(test_token) +
        "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::string endless = fields;
    for (int i = 0; i < 50; ++i)
        endless += "64\r\n" + std::string(100, ' ') + "\r\n";

    CHECK(status_of(talk(server.port(), endless)) == 413);
}

TEST_CASE("a body that is announced too large is rejected before it is sent", "[net][limits]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send("POST /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\nAuthorization: Bearer " +
                std::string(test_token) +
                "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                "4194305\r\n\r\n");

    CHECK(status_of(client.rest()) == 413);
}

TEST_CASE("a header may have eight kibibytes", "[net][limits]")
{
    RunningServer server;
    const std::string body = echo_body("x");

    CHECK(status_of(talk(
              server.port(),
              post(server, body, echo_fields() + "X: " + std::string(7000, 'x') + "\r\n"))) == 200);
    CHECK(status_of(talk(
              server.port(),
              post(server, body, echo_fields() + "X: " + std::string(8200, 'x') + "\r\n"))) == 431);
    CHECK(status_of(talk(server.port(), std::string(100'000, 'x'))) >= 400);
}

TEST_CASE("what the parser of JSON rejects is rejected as a protocol error", "[net][limits]")
{
    RunningServer server;
    const std::string deep(65, '[');

    const std::string response = talk(server.port(), post(server, deep + std::string(65, ']')));

    CHECK(status_of(response) == 400);
    CHECK(response.find("-32700") != std::string::npos);
    CHECK(response.find("deeper than 64") != std::string::npos);
}

TEST_CASE("a string of a megabyte is a tool error that names its field", "[net][limits]")
{
    RunningServer server;

    const std::string response =
        talk(server.port(), post(server, echo_body(std::string(1'000'000, 'x')), echo_fields()));

    CHECK(status_of(response) == 200);
    CHECK(response.find("'text' has 1000000 characters. Give from 0 to 65536 characters.") !=
          std::string::npos);
    CHECK(response.size() < 2000);
}

TEST_CASE("requests that come together are answered in their order", "[net][limits]")
{
    RunningServer server;
    std::string requests;
    for (int i = 0; i < 20; ++i)
        requests += post(server, echo_body(numbered(i), i), echo_fields());

    const std::string response = talk(server.port(), requests);

    CHECK(count_responses(response) == 20);
    std::size_t at = 0;
    for (int i = 0; i < 20; ++i) {
        at = response.find(numbered(i), at);
        REQUIRE(at != std::string::npos);
    }
}

TEST_CASE("a client that waits for leave to go on gets it, with the token only", "[net][limits]")
{
    RunningServer server;
    const std::string body = echo_body("x");
    const std::string head =
        "POST /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\n" + echo_fields() +
        "Connection: close\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n" +
        "Content-Length: " + std::to_string(body.size()) + "\r\n";
    SlowClient stranger(server.port());
    SlowClient friendly(server.port());

    stranger.send(head + "\r\n");
    CHECK(status_of(stranger.rest()) == 401);

    friendly.send(head + "Authorization: Bearer " + std::string(test_token) + "\r\n\r\n");
    friendly.send(body);
    const std::string response = friendly.rest();
    CHECK(response.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"));
}
