#include "running_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace mvr;
using namespace mvr::net;

namespace {

std::string greeting() { return "{\"token\": \"" + std::string(test_token) + "\"}\n"; }

const char *const ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
const char *const pong = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n";

} // namespace

TEST_CASE("the local socket takes the token on its first line, then a message a line",
          "[net][socket]")
{
    const PrivateFolder folder;
    RunningServer server({}, folder.path + "/mcp.sock");
    REQUIRE(server.addresses().socket_path == folder.path + "/mcp.sock");

    CHECK(talk(server.addresses().socket_path, greeting() + ping) == pong);
    CHECK(talk(server.addresses().socket_path, greeting() + "\n\r\n" + ping + ping) ==
          std::string(pong) + pong);

    const std::string modern =
        talk(server.addresses().socket_path, greeting() + echo_body("hello") + "\n");
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
    const PrivateFolder folder;
    RunningServer server({}, folder.path + "/mcp.sock");

    const std::string answer = talk(server.addresses().socket_path, first + ping);

    CHECK(answer.find("\"error\"") != std::string::npos);
    CHECK(std::count(answer.begin(), answer.end(), '\n') == 1);
    CHECK(answer.find("\"result\"") == std::string::npos);
}

TEST_CASE("the socket is this user's alone, and goes with the server", "[net][socket]")
{
    const PrivateFolder folder;
    const std::string path = folder.path + "/mcp.sock";
    {
        RunningServer server({}, path);
        struct stat info = {};
        REQUIRE(::stat(path.c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == 0600);
    }

    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("what a dead process left at the path is replaced", "[net][socket]")
{
    const PrivateFolder folder;
    const std::string path = folder.path + "/mcp.sock";
    {
        boost::asio::io_context io;
        boost::asio::local::stream_protocol::acceptor dead(io, path);
    }
    REQUIRE(std::filesystem::exists(path));

    RunningServer server({}, path);

    CHECK(talk(path, greeting() + ping) == pong);
}

TEST_CASE("a living server keeps its socket, and the second one says so", "[net][socket]")
{
    const PrivateFolder folder;
    const std::string path = folder.path + "/mcp.sock";
    RunningServer first({}, path);

    {
        RunningServer second({}, path);
        CHECK(second.addresses().socket_path.empty());
        CHECK(second.addresses().socket_problem.find("another process is serving there") !=
              std::string::npos);
        CHECK(second.port() != 0);
    }

    CHECK(talk(path, greeting() + ping) == pong);
}

TEST_CASE("what is not a socket is never removed", "[net][socket]")
{
    const PrivateFolder folder;
    const std::string path = folder.path + "/mcp.sock";
    std::ofstream(path) << "precious";

    RunningServer server({}, path);

    CHECK(server.addresses().socket_path.empty());
    CHECK(std::filesystem::file_size(path) == 8);
}

TEST_CASE("a path that is too long is reported, and HTTP works", "[net][socket]")
{
    const PrivateFolder folder;

    RunningServer server({}, folder.path + "/" + std::string(200, 'x'));

    CHECK(server.addresses().socket_problem.find("too long") != std::string::npos);
    CHECK(status_of(talk(server.port(), post(server, echo_body("x"), echo_fields()))) == 200);
}

TEST_CASE("a port in use is reported with the way out, and the local socket works", "[net][socket]")
{
    const PrivateFolder folder;
    RunningServer first;

    RunningServer second({}, folder.path + "/mcp.sock", first.port());

    CHECK(second.port() == 0);
    CHECK(second.addresses().http_problem.find("is in use by another program") !=
          std::string::npos);
    CHECK(second.addresses().http_problem.find("Choose another port") != std::string::npos);
    CHECK(talk(folder.path + "/mcp.sock", greeting() + ping) == pong);
    CHECK(status_of(talk(first.port(), post(first, echo_body("x"), echo_fields()))) == 200);
}

TEST_CASE("a line may be as long as a body and not longer", "[net][socket]")
{
    Limits limits;
    limits.body_bytes = 10'000;
    const PrivateFolder folder;
    RunningServer server(limits, folder.path + "/mcp.sock");
    const std::string &path = server.addresses().socket_path;
    const std::string longest =
        echo_body(std::string(limits.body_bytes - echo_body("").size(), 'x'));

    CHECK(talk(path, greeting() + longest + "\n").find("\"result\"") != std::string::npos);
    const std::string rejected = talk(path, greeting() + longest + " \n" + ping);
    CHECK(rejected.find("longer than 10000 bytes") != std::string::npos);
    CHECK(rejected.find("\"result\"") == std::string::npos);
}
