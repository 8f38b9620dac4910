#include "running_server.hpp"

#include "../line_client.hpp"

#include "mcp/typed_tool.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <chrono>
#include <future>

namespace mvr::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Text {
    std::string text;
};

} // namespace
} // namespace mvr::net

template <> struct mvr::Description<mvr::net::Text> {
    static constexpr std::tuple members{Member{"text", &mvr::net::Text::text, ""}};
};

namespace mvr::net {
namespace {

using Held = std::deque<RunningServer::Held>;

mcp::ToolInfo info(std::string_view name)
{
    return {.name = name, .title = name, .description = "Gives back the text."};
}

std::shared_ptr<const mcp::ToolTable> test_tools(Held &held)
{
    auto tools = std::make_shared<mcp::ToolTable>();
    tools->add(mcp::immediate_tool<Text, Text>(
        info("echo"), [](const Text &given, const mcp::Call &) -> Result<Text> { return given; }));
    tools->add(mcp::typed_tool<Text, Text>(
        info("hold"), [&held](Text given, const mcp::CallPtr &call, const mcp::Respond &respond) {
            held.push_back(
                {call, [given = std::move(given), respond] { respond(DescribedValue(given)); }});
        }));
    tools->add(mcp::typed_tool<Text, Text>(
        info("late"), [](const Text &given, const mcp::CallPtr &call, const mcp::Respond &respond) {
            respond(DescribedValue(given));
            call->report_progress({1, 2.0, "Too late."});
        }));
    return tools;
}

template <class Protocol>
std::string talk_at(const typename Protocol::endpoint &at, const std::string &request,
                    std::chrono::milliseconds reading_delay = {})
{
    asio::io_context io;
    typename Protocol::socket socket(io);
    error_code failed;
    socket.connect(at, failed);
    if (failed) return "";
    asio::write(socket, asio::buffer(request), failed);
    socket.shutdown(Protocol::socket::shutdown_send, failed);
    std::this_thread::sleep_for(reading_delay);
    std::string response;
    asio::read(socket, asio::dynamic_buffer(response), failed);
    return response;
}

template <class Condition> void wait_until(Condition holds)
{
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!holds() && std::chrono::steady_clock::now() < give_up)
        std::this_thread::yield();
}

} // namespace

RunningServer::RunningServer(Limits limits, std::string socket_path, std::uint16_t port)
{
    endpoint_ = std::make_unique<mcp::Endpoint>(mcp::ServerInfo{"test", "1", "Test", ""},
                                                test_tools(held_));
    auto authenticate = [](std::string_view presented) {
        return presented == test_token ? access::owner() : nullptr;
    };
    server_ = std::make_unique<Server>(io_, *endpoint_,
                                       Config{port, std::move(socket_path), authenticate, limits});
    if (auto started = server_->start()) addresses_ = *started;
    thread_ = std::thread([this] {
        const auto work = asio::make_work_guard(io_);
        io_.run();
    });
}

RunningServer::~RunningServer()
{
    on_net_thread([this] { server_->stop(); });
    io_.stop();
    thread_.join();
}

void RunningServer::on_net_thread(const std::function<void()> &work)
{
    std::promise<void> done;
    asio::post(io_, [&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

std::size_t RunningServer::count_held(const std::function<bool(const Held &)> &counts)
{
    std::size_t now = 0;
    on_net_thread([&] { now = static_cast<std::size_t>(std::ranges::count_if(held_, counts)); });
    return now;
}

void RunningServer::wait_for_calls(std::size_t count)
{
    wait_until([&] { return count_held([](const Held &) { return true; }) >= count; });
}

std::size_t RunningServer::stops()
{
    return count_held([](const Held &held) { return held.call->stop.stop_requested(); });
}

void RunningServer::wait_for_stops(std::size_t count)
{
    wait_until([&] { return stops() >= count; });
}

void RunningServer::disconnect(const std::string &why)
{
    on_net_thread([&] { server_->disconnect(access::owner(), why); });
}

void RunningServer::report(const mcp::Progress &progress)
{
    on_net_thread([&] {
        for (const Held &held : held_)
            if (held.call->report_progress) held.call->report_progress(progress);
    });
}

std::vector<mcp::CallPtr> RunningServer::calls()
{
    std::vector<mcp::CallPtr> found;
    on_net_thread([&] {
        for (const Held &held : held_)
            found.push_back(held.call);
    });
    return found;
}

void RunningServer::report(const mcp::CallPtr &call, const mcp::Progress &progress)
{
    on_net_thread([&] { call->report_progress(progress); });
}

void RunningServer::release()
{
    on_net_thread([this] {
        for (const Held &held : std::exchange(held_, {}))
            held.answer();
    });
}

void RunningServer::wait_for_connections(std::size_t count)
{
    wait_until([&] { return connections() <= count; });
}

std::string talk(std::uint16_t port, const std::string &request)
{
    return talk_at<tcp>({asio::ip::address_v4::loopback(), port}, request);
}

std::string talk_lines(const RunningServer &server, const std::string &lines,
                       std::chrono::milliseconds reading_delay)
{
    return talk_at<LineProtocol>(line_endpoint(server.addresses()), lines, reading_delay);
}

} // namespace mvr::net
