#include "http_texts.hpp"

#include "running_server.hpp"

#include "support/json.hpp"

namespace mvr::net {

int status_of(const std::string &response)
{
    return response.starts_with("HTTP/1.1 ") ? std::stoi(response.substr(9, 3)) : 0;
}

int count_responses(const std::string &response)
{
    int count = 0;
    for (auto at = response.find("HTTP/1.1 "); at != std::string::npos;
         at = response.find("HTTP/1.1 ", at + 1)) {
        ++count;
    }
    return count;
}

std::string post(const RunningServer &server, const std::string &body, const std::string &fields)
{
    return "POST /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\nAuthorization: Bearer " +
           std::string(test_token) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + fields + "\r\n" + body;
}

std::string echo_body(const std::string &text, int id)
{
    const Json body = {{"jsonrpc", "2.0"},
                       {"id", id},
                       {"method", "tools/call"},
                       {"params",
                        {{"name", "echo"},
                         {"arguments", {{"text", text}}},
                         {"_meta",
                          {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                           {"io.modelcontextprotocol/clientCapabilities", Json::object()}}}}}};
    return body.dump();
}

std::string hold_body(int id)
{
    std::string body = echo_body("held", id);
    return body.replace(body.find("\"echo\""), 6, "\"hold\"");
}

std::string watched_hold_body(int id)
{
    Json body = parse_json(hold_body(id)).value();
    body["params"]["_meta"]["progressToken"] = "p";
    return body.dump();
}

std::string echo_fields()
{
    return "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: echo\r\n";
}

std::string hold_fields()
{
    std::string fields = echo_fields();
    return fields.replace(fields.find("echo"), 4, "hold");
}

} // namespace mvr::net
