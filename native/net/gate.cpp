#include "net/gate.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;
using boost::beast::iequals;
using Field = RequestHead::Field;

/// What the protocol calls headers that contradict the message, or each other.
constexpr int header_mismatch = -32020;
constexpr unsigned http_1_0 = 10;
constexpr unsigned http_1_1 = 11;

std::optional<GateRejection> check_framing(const RequestHead &head)
{
    if (head.version() != http_1_0 && head.version() != http_1_1) {
        return GateRejection{505, "only HTTP/1.1 is supported"};
    }
    const auto codings = head.count(Field::transfer_encoding);
    const auto lengths = head.count(Field::content_length);
    if (codings > 0) {
        if (lengths > 0)
            return GateRejection{400, "Transfer-Encoding and Content-Length exclude each other"};
        if (head.version() == http_1_0)
            return GateRejection{400, "HTTP/1.0 has no Transfer-Encoding"};
        if (codings > 1 || !iequals(head.value(Field::transfer_encoding), "chunked")) {
            return GateRejection{400, "the only Transfer-Encoding taken is chunked"};
        }
    }
    if (lengths > 1 || head.value(Field::content_length).find(',') != std::string_view::npos) {
        return GateRejection{400, "Content-Length must stand once"};
    }
    return {};
}

/// Fields of which a second one could be read instead of the first by somebody else.
std::optional<GateRejection> check_repeats(const RequestHead &head)
{
    static constexpr std::array of_http = {Field::authorization, Field::origin,
                                           Field::content_type};
    static constexpr std::array<std::string_view, 4> of_mcp = {"MCP-Protocol-Version", "Mcp-Method",
                                                               "Mcp-Name", "Mcp-Session-Id"};
    for (const Field field : of_http) {
        if (head.count(field) > 1)
            return GateRejection{400, std::string(http::to_string(field)) + " must stand once"};
    }
    for (const std::string_view name : of_mcp) {
        if (head.count(name) > 1)
            return GateRejection{400, std::string(name) + " must stand once", header_mismatch};
    }
    return {};
}

struct Target {
    std::string_view authority; ///< empty in origin form
    std::string_view path;
};

std::optional<Target> parse_target(std::string_view target)
{
    constexpr std::string_view scheme = "http://";
    Target parsed;
    if (target.starts_with(scheme)) {
        target.remove_prefix(scheme.size());
        const auto slash = std::min(target.find('/'), target.size());
        parsed.authority = target.substr(0, slash);
        target.remove_prefix(slash);
        if (parsed.authority.empty()) return {};
    }
    if (!target.starts_with('/')) return {};
    parsed.path = target.substr(0, target.find('?'));
    return parsed;
}

std::optional<GateRejection> check_target(const RequestHead &head)
{
    const auto target = parse_target(head.target());
    if (!target) return GateRejection{400, "the request target is malformed"};
    if (!target->authority.empty() && !iequals(target->authority, head.value(Field::host))) {
        return GateRejection{400, "the request target names another host than Host"};
    }
    if (target->path != "/mcp") return GateRejection{404, "the endpoint is /mcp"};
    const http::verb method = head.method();
    if (method != http::verb::post && method != http::verb::get && method != http::verb::delete_) {
        return GateRejection{405, "send POST"};
    }
    return {};
}

bool contains(const std::vector<std::string> &list, std::string_view value)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string &one) { return iequals(one, value); });
}

std::string_view media_type(std::string_view content_type)
{
    content_type = content_type.substr(0, content_type.find(';'));
    while (content_type.ends_with(' ') || content_type.ends_with('\t'))
        content_type.remove_suffix(1);
    return content_type;
}

} // namespace

Gate::Gate(std::uint16_t port, std::size_t body_limit_bytes) : body_limit_bytes_(body_limit_bytes)
{
    for (const char *host : {"127.0.0.1:", "localhost:", "[::1]:"}) {
        hosts_.push_back(host + std::to_string(port));
        origins_.push_back("http://" + hosts_.back());
    }
}

std::optional<GateRejection> Gate::check_host(const RequestHead &head) const
{
    if (head.count(Field::host) != 1) return GateRejection{400, "Host must stand exactly once"};
    if (!contains(hosts_, head.value(Field::host))) {
        return GateRejection{403, "this server answers to the names of this machine only"};
    }
    if (head.count(Field::origin) > 0 && !contains(origins_, head.value(Field::origin))) {
        return GateRejection{403, "this server does not answer to pages of other origins"};
    }
    return {};
}

std::optional<GateRejection> Gate::check_request(const RequestHead &head) const
{
    if (auto rejection = check_framing(head)) return rejection;
    if (auto rejection = check_repeats(head)) return rejection;
    if (auto rejection = check_host(head)) return rejection;
    return check_target(head);
}

std::optional<GateRejection> Gate::check_content(const RequestHead &head) const
{
    if (head.count(Field::content_encoding) > 0)
        return GateRejection{415, "Content-Encoding is not taken"};
    if (head.method() == http::verb::post &&
        !iequals(media_type(head.value(Field::content_type)), "application/json")) {
        return GateRejection{415, "Content-Type must be application/json"};
    }
    const std::string_view expect = head.value(Field::expect);
    if (!expect.empty() && !iequals(expect, "100-continue")) {
        return GateRejection{417, "only 100-continue can be expected"};
    }
    const std::string_view length = head.value(Field::content_length);
    std::uint64_t bytes = 0;
    const auto [end, failed] = std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (!length.empty() && (failed != std::errc() || bytes > body_limit_bytes_)) {
        return GateRejection{413, "the body is larger than " + std::to_string(body_limit_bytes_) +
                                      " bytes"};
    }
    return {};
}

GateRejection token_rejection(bool is_too_often)
{
    if (is_too_often)
        return {429, "too many wrong tokens; wait, then send the text of the token file"};
    return {401, "the token is missing or wrong; send 'Authorization: Bearer' and the text of the "
                 "token file"};
}

std::string_view bearer_token(const RequestHead &head)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view value = head.value(Field::authorization);
    if (head.count(Field::authorization) != 1 || value.size() <= scheme.size() ||
        !iequals(value.substr(0, scheme.size()), scheme)) {
        return {};
    }
    const auto begin = value.find_first_not_of(' ', scheme.size());
    return begin == std::string_view::npos ? std::string_view() : value.substr(begin);
}

} // namespace mvr::net
