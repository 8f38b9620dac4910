// Sends one request over and over on several connections and prints one JSON line: requests per
// second, latencies, and the server's CPU time per request (from /proc, if its process id is
// given). It parses no more of a response than its length, so that the server is the busier of the
// two. Where the server's time is measured it polls without sleeping, and wants a core of its own:
// waking it would be charged to the server, and the more, the less the server keeps it busy.
// REQUEST_FILE holds the whole request as it goes over the wire. With an interval each connection
// sends that often and no oftener, in turn with the others.
//
//   http_load PORT REQUEST_FILE CONNECTIONS SECONDS [SERVER_PID|0 [INTERVAL_MS]]

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::string_view good_status = "HTTP/1.1 200 ";
constexpr std::size_t read_bytes = 64 * 1024;

struct Connection {
    int socket = -1;
    Clock::time_point sent_at;
    Clock::time_point due; ///< when to send next, unless an answer is awaited
    bool is_awaiting = false;
    std::string response;
};

struct Load {
    std::string request;
    Clock::duration interval{};
    bool polls = false;
    Clock::time_point until;
    std::vector<double> latencies_us;
    long errors = 0;
    std::size_t open = 0;
};

int connected(int port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(made, reinterpret_cast<const sockaddr *>(&at), sizeof at) != 0) {
        std::perror("connect");
        std::exit(1);
    }
    return made;
}

/// The bytes of the whole response, 0 while its head is not there.
std::size_t response_bytes(const std::string &response)
{
    const auto head = response.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    const char *length = ::strcasestr(response.c_str(), "content-length:");
    constexpr std::size_t name_bytes = 15;
    return head + 4 + (length == nullptr ? 0 : std::strtoul(length + name_bytes, nullptr, 10));
}

void end(Connection &connection, Load &load)
{
    ::close(std::exchange(connection.socket, -1));
    --load.open;
}

bool send_request(Connection &connection, const Load &load)
{
    connection.response.clear();
    connection.is_awaiting = true;
    connection.sent_at = Clock::now();
    const auto &request = load.request;
    return ::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) > 0;
}

/// Reads what has come; false when the peer has closed.
bool receive(Connection &connection)
{
    static std::array<char, read_bytes> bytes;
    const ssize_t count = ::read(connection.socket, bytes.data(), bytes.size());
    if (count <= 0) return false;
    connection.response.append(bytes.data(), static_cast<std::size_t>(count));
    const std::size_t whole = response_bytes(connection.response);
    connection.is_awaiting = whole == 0 || connection.response.size() < whole;
    return true;
}

/// One request that does not count, on each connection after the other: a server may drop those
/// that have not shown a token while there are many of them.
void introduce(Connection &connection, const Load &load)
{
    bool is_there = send_request(connection, load);
    while (is_there && connection.is_awaiting)
        is_there = receive(connection);
}

/// Sends the next request if it is due, and ends the connection when the time is over.
void go_on(Connection &connection, Load &load)
{
    const auto now = Clock::now();
    if (connection.socket < 0 || connection.is_awaiting) return;
    if (now >= load.until) return end(connection, load);
    if (now < connection.due) return;
    connection.due += load.interval;
    if (!send_request(connection, load)) return ++load.errors, end(connection, load);
}

void on_readable(Connection &connection, Load &load)
{
    if (!receive(connection)) return ++load.errors, end(connection, load);
    if (connection.is_awaiting) return;
    if (!connection.response.starts_with(good_status)) return ++load.errors, end(connection, load);
    load.latencies_us.push_back(
        std::chrono::duration<double, std::micro>(Clock::now() - connection.sent_at).count());
    go_on(connection, load);
}

/// The connections begin one after another, spread over one interval.
void begin(std::vector<Connection> &connections, Load &load, int poll)
{
    auto due = Clock::now();
    for (Connection &connection : connections) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &connection;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, connection.socket, &event);
        connection.due = due;
        due += load.interval / connections.size();
        ++load.open;
        go_on(connection, load);
    }
}

void drive(std::vector<Connection> &connections, Load &load)
{
    const int poll = ::epoll_create1(0);
    begin(connections, load, poll);
    const bool is_paced = load.interval != Clock::duration{};
    const int patience_ms = is_paced ? 1 : load.polls ? 0 : -1;
    std::array<epoll_event, 64> events;
    while (load.open > 0) {
        const int most = static_cast<int>(events.size());
        const int count = ::epoll_wait(poll, events.data(), most, patience_ms);
        for (int i = 0; i < count; ++i) {
            void *connection = events[static_cast<std::size_t>(i)].data.ptr;
            on_readable(*static_cast<Connection *>(connection), load);
        }
        if (!is_paced) continue;
        for (Connection &connection : connections)
            go_on(connection, load);
    }
    ::close(poll);
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
        std::cerr << "use: http_load PORT REQUEST_FILE CONNECTIONS SECONDS [SERVER_PID|0 "
                     "[INTERVAL_MS]]\n";
        return 2;
    }
    std::ifstream file(arguments[2], std::ios::binary);
    Load load;
    load.request.assign(std::istreambuf_iterator<char>(file), {});
    const double seconds = std::atof(arguments[4]);
    const std::string pid = count > 5 ? arguments[5] : "";
    load.polls = cpu_seconds(pid) > 0;
    if (count > 6) load.interval = std::chrono::milliseconds(std::atoi(arguments[6]));
    std::vector<Connection> connections(static_cast<std::size_t>(std::atoi(arguments[3])));
    for (Connection &connection : connections) {
        connection.socket = connected(std::atoi(arguments[1]));
        introduce(connection, load);
    }

    const double cpu_before = cpu_seconds(pid);
    const auto began = Clock::now();
    load.until = began + std::chrono::milliseconds(static_cast<long>(seconds * 1000.0));
    drive(connections, load);
    const double took = std::chrono::duration<double>(Clock::now() - began).count();
    const double cpu = cpu_seconds(pid) - cpu_before;
    std::sort(load.latencies_us.begin(), load.latencies_us.end());
    const auto requests = static_cast<double>(load.latencies_us.size());
    std::printf("{\"requests\":%.0f,\"errors\":%ld,\"rps\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f,"
                "\"cpu_us_per_request\":%.2f}\n",
                requests, load.errors, requests / took, percentile(load.latencies_us, 0.5),
                percentile(load.latencies_us, 0.99), requests > 0 ? cpu * 1e6 / requests : 0.0);
    return load.errors == 0 && requests > 0 ? 0 : 1;
}
