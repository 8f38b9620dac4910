#pragma once

#include "mcp/endpoint.hpp"
#include "net/server.hpp"
#include "support/json.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace mvr::host {

/// The net thread with its server, from start to stop.
///
/// Thread: the main thread; the server itself lives on the net thread.
class Serving : public std::enable_shared_from_this<Serving> {
  public:
    /// Carries a call away from the net thread; `done` may be called on any thread.
    using RouteCall = std::function<void(const mcp::Tool &, Json arguments,
                                         std::function<void(Result<Json>)> done)>;

    /// Writes the token file (0600) into `run_folder`, opens the doors and begins to serve.
    /// Errors: Errc::storage_unavailable for the folder; Errc::conflict if no door could be opened.
    static Result<std::shared_ptr<Serving>> start(mcp::ServerInfo info,
                                                  std::shared_ptr<const mcp::ToolTable> tools,
                                                  RouteCall route, std::uint16_t port,
                                                  const std::string &run_folder);
    ~Serving();

    /// Closes doors and connections and joins. Twice is once. Calls still under way are answered to
    /// nobody.
    void stop();

    const net::Addresses &addresses() const;
    const std::string &token_file() const;
    std::size_t clients() const;
    std::int64_t requests() const;

    /// Seconds since the last tool call or list of any client.
    double idle_seconds() const;

  private:
    struct Parts;
    explicit Serving(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace mvr::host
