#include "net/discard_input.hpp"

#include <boost/asio/buffer.hpp>

#include <array>
#include <chrono>

namespace mvr::net {
namespace {

constexpr auto linger_time = std::chrono::seconds(1);

struct Discarding {
    TcpSocket &socket;
    std::shared_ptr<Connection> connection; ///< owns the socket
    std::size_t bytes_left;
    std::array<char, 4096> buffer{};
};

void read_on(const std::shared_ptr<Discarding> &discarding)
{
    Discarding &self = *discarding;
    self.socket.async_read_some(asio::buffer(self.buffer),
                                [discarding](error_code failed, std::size_t count) {
                                    if (failed || count >= discarding->bytes_left)
                                        return discarding->connection->close();
                                    discarding->bytes_left -= count;
                                    read_on(discarding);
                                });
}

} // namespace

void discard_input(TcpSocket &socket, const std::shared_ptr<Connection> &connection,
                   std::size_t most_bytes)
{
    error_code ignored;
    socket.shutdown(TcpSocket::shutdown_send, ignored);
    connection->read_within(linger_time);
    read_on(std::make_shared<Discarding>(socket, connection, most_bytes));
}

} // namespace mvr::net
