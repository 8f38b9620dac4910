#include "client.hpp"

#include "../line_client.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <iostream>
#include <utility>

namespace mvr::host {
namespace {

using boost::asio::ip::tcp;

constexpr auto revision = "2026-07-28";

std::unique_ptr<std::iostream> connect(const net::Addresses &addresses, Client::Way way)
{
    if (way == Client::Way::socket)
        return std::make_unique<net::LineProtocol::iostream>(net::line_endpoint(addresses));
    const tcp::endpoint at(boost::asio::ip::address_v4::loopback(), addresses.port);
    return std::make_unique<tcp::iostream>(at);
}

} // namespace

Client::Client(const net::Addresses &addresses, std::string token, Way way)
    : stream_(connect(addresses, way)), host_("127.0.0.1:" + std::to_string(addresses.port)),
      token_(std::move(token)), way_(way)
{
    if (way == Way::socket) *stream_ << R"({"token":")" << token_ << "\"}\n" << std::flush;
}

Client::~Client() = default;
Client::Client(Client &&) noexcept = default;

std::string Client::body_of(const std::string &tool, const Json &arguments)
{
    const Json meta = {{"io.modelcontextprotocol/protocolVersion", revision},
                       {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
    return to_text({{"jsonrpc", "2.0"},
                    {"id", ++last_id_},
                    {"method", "tools/call"},
                    {"params", {{"name", tool}, {"arguments", arguments}, {"_meta", meta}}}});
}

std::optional<Json> Client::call(const std::string &tool, const Json &arguments)
{
    send(tool, arguments);
    return receive();
}

void Client::send(const std::string &tool, const Json &arguments)
{
    if (way_ == Way::http) return post(tool, body_of(tool, arguments));
    *stream_ << body_of(tool, arguments) << '\n' << std::flush;
}

std::optional<Json> Client::receive()
{
    const std::string text = way_ == Way::http ? read_response() : read_line();
    if (text.empty()) return {};
    const Json answer = Json::parse(text);
    return answer.contains("result") ? std::optional(answer.at("result")) : std::nullopt;
}

void Client::post(const std::string &tool, const std::string &body)
{
    *stream_ << "POST /mcp HTTP/1.1\r\nHost: " << host_ << "\r\nAuthorization: Bearer " << token_
             << "\r\nContent-Type: application/json\r\nContent-Length: " << body.size()
             << "\r\nMCP-Protocol-Version: " << revision
             << "\r\nMcp-Method: tools/call\r\nMcp-Name: " << tool << "\r\n\r\n"
             << body << std::flush;
}

std::string Client::read_line()
{
    std::string line;
    std::getline(*stream_, line);
    return line;
}

/// The body of the next response; empty where there is none.
std::string Client::read_response()
{
    std::size_t bytes = 0;
    for (std::string line; std::getline(*stream_, line) && line != "\r";)
        if (line.starts_with("Content-Length: ")) bytes = std::stoul(line.substr(16));
    std::string body(bytes, '\0');
    if (!stream_->read(body.data(), static_cast<std::streamsize>(bytes))) return {};
    return body;
}

RunningServer start_server(Engine &engine, const Folder &folder)
{
    const ServerStatus serving = engine.start_server(0, (folder.path / "run").string()).value();
    RunningServer running;
    running.addresses.port = static_cast<std::uint16_t>(serving.port);
    running.addresses.socket_path = serving.socket;
    running.addresses.line_port = static_cast<std::uint16_t>(serving.line_port);
    running.token = os::read_private_file(serving.token_file).value();
    return running;
}

std::string error_code_of(const Json &result)
{
    if (!result.value("isError", false)) return "";
    return result.at("structuredContent").at("error").at("code");
}

} // namespace mvr::host
