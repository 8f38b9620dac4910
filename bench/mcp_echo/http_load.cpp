// Sends one request over and over on several connections and prints one JSON line: requests per
// second, latencies, and the server's CPU time per request (from /proc, if its process id is
// given). Use: http_load PORT REQUEST_FILE CONNECTIONS SECONDS [SERVER_PID] REQUEST_FILE holds the
// whole request as it goes over the wire.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

struct Load {
    std::string request;
    Clock::time_point until;
    std::vector<double> latencies_us;
    long errors = 0;
};

asio::awaitable<void> drive(tcp::socket socket, Load &load)
{
    boost::beast::flat_buffer buffer;
    while (Clock::now() < load.until) {
        const auto begin = Clock::now();
        const auto [unsent, sent] =
            co_await asio::async_write(socket, asio::buffer(load.request), as_values);
        http::response<http::string_body> response;
        const auto [unread, read] = co_await http::async_read(socket, buffer, response, as_values);
        if (unsent || unread || response.result() != http::status::ok) {
            ++load.errors;
            co_return;
        }
        load.latencies_us.push_back(
            std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
}

/// User and system time of a process in seconds; 0 if it cannot be read.
double cpu_seconds(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto name_end = text.rfind(')');
    if (name_end == std::string::npos) return 0.0;
    std::istringstream fields(text.substr(name_end + 2));
    std::string skipped;
    constexpr int fields_before_utime = 11;
    for (int i = 0; i < fields_before_utime; ++i)
        fields >> skipped;
    double user = 0.0;
    double system = 0.0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double percentile(const std::vector<double> &sorted, double part)
{
    if (sorted.empty()) return 0.0;
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 5) {
        std::cerr << "use: http_load PORT REQUEST_FILE CONNECTIONS SECONDS [SERVER_PID]\n";
        return 2;
    }
    std::ifstream file(arguments[2], std::ios::binary);
    Load load;
    load.request.assign(std::istreambuf_iterator<char>(file), {});
    const double seconds = std::atof(arguments[4]);
    const std::string pid = count > 5 ? arguments[5] : "";

    asio::io_context io{1};
    const tcp::endpoint server(asio::ip::address_v4::loopback(),
                               static_cast<unsigned short>(std::atoi(arguments[1])));
    const double cpu_before = cpu_seconds(pid);
    const auto begin = Clock::now();
    load.until = begin + std::chrono::milliseconds(static_cast<long>(seconds * 1000.0));
    for (int i = 0; i < std::atoi(arguments[3]); ++i) {
        tcp::socket socket(io);
        socket.connect(server);
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(io, drive(std::move(socket), load), asio::detached);
    }
    io.run();

    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    const double cpu = cpu_seconds(pid) - cpu_before;
    std::sort(load.latencies_us.begin(), load.latencies_us.end());
    const auto requests = static_cast<double>(load.latencies_us.size());
    std::printf("{\"requests\":%.0f,\"errors\":%ld,\"rps\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f,"
                "\"cpu_us_per_request\":%.2f}\n",
                requests, load.errors, requests / took, percentile(load.latencies_us, 0.5),
                percentile(load.latencies_us, 0.99), requests > 0 ? cpu * 1e6 / requests : 0.0);
    return load.errors == 0 ? 0 : 1;
}
