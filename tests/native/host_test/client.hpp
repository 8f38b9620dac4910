#pragma once

#include "net/server.hpp"
#include "support/json.hpp"
#include "vault_folder.hpp"

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace mvr::host {

/// A client of a running server that waits for each answer: on the local socket one line each, over
/// HTTP one request each on a connection that is kept. Thread: one at a time.
class Client {
  public:
    enum class Way { socket, http };

    Client(const net::Addresses &addresses, std::string token, Way way);
    ~Client();
    Client(Client &&) noexcept;

    /// The result of a tool; empty when the server has closed the connection.
    std::optional<Json> call(const std::string &tool, const Json &arguments);

    /// Sends a call without waiting for its answer.
    void send(const std::string &tool, const Json &arguments);
    /// The next answer; empty for an error of the protocol, and when the server has closed.
    std::optional<Json> receive();

  private:
    std::string body_of(const std::string &tool, const Json &arguments);
    void post(const std::string &tool, const std::string &body);
    std::string read_line();
    std::string read_response();

    std::unique_ptr<std::iostream> stream_;
    std::string host_;
    std::string token_;
    Way way_;
    int last_id_ = 0;
};

/// What a client is given.
struct RunningServer {
    net::Addresses addresses;
    std::string token;
};
RunningServer start_server(Engine &engine, const Folder &folder);

/// "SHUTTING_DOWN" and the like; empty for a result that is no error.
std::string error_code_of(const Json &result);

} // namespace mvr::host
