#include "running_server.hpp"

#include "../temporary_folder.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mvr;
using namespace mvr::net;

TEST_CASE("the line listener takes the token on its first line, then a message a line",
          "[net][socket]")
{
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));

    CHECK(talk_lines(server, greeting() + ping) == pong);
    CHECK(talk_lines(server, greeting() + "\n\r\n" + ping + ping) == std::string(pong) + pong);

    const std::string modern = talk_lines(server, greeting() + echo_body("hello") + "\n");
    CHECK(modern.find(R"("structuredContent":{"text":"hello"})") != std::string::npos);
}

TEST_CASE("a wrong first line gets one error line and the close", "[net][socket]")
{
    const auto first = GENERATE(values<std::string>({
        "{\"token\": \"wrong\"}\n",
        "{\"token\": 7}\n",
        "{}\n",
        "[]\n",
        "hello\n",
        "\n",
        ping,
        "GET / HTTP/1.1\r\n",
        std::string(2000, 'x') + "\n",
    }));
    CAPTURE(first);
    const TemporaryFolder folder;
    RunningServer server({}, folder.file("mcp.sock"));

    const std::string answer = talk_lines(server, first + ping);

    CHECK(answer.find("\"error\"") != std::string::npos);
    CHECK(std::count(answer.begin(), answer.end(), '\n') == 1);
    CHECK(answer.find("\"result\"") == std::string::npos);
}

TEST_CASE("a port in use is reported with the way out, and lines are served", "[net][socket]")
{
    const TemporaryFolder folder;
    RunningServer first;

    RunningServer second({}, folder.file("mcp.sock"), first.port());

    CHECK(second.port() == 0);
    CHECK(second.addresses().http_problem.find("is in use by another program") !=
          std::string::npos);
    CHECK(second.addresses().http_problem.find("Choose another port") != std::string::npos);
    CHECK(talk_lines(second, greeting() + ping) == pong);
    CHECK(status_of(talk(first.port(), post(first, echo_body("x"), echo_fields()))) == 200);
}

TEST_CASE("a port that another program has for IPv6 is no port for us", "[net][socket]")
{
    using boost::asio::ip::tcp;
    boost::asio::io_context io;
    tcp::acceptor other(io);
    boost::system::error_code without;
    other.open(tcp::v6(), without);
    if (!without) other.set_option(boost::asio::ip::v6_only(true), without);
    if (!without) other.bind({tcp::v6(), 0}, without);
    if (!without) other.listen(1, without);
    const TemporaryFolder folder;
    const std::uint16_t port = without ? std::uint16_t{0} : other.local_endpoint().port();

    RunningServer server({}, folder.file("mcp.sock"), port);

    CAPTURE(without.message());
    CHECK(server.addresses().http_problem.empty() == bool(without)); // a machine may have no IPv6
}

TEST_CASE("a line may be as long as a body and not longer", "[net][socket]")
{
    Limits limits;
    limits.body_bytes = 10'000;
    const TemporaryFolder folder;
    RunningServer server(limits, folder.file("mcp.sock"));
    const std::string longest =
        echo_body(std::string(limits.body_bytes - echo_body("").size(), 'x'));

    CHECK(talk_lines(server, greeting() + longest + "\n").find("\"result\"") != std::string::npos);
    const std::string rejected = talk_lines(server, greeting() + longest + " \n" + ping);
    CHECK(rejected.find("longer than 10000 bytes") != std::string::npos);
    CHECK(rejected.find("\"result\"") == std::string::npos);
}
