#include "net/http_reply.hpp"

#include "support/json.hpp"

#include <boost/beast/http/status.hpp>

#include <ctime>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;

/// RFC 9110 §5.6.7. Formatted once a second: it is asked for with every response.
const std::string &date()
{
    static thread_local std::time_t made_at = 0;
    static thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc = {};
        gmtime_r(&now, &utc);
        char rest[32] = {};
        std::strftime(rest, sizeof rest, "%Y %H:%M:%S GMT", &utc);
        const std::string day = std::to_string(utc.tm_mday);
        text = std::string(days[utc.tm_wday]) + ", " + (day.size() < 2 ? "0" : "") + day + " " +
               months[utc.tm_mon] + " " + rest;
        made_at = now;
    }
    return text;
}

std::string status_line(int status)
{
    const auto reason = http::obsolete_reason(static_cast<http::status>(status));
    return "HTTP/1.1 " + std::to_string(status) + " " + std::string(reason.data(), reason.size()) +
           "\r\n";
}

void add(std::string &text, std::string_view name, std::string_view value)
{
    text.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string response_text(const mcp::HttpReply &reply, bool keep_alive)
{
    std::string text;
    text.reserve(reply.body.size() + 256);
    text += status_line(reply.status);
    add(text, "Date", date());
    if (!reply.body.empty()) add(text, "Content-Type", "application/json");
    if (reply.status != 204) add(text, "Content-Length", std::to_string(reply.body.size()));
    add(text, "X-Content-Type-Options", "nosniff");
    if (!reply.session_id.empty()) add(text, "Mcp-Session-Id", reply.session_id);
    if (!reply.allow.empty()) add(text, "Allow", reply.allow);
    if (!keep_alive) add(text, "Connection", "close");
    return text.append("\r\n").append(reply.body);
}

std::string refusal_text(const GateRefusal &refusal, bool without_body)
{
    const Json body = {{"jsonrpc", "2.0"},
                       {"error", {{"code", refusal.code}, {"message", refusal.message}}}};
    const std::string content = to_text(body);
    std::string text = status_line(refusal.status);
    add(text, "Date", date());
    add(text, "Content-Type", "application/json");
    add(text, "Content-Length", std::to_string(content.size()));
    add(text, "X-Content-Type-Options", "nosniff");
    if (refusal.status == 401) add(text, "WWW-Authenticate", "Bearer");
    if (refusal.status == 405) add(text, "Allow", "POST");
    if (refusal.status == 429) add(text, "Retry-After", "10");
    add(text, "Connection", "close");
    text += "\r\n";
    return without_body ? text : text + content;
}

} // namespace mvr::net
