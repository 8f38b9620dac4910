#include "running_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::net;
using boost::asio::ip::tcp;

namespace {

/// Whether another program, which asks for the port as impolitely as Windows lets it, gets it.
bool can_be_taken(std::uint16_t port)
{
    boost::asio::io_context io;
    boost::system::error_code failed;
    tcp::acceptor other(io, tcp::v4());
    other.set_option(tcp::acceptor::reuse_address(true));
    other.bind({boost::asio::ip::address_v4::loopback(), port}, failed);
    return !failed;
}

} // namespace

TEST_CASE("lines come to a port of their own, and there is no socket", "[net][lines]")
{
    RunningServer server({}, "any path");

    CHECK(server.addresses().socket_path.empty());
    CHECK(server.addresses().line_port != 0);
    CHECK(server.addresses().line_port != server.port());
}

TEST_CASE("no other program can listen on our ports", "[net][lines]")
{
    RunningServer server({}, "any path");

    CHECK_FALSE(can_be_taken(server.port()));
    CHECK_FALSE(can_be_taken(server.addresses().line_port));
}
