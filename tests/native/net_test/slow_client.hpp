#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <string>

/// A client that does not say all it has to say.
class SlowClient {
  public:
    explicit SlowClient(std::uint16_t port) : socket_(io_)
    {
        socket_.connect({boost::asio::ip::address_v4::loopback(), port});
    }
    void send(const std::string &text) { boost::asio::write(socket_, boost::asio::buffer(text)); }
    /// All that comes until the server closes the connection.
    std::string rest()
    {
        std::string text;
        boost::system::error_code closed;
        boost::asio::read(socket_, boost::asio::dynamic_buffer(text), closed);
        return text;
    }

  private:
    boost::asio::io_context io_;
    boost::asio::ip::tcp::socket socket_;
};
