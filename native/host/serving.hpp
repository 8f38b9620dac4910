#pragma once

#include "access/credential.hpp"
#include "mcp/endpoint.hpp"
#include "net/server.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mvr::host {

/// The net thread with its server, from start to stop.
///
/// Thread: the main thread; the server itself lives on the net thread.
class Serving : public std::enable_shared_from_this<Serving> {
  public:
    struct Places {
        std::uint16_t port = 0;                 ///< 0: any free one
        std::string run_folder;                 ///< for the socket; made if it is missing
        std::string token_file;                 ///< the owner's token, made at the first start
        std::vector<access::Credential> others; ///< whom else it lets in
    };
    using OnCall = std::function<void(const std::string &tool)>; ///< on the net thread

    /// Reads or makes the owner's token, opens the listeners and begins to serve.
    /// Errors: Errc::storage_unavailable for a folder; Errc::conflict if no listener could be
    /// opened.
    static Result<std::shared_ptr<Serving>> start(mcp::ServerInfo info, const mcp::ToolTable &tools,
                                                  const Places &places, const OnCall &on_call);
    ~Serving();

    /// Puts a new token in the place of the owner's: who has only the old one is not let in any
    /// more, and the connections that came by it are closed soon after. Errors:
    /// Errc::storage_unavailable; then the old one stays good.
    Result<void> renew_token();

    /// Takes no more connections; calls under way go on.
    void stop_accepting();

    /// Lets answers that are on their way reach their clients (for a second at most), then closes
    /// all connections and joins. Idempotent.
    void stop();

    const net::Addresses &addresses() const;
    const std::string &token_file() const;
    std::size_t clients() const;
    std::int64_t requests() const;

    /// Seconds since the last tool call of any client.
    double idle_seconds() const;

  private:
    struct Parts;
    explicit Serving(std::unique_ptr<Parts> parts);
    static std::shared_ptr<const mcp::ToolTable>
    tools_over_net(const std::shared_ptr<Serving> &serving, const mcp::ToolTable &tools,
                   const OnCall &on_call);
    std::unique_ptr<Parts> parts_;
};

} // namespace mvr::host
