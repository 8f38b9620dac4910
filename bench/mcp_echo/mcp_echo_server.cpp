// The rooms mcp and net with two small tools and nothing else: what a client can be tried on, and
// what tools/call costs without a store or Blender. Use: mcp_echo_server TOKEN [PORT]; the first
// line of its output is one JSON object; SIGTERM ends it.

#include "net/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

using namespace mvr;

mcp::Tool echo_tool()
{
    mcp::Tool tool;
    tool.name = "echo";
    tool.title = "Echo";
    tool.description = "Gives back the text.";
    tool.input_schema = mcp::object({mcp::req("text", mcp::string().length(1, 4096))});
    tool.output_schema = mcp::or_error(mcp::object({mcp::req("text", mcp::string())}));
    tool.annotations = {.read_only = true, .destructive = false, .idempotent = true};
    tool.runs_on = mcp::RunsOn::net;
    tool.handle = [](const Json &arguments) -> Result<Json> {
        return Json{{"text", arguments["text"]}};
    };
    return tool;
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

    boost::asio::io_context io{1};
    mcp::Endpoint endpoint(
        {"malloc-vr-echo", "0", "Echo", ""}, tools,
        [](const mcp::Tool &tool, const Json &given,
           const std::function<void(Result<Json>)> &done) { done(tool.handle(given)); });
    net::Server server(io, endpoint,
                       {port, "", [token](std::string_view one) { return one == token; }, {}});
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
