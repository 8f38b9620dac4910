// The least that answering a POST over TCP can cost: one thread, one epoll loop, which looks for
// the end of the head and for Content-Length and sends fixed bytes. It knows no HTTP beyond that,
// no JSON and no token. Use: raw_epoll [PORT]; the first line of its output is one JSON object; it
// serves until it is killed.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_map>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr std::size_t read_bytes = 64 * 1024;

std::string fixed_response()
{
    const std::string body =
        R"({"result":{"content":[{"type":"text","text":"hello from a client"}]},"jsonrpc":"2.0","id":1})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

int listening(int port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int on = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto *address = reinterpret_cast<sockaddr *>(&at);
    if (::bind(made, address, size) != 0 || ::listen(made, 512) != 0) {
        std::perror("listen");
        std::exit(1);
    }
    ::getsockname(made, address, &size);
    std::printf("{\"url\":\"http://127.0.0.1:%d/mcp\"}\n", ntohs(at.sin_port));
    std::fflush(stdout);
    return made;
}

void watch(int poll, int socket)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
}

/// Takes the first whole request out of `received`; false if there is none.
bool take_request(std::string &received)
{
    const auto head = received.find("\r\n\r\n");
    if (head == std::string::npos) return false;
    const char *length = ::strcasestr(received.c_str(), "content-length:");
    constexpr std::size_t name_bytes = 15;
    const std::size_t whole =
        head + 4 + (length == nullptr ? 0 : std::strtoul(length + name_bytes, nullptr, 10));
    if (received.size() < whole) return false;
    received.erase(0, whole);
    return true;
}

class Loop {
  public:
    explicit Loop(int port) : listener_(listening(port)) { watch(poll_, listener_); }

    void run()
    {
        std::array<epoll_event, 256> events;
        for (;;) {
            const int count =
                ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                const int socket = events[static_cast<std::size_t>(i)].data.fd;
                if (socket == listener_)
                    accept();
                else if (!answer(socket))
                    close(socket);
            }
        }
    }

  private:
    void accept()
    {
        const int on = 1;
        for (int made = 0; (made = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            watch(poll_, made);
        }
    }
    void close(int socket)
    {
        ::close(socket);
        received_.erase(socket);
    }
    bool answer(int socket)
    {
        const ssize_t count = ::read(socket, bytes_.data(), bytes_.size());
        if (count <= 0) return false;
        auto &received = received_[socket];
        received.append(bytes_.data(), static_cast<std::size_t>(count));
        to_send_.clear();
        while (take_request(received))
            to_send_ += response_;
        return to_send_.empty() || ::write(socket, to_send_.data(), to_send_.size()) > 0;
    }

    const std::string response_ = fixed_response();
    int poll_ = ::epoll_create1(0);
    int listener_;
    std::array<char, read_bytes> bytes_;
    std::unordered_map<int, std::string> received_;
    std::string to_send_;
};

} // namespace

int main(int count, char **arguments)
{
    static Loop loop(count > 1 ? std::atoi(arguments[1]) : 0);
    loop.run();
}
