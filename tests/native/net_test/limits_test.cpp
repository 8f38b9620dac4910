#include "running_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <vector>

using namespace mvr;
using namespace mvr::net;
using namespace std::chrono_literals;
using boost::asio::ip::tcp;

namespace {

/// A client that does not say all it has to say.
class SlowClient {
  public:
    explicit SlowClient(std::uint16_t port) : socket_(io_)
    {
        socket_.connect({boost::asio::ip::address_v4::loopback(), port});
    }
    void send(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
    /// All that comes until the server closes the connection.
    std::string rest()
    {
        std::string text;
        boost::system::error_code closed;
        boost::asio::read(socket_, boost::asio::dynamic_buffer(text), closed);
        return text;
    }

  private:
    boost::asio::io_context io_;
    tcp::socket socket_;
};

Limits short_limits()
{
    Limits limits;
    limits.header_time = 80ms;
    limits.body_time = 80ms;
    limits.idle_time = 80ms;
    limits.write_time = 80ms;
    return limits;
}

std::string numbered(int i)
{
    std::string text = "n";
    text += std::to_string(i);
    text += ';';
    return text;
}

std::string head_only(const RunningServer &server)
{
    const std::string whole = post(server, "");
    return whole.substr(0, whole.size() - 2);
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

TEST_CASE("a body that is announced too large is refused before it is sent", "[net][limits]")
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

TEST_CASE("what the parser of JSON refuses is refused as a protocol error", "[net][limits]")
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

TEST_CASE("a client that waits to be told to go on is told so, with the token only",
          "[net][limits]")
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
