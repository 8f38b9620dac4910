#include "running_server.hpp"

#include "../temporary_folder.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace mvr;
using namespace mvr::net;

TEST_CASE("the socket is this user's alone, and goes with the server", "[net][socket]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("mcp.sock");
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
    const TemporaryFolder folder;
    const std::string path = folder.file("mcp.sock");
    {
        boost::asio::io_context io;
        boost::asio::local::stream_protocol::acceptor dead(io, path);
    }
    REQUIRE(std::filesystem::exists(path));

    RunningServer server({}, path);

    CHECK(talk_lines(server, greeting() + ping) == pong);
}

TEST_CASE("a living server keeps its socket, and the second one says so", "[net][socket]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("mcp.sock");
    RunningServer first({}, path);

    {
        RunningServer second({}, path);
        CHECK(second.addresses().socket_path.empty());
        CHECK(second.addresses().socket_problem.find("another process is serving there") !=
              std::string::npos);
        CHECK(second.port() != 0);
    }

    CHECK(talk_lines(first, greeting() + ping) == pong);
}

TEST_CASE("what is not a socket is never removed", "[net][socket]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("mcp.sock");
    std::ofstream(path) << "precious";

    RunningServer server({}, path);

    CHECK(server.addresses().socket_path.empty());
    CHECK(std::filesystem::file_size(path) == 8);
}

TEST_CASE("a path that is too long is reported, and HTTP works", "[net][socket]")
{
    const TemporaryFolder folder;

    RunningServer server({}, folder.path() + "/" + std::string(200, 'x'));

    CHECK(server.addresses().socket_problem.find("too long") != std::string::npos);
    CHECK(status_of(talk(server.port(), post(server, echo_body("x"), echo_fields()))) == 200);
}
