#include "net/line_listener.hpp"

#include "support/os.hpp"

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/system/system_error.hpp>

#include <filesystem>
#include <optional>
#include <utility>

namespace mvr::net {
namespace {

using LocalSocket = asio::basic_stream_socket<asio::local::stream_protocol, Executor>;
using LocalAcceptor = asio::basic_socket_acceptor<asio::local::stream_protocol, Executor>;

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

Result<LineListener> listen_for_lines(asio::io_context &io, const std::string &path)
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
    return LineListener{LineAcceptor(std::move(acceptor)), path, 0};
}

// It lets a port be taken that old connections of ours still linger on; it does not let two listen.
void keep_port_alone(TcpAcceptor &acceptor, error_code &failed)
{
    acceptor.set_option(TcpAcceptor::reuse_address(true), failed);
}

} // namespace mvr::net
