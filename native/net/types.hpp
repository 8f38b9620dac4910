#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/wait_traits.hpp>
#include <boost/system/error_code.hpp>

#include <chrono>

namespace mvr::net {

namespace asio = boost::asio;
using boost::system::error_code;

/// The concrete executor instead of the type-erased default: measured, it is a good part of the
/// distance between a plain Beast server and the raw socket.
using Executor = asio::io_context::executor_type;
using TcpSocket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using TcpAcceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
/// Of lines: a local socket, or on Windows a port.
using LineSocket = asio::basic_stream_socket<asio::generic::stream_protocol, Executor>;
using LineAcceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol, Executor>;
using SteadyClock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;

template <class T = void> using Awaitable = asio::awaitable<T, Executor>;

/// Ends a connection and what is under way on it. Closing alone does that too, but wine keeps a
/// socket open for a write that the other end does not take.
template <class Socket> void end_socket(Socket &socket)
{
    error_code ignored;
    socket.cancel(ignored);
    socket.close(ignored);
}

/// An error of the peer is a value here, never an exception.
inline constexpr auto as_values = asio::as_tuple(asio::use_awaitable_t<Executor>{});

} // namespace mvr::net
