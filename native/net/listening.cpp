#include "net/listening.hpp"

#include "support/os.hpp"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/system/system_error.hpp>

#include <filesystem>
#include <optional>
#include <utility>

namespace mvr::net {
namespace {

using asio::ip::tcp;

constexpr int attempts_at_free_port = 8;

/// On POSIX systems reuse_address lets a port be taken that old connections of ours still linger
/// on; it does not let two listen on it.
error_code open(TcpAcceptor &acceptor, const tcp::endpoint &at)
{
    error_code failed;
    const auto step = [&](auto &&action) {
        if (!failed) action();
    };
    step([&] { acceptor.open(at.protocol(), failed); });
    step([&] { acceptor.set_option(tcp::acceptor::reuse_address(true), failed); });
    if (at.address().is_v6()) {
        step([&] { acceptor.set_option(asio::ip::v6_only(true), failed); });
    }
    step([&] { acceptor.bind(at, failed); });
    step([&] { acceptor.listen(asio::socket_base::max_listen_connections, failed); });
    return failed;
}

Error port_error(std::uint16_t port, const error_code &failed)
{
    if (failed == asio::error::address_in_use) {
        return {
            Errc::conflict, "port " + std::to_string(port) + " is in use by another program",
            "port",
            "Choose another port in the preferences, or 0 for any free one; the local socket works "
            "meanwhile."};
    }
    return {Errc::unsupported,
            "cannot listen on port " + std::to_string(port) + ": " + failed.message(), "port",
            "Choose another port in the preferences; the local socket works meanwhile."};
}

Result<std::vector<TcpAcceptor>> listen_once(asio::io_context &io, std::uint16_t port)
{
    std::vector<TcpAcceptor> acceptors;
    acceptors.emplace_back(io.get_executor());
    if (const auto failed = open(acceptors[0], {asio::ip::address_v4::loopback(), port})) {
        return port_error(port, failed);
    }
    const std::uint16_t got = acceptors[0].local_endpoint().port();
    TcpAcceptor six(io.get_executor());
    const auto failed = open(six, {asio::ip::address_v6::loopback(), got});
    // Another program behind the same port would get what clients send to "localhost".
    if (failed == asio::error::address_in_use) return port_error(got, failed);
    if (!failed) acceptors.push_back(std::move(six));
    return acceptors;
}

Error path_error(Errc kind, const std::string &path, const std::string &reason)
{
    return {kind, "cannot open the local socket '" + path + "': " + reason, "socket_path",
            "Close the other Blender, or choose another folder in the preferences."};
}

std::optional<asio::local::stream_protocol::endpoint> endpoint_at(const std::string &path)
try {
    return asio::local::stream_protocol::endpoint(path);
} catch (const boost::system::system_error &) {
    return {}; // longer than the system's limit, about 100 bytes
}

} // namespace

Result<std::vector<TcpAcceptor>> listen_on_loopback(asio::io_context &io, std::uint16_t port)
{
    auto acceptors = listen_once(io, port);
    for (int i = 1; port == 0 && !acceptors && i < attempts_at_free_port; ++i)
        acceptors = listen_once(io, 0);
    return acceptors;
}

Result<LocalAcceptor> listen_at_path(asio::io_context &io, const std::string &path)
{
    const auto at = endpoint_at(path);
    if (!at) return path_error(Errc::unsupported, path, "the path is too long");
    std::error_code unreadable;
    const auto status = std::filesystem::symlink_status(path, unreadable);
    if (std::filesystem::exists(status)) {
        if (!std::filesystem::is_socket(status)) {
            return path_error(Errc::conflict, path, "something that is not a socket is there");
        }
        error_code nobody;
        LocalSocket probe(io.get_executor());
        probe.connect(*at, nobody);
        if (!nobody) return path_error(Errc::conflict, path, "another process is serving there");
        os::remove_quietly(path);
    }
    error_code failed;
    LocalAcceptor acceptor(io.get_executor());
    acceptor.open(at->protocol(), failed);
    if (!failed) acceptor.bind(*at, failed);
    if (failed) return path_error(Errc::unsupported, path, failed.message());
    if (auto closed_to_others = os::make_private(path); !closed_to_others) {
        return std::move(closed_to_others).error();
    }
    acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (failed) return path_error(Errc::unsupported, path, failed.message());
    return acceptor;
}

} // namespace mvr::net
