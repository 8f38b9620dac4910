#include "net/http_reply.hpp"

#include "support/json.hpp"

#include <boost/beast/http/status.hpp>

#include <array>
#include <chrono>
#include <cstdio>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;

/// RFC 9110 §5.6.7. Formatted once a second: it is asked for with every response.
const std::string &date()
{
    using namespace std::chrono;
    static thread_local sys_seconds made_at{};
    static thread_local std::string text;
    const auto now = floor<seconds>(system_clock::now());
    if (now != made_at) {
        static constexpr const char *week_days[] = {"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
        static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        const auto day = floor<days>(now);
        const year_month_day date{day};
        const hh_mm_ss clock{now - day};
        std::array<char, 40> formatted{};
        std::snprintf(formatted.data(), formatted.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                      week_days[weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                      months[static_cast<unsigned>(date.month()) - 1],
                      static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()));
        text = formatted.data();
        made_at = now;
    }
    return text;
}

void add_status(std::string &out, int status)
{
    const auto reason = http::obsolete_reason(static_cast<http::status>(status));
    out.append("HTTP/1.1 ").append(std::to_string(status)).append(" ");
    out.append(reason.data(), reason.size()).append("\r\n");
}

void add(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void write_response(std::string &out, const mcp::HttpReply &reply, bool keep_alive)
{
    out.reserve(out.size() + reply.body.size() + 256);
    add_status(out, reply.status);
    add(out, "Date", date());
    if (!reply.body.empty()) add(out, "Content-Type", "application/json");
    if (reply.status != 204) add(out, "Content-Length", std::to_string(reply.body.size()));
    add(out, "X-Content-Type-Options", "nosniff");
    if (!reply.session_id.empty()) add(out, "Mcp-Session-Id", reply.session_id);
    if (!reply.allow.empty()) add(out, "Allow", reply.allow);
    if (!keep_alive) add(out, "Connection", "close");
    out.append("\r\n").append(reply.body);
}

void write_stream_header(std::string &out, bool keep_alive)
{
    add_status(out, 200);
    add(out, "Date", date());
    add(out, "Content-Type", "text/event-stream");
    add(out, "Transfer-Encoding", "chunked");
    add(out, "Cache-Control", "no-cache, no-transform");
    add(out, "X-Accel-Buffering", "no");
    add(out, "X-Content-Type-Options", "nosniff");
    if (!keep_alive) add(out, "Connection", "close");
    out.append("\r\n");
}

void write_rejection(std::string &out, const GateRejection &rejection, bool without_body)
{
    const Json body = {{"jsonrpc", "2.0"},
                       {"error", {{"code", rejection.code}, {"message", rejection.message}}}};
    const std::string content = to_text(body);
    add_status(out, rejection.status);
    add(out, "Date", date());
    add(out, "Content-Type", "application/json");
    add(out, "Content-Length", std::to_string(content.size()));
    add(out, "X-Content-Type-Options", "nosniff");
    if (rejection.status == 401) add(out, "WWW-Authenticate", "Bearer");
    if (rejection.status == 405) add(out, "Allow", "POST");
    if (rejection.status == 429) add(out, "Retry-After", "10");
    add(out, "Connection", "close");
    out += "\r\n";
    if (!without_body) out += content;
}

} // namespace mvr::net
