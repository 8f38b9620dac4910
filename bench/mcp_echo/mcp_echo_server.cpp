// The modules mcp and net with two small tools and nothing else: what tools/call costs without a
// record and Blender. `echo` gives its message back, `allocations` tells how many blocks of the
// heap the program has asked for so far. Use: mcp_echo_server TOKEN [PORT]; the first line of its
// output is one JSON object; SIGTERM ends it.

#include "allocation_count.hpp"

#include "mcp/typed_tool.hpp"
#include "net/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

using namespace mvr;

struct Echo {
    std::string message;
};
struct Nothing {};
struct Allocations {
    std::int64_t allocations = 0;
};

} // namespace

template <> struct mvr::Description<Echo> {
    static constexpr std::tuple members{Member{"message", &Echo::message, "", mvr::text(1, 4096)}};
};
template <> struct mvr::Description<Nothing> {
    static constexpr std::tuple members{};
};
template <> struct mvr::Description<Allocations> {
    static constexpr std::tuple members{Member{"allocations", &Allocations::allocations, ""}};
};

namespace {

mcp::Tool echo_tool()
{
    return mcp::immediate_tool<Echo, Echo>(
        {.name = "echo",
         .title = "Echo",
         .description = "Gives back the message.",
         .annotations = {.read_only = true, .destructive = false, .idempotent = true}},
        [](Echo given, const mcp::Call &) -> Result<Echo> { return given; });
}

mcp::Tool allocations_tool()
{
    return mcp::immediate_tool<Nothing, Allocations>(
        {.name = "allocations",
         .title = "Allocations",
         .description = "Tells how many blocks of the heap were asked for.",
         .annotations = {.read_only = true}},
        [](const Nothing &, const mcp::Call &) -> Result<Allocations> {
            return Allocations{static_cast<std::int64_t>(bench::allocations())};
        });
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        std::cerr << "use: mcp_echo_server TOKEN [PORT]\n";
        return 2;
    }
    const std::string token = arguments[1];
    const auto port = static_cast<std::uint16_t>(count > 2 ? std::atoi(arguments[2]) : 0);
    auto tools = std::make_shared<mcp::ToolTable>();
    tools->add(echo_tool());
    tools->add(allocations_tool());

    boost::asio::io_context io{1};
    mcp::Endpoint endpoint({"malloc-vr-echo", "0", "Echo", ""}, tools);
    net::Server server(
        io, endpoint,
        {port,
         "",
         [token](std::string_view one) { return one == token ? access::owner() : nullptr; },
         {}});
    const auto addresses = server.start();
    if (!addresses) {
        std::cerr << addresses.error().message << "\n";
        return 1;
    }
    std::cout << to_text({{"url", addresses->url}, {"port", addresses->port}}) << std::endl;

    boost::asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code &, int) {
        server.stop();
        io.stop();
    });
    io.run();
    return 0;
}
