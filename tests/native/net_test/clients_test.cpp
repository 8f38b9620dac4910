#include "running_server.hpp"

#include "../temporary_folder.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace mvr;
using namespace mvr::net;
using namespace std::chrono_literals;

namespace {

/// `talk` by a client for which the system keeps next to nothing that it has not read yet.
std::string talk_with_small_buffer(std::uint16_t port, const std::string &requests)
{
    namespace asio = boost::asio;
    using asio::ip::tcp;
    asio::io_context io;
    tcp::socket socket(io, tcp::v4());
    socket.set_option(asio::socket_base::receive_buffer_size(4096));
    socket.connect({asio::ip::address_v4::loopback(), port});
    asio::write(socket, asio::buffer(requests));
    socket.shutdown(tcp::socket::shutdown_send);
    std::this_thread::sleep_for(200ms);
    std::string answers;
    boost::system::error_code ended;
    asio::read(socket, asio::dynamic_buffer(answers), ended);
    return answers;
}

} // namespace

TEST_CASE("clients that use the same ids at the same time get their own answers", "[net][clients]")
{
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));
    std::atomic<int> crossed = 0;
    std::vector<std::thread> clients;
    for (int client = 0; client < 8; ++client) {
        clients.emplace_back([&, client] {
            const std::string mine = "client" + std::to_string(client) + ";";
            std::string requests = client % 2 ? greeting() : "";
            for (int id = 0; id < 500; ++id) {
                requests += client % 2 ? echo_body(mine, id) + "\n"
                                       : post(server, echo_body(mine, id), echo_fields());
            }
            const std::string answers =
                client % 2 ? talk_lines(server, requests) : talk(server.port(), requests);
            int own = 0;
            for (auto at = answers.find("client"); at != std::string::npos;
                 at = answers.find("client", at + 1)) {
                if (answers.compare(at, mine.size(), mine) == 0)
                    ++own;
                else
                    ++crossed;
            }
            if (own != 1000) ++crossed; // once as text and once as structured content
        });
    }

    for (std::thread &client : clients)
        client.join();

    CHECK(crossed == 0);
}

TEST_CASE("a client that ends its input gets the whole of what was answered", "[net][clients]")
{
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));
    constexpr int more_than_a_socket_holds = 600;
    std::string requests = greeting();
    for (int id = 0; id < more_than_a_socket_holds; ++id)
        requests += echo_body(std::string(500, 'x'), id) + "\n";

    const std::string answers = talk_lines(server, requests, 100ms);

    CHECK(std::count(answers.begin(), answers.end(), '\n') == more_than_a_socket_holds);
}

TEST_CASE("a request that came behind one that is being worked on is answered after it",
          "[net][clients]")
{
    RunningServer server;
    const std::string both = post(server, hold_body(), hold_fields()) +
                             post(server, echo_body("behind", 2), echo_fields());
    std::string answers;
    std::thread client([&] { answers = talk(server.port(), both); });
    server.wait_for_calls(1);
    server.release();
    client.join();

    CHECK(count_responses(answers) == 2);
    REQUIRE(answers.find("behind") != std::string::npos);
    CHECK(answers.find("held") < answers.find("behind"));
}

TEST_CASE("a client that reads late gets responses that no socket holds, whole and in order",
          "[net][clients]")
{
    constexpr int requests = 16; // few enough that sending them does not wait for the server
    // Three times as long in the response: once with one escape a character, once with two.
    const std::string quotes(60'000, '"');
    const auto mark = [](int id) {
        std::string text = "mark ";
        text += std::to_string(id);
        return text += ';';
    };
    RunningServer server;
    std::string sent;
    for (int id = 1; id <= requests; ++id)
        sent += post(server, echo_body(mark(id) + quotes, id), echo_fields());

    const std::string answers = talk_with_small_buffer(server.port(), sent);

    CHECK(count_responses(answers) == requests);
    CHECK(answers.size() > requests * 6 * quotes.size());
    std::size_t at = 0;
    for (int id = 1; id <= requests; ++id) {
        at = answers.find(mark(id), at);
        CAPTURE(id);
        REQUIRE(at != std::string::npos);
    }
}

TEST_CASE("answers for clients that have gone are dropped", "[net][clients]")
{
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));
    std::thread http([&] { talk(server.port(), post(server, hold_body(), hold_fields())); });
    std::thread lines([&] { talk_lines(server, greeting() + hold_body(1) + "\n"); });
    server.wait_for_calls(2);

    lines.join(); // the end of its input is the end of that client
    server.wait_for_connections(1);
    server.release();
    http.join();

    CHECK(status_of(talk(server.port(), post(server, echo_body("still here"), echo_fields()))) ==
          200);
}

TEST_CASE("a server that stops while calls are being worked on leaves nothing behind",
          "[net][clients]")
{
    std::thread client;
    std::string answer = "not yet let go";
    std::uint16_t port = 0;
    {
        RunningServer server;
        port = server.port();
        client = std::thread([&answer, port, request = post(server, hold_body(), hold_fields())] {
            answer = talk(port, request);
        });
        server.wait_for_calls(1);
    }

    client.join();
    CHECK(answer.empty());
    CHECK(status_of(talk(port, "GET / HTTP/1.1\r\n\r\n")) == 0);
}
