#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <string>

/// A client that does not say all it has to say.
template <class Protocol> class SlowClientOf {
  public:
    explicit SlowClientOf(const typename Protocol::endpoint &at) : socket_(io_)
    {
        socket_.connect(at);
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
    typename Protocol::socket socket_;
};

struct SlowClient : SlowClientOf<boost::asio::ip::tcp> {
    explicit SlowClient(std::uint16_t port)
        : SlowClientOf({boost::asio::ip::address_v4::loopback(), port})
    {
    }
};
