#include "transcript.hpp"

#include "small_server.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace mvr::mcp {
namespace {

constexpr TimeMs minute = 60'000;

void replace_all(std::string &text, const std::string &what, const std::string &with)
{
    if (what.empty()) return;
    for (auto at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

/// The same JSON with sorted members, in which transcripts are written down.
std::string in_one_order(const std::string &json) { return to_text(Json::parse(json)); }

bool is_verb(const std::string &line)
{
    return line == "POST" || line == "GET" || line == "DELETE";
}

class Player {
  public:
    void say(const std::vector<std::string> &lines);
    void command(const std::string &text);
    std::vector<std::string> heard() { return std::exchange(heard_, {}); }

  private:
    void http(const std::string &verb, const std::vector<std::string> &lines);
    void hear(const HttpReply &reply);
    void hang_up() { connection_.reset(); }

    SmallServer server_;
    std::unique_ptr<LineConnection> connection_;
    std::string session_;
    std::vector<std::string> heard_;
};

void Player::say(const std::vector<std::string> &lines)
{
    if (is_verb(lines.front())) return http(lines.front(), lines);
    if (!connection_) {
        connection_ = std::make_unique<LineConnection>(
            server_.endpoint, access::owner(),
            [this](const std::string &line) { heard_.push_back(in_one_order(line)); });
    }
    for (const std::string &line : lines)
        connection_->on_line(line);
}

void Player::command(const std::string &text)
{
    if (text == "finish") return server_.finish();
    if (text == "hang up") return hang_up();
    if (text.starts_with("wait ")) server_.now += std::stoll(text.substr(5)) * minute;
}

void Player::http(const std::string &verb, const std::vector<std::string> &lines)
{
    std::vector<std::string> fields(lines.begin() + 1, lines.end());
    std::string body;
    if (verb == "POST") {
        body = fields.back();
        fields.pop_back();
    }
    HttpHead head;
    for (std::string &field : fields) {
        replace_all(field, "$session", session_);
        const auto colon = field.find(": ");
        const std::string name = field.substr(0, colon);
        const std::string_view value = std::string_view(field).substr(colon + 2);
        if (name == "Accept") head.accept = value;
        if (name == "MCP-Protocol-Version") head.protocol_version = value;
        if (name == "Mcp-Method") head.method = value;
        if (name == "Mcp-Name") head.name = value;
        if (name == "Mcp-Session-Id") head.session_id = value;
    }
    if (verb == "DELETE") return hear(server_.endpoint.on_delete(head, access::owner()));
    const Exchange exchange{access::owner(), [this](const HttpReply &reply) { hear(reply); }};
    if (verb == "GET") return server_.endpoint.on_get(head, exchange);
    server_.endpoint.on_post(head, body, exchange);
}

void Player::hear(const HttpReply &reply)
{
    heard_.push_back(std::to_string(reply.status));
    if (!reply.session_id.empty()) {
        session_ = reply.session_id;
        heard_.push_back("Mcp-Session-Id: $session");
    }
    if (!reply.allow.empty()) heard_.push_back("Allow: " + reply.allow);
    if (!reply.body.empty()) heard_.push_back(in_one_order(reply.body));
}

} // namespace

std::string replay(const std::string &dialogue)
{
    Player player;
    std::vector<std::string> request;
    std::string out;
    const auto flush = [&] {
        if (!request.empty()) player.say(request);
        request.clear();
        for (const std::string &line : player.heard())
            out += "< " + line + "\n";
    };
    std::istringstream lines(dialogue);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("< ")) continue;
        const bool continues = line.starts_with("> ") && !request.empty() &&
                               is_verb(request.front()) && !is_verb(line.substr(2));
        if (!continues) flush();
        if (line.starts_with("> ")) request.push_back(line.substr(2));
        out += line + "\n";
        if (line.starts_with("! ")) {
            player.command(line.substr(2));
            flush();
        }
    }
    flush();
    return out;
}

} // namespace mvr::mcp
