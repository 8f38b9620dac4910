#include "running_server.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::net;

namespace {

std::string with_port(std::string text, std::uint16_t port)
{
    const auto at = text.find("PORT");
    return at == std::string::npos ? text : text.replace(at, 4, std::to_string(port));
}

/// A whole request from its parts, with the token, for the tests of what else is looked at.
std::string request(const RunningServer &server, const std::string &line, const std::string &fields,
                    const std::string &body = {})
{
    return line + "\r\nAuthorization: Bearer " + std::string(test_token) + "\r\n" +
           with_port(fields, server.port()) + "\r\n" + body;
}

std::string host_line() { return "Host: 127.0.0.1:PORT\r\n"; }

} // namespace

TEST_CASE("only the names of this machine and its own pages get in, on every route", "[net][gate]")
{
    const auto [host, origin, status] = GENERATE(table<std::string, std::string, int>({
        {"127.0.0.1:PORT", "", 200},
        {"localhost:PORT", "", 200},
        {"LocalHost:PORT", "", 200},
        {"[::1]:PORT", "", 200},
        {"localhost", "", 403},
        {"127.0.0.1", "", 403},
        {"127.0.0.1:1", "", 403},
        {"127.0.0.2:PORT", "", 403},
        {"0.0.0.0:PORT", "", 403},
        {"2130706433:PORT", "", 403},
        {"127.1:PORT", "", 403},
        {"evil.example", "", 403},
        {"evil.example:PORT", "", 403},
        {"localhost.evil.example:PORT", "", 403},
        {"localhost:PORT.evil.example", "", 403},
        {"evil.example@localhost:PORT", "", 403},
        {"localhost:PORT/", "", 403},
        {"localhost:PORT,localhost:PORT", "", 403},
        {"::1:PORT", "", 403},
        {"", "", 403},
        {"127.0.0.1:PORT", "http://localhost:PORT", 200},
        {"127.0.0.1:PORT", "http://127.0.0.1:PORT", 200},
        {"127.0.0.1:PORT", "http://[::1]:PORT", 200},
        {"127.0.0.1:PORT", "null", 403},
        {"127.0.0.1:PORT", "http://evil.example", 403},
        {"127.0.0.1:PORT", "https://localhost:PORT", 403},
        {"127.0.0.1:PORT", "http://localhost", 403},
        {"127.0.0.1:PORT", "http://localhost:1", 403},
        {"127.0.0.1:PORT", "http://localhost:PORT.evil.example", 403},
        {"127.0.0.1:PORT", "file://", 403},
        {"127.0.0.1:PORT", "", 200},
        {"evil.example", "http://evil.example", 403},
    }));
    CAPTURE(host, origin);
    RunningServer server;
    std::string fields = "Host: " + with_port(host, server.port()) + "\r\n";
    if (!origin.empty()) fields += "Origin: " + with_port(origin, server.port()) + "\r\n";
    const std::string body = echo_body("x");
    const std::string content =
        echo_fields() +
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";

    CHECK(status_of(talk(server.port(),
                         request(server, "POST /mcp HTTP/1.1", fields + content, body))) == status);
    for (const char *method : {"GET", "DELETE", "OPTIONS", "HEAD", "PUT"}) {
        const std::string line = std::string(method) + " /mcp HTTP/1.1";
        CHECK(status_of(talk(server.port(), request(server, line, fields))) ==
              (status == 403 ? 403 : 405));
    }
    const std::string elsewhere = request(server, "GET /health HTTP/1.1", fields);
    CHECK(status_of(talk(server.port(), elsewhere)) == (status == 403 ? 403 : 404));
}

TEST_CASE("no response allows another origin to read it", "[net][gate]")
{
    RunningServer server;

    const std::string response = talk(server.port(), post(server, echo_body("x"), echo_fields()));

    CHECK(response.find("Access-Control") == std::string::npos);
    CHECK(response.find("X-Content-Type-Options: nosniff") != std::string::npos);
}

TEST_CASE(
    "requests that two servers could read in two ways are rejected, and nothing behind them runs",
    "[net][gate][smuggling]")
{
    const auto [line, fields, body] = GENERATE(table<std::string, std::string, std::string>({
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: gzip\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: identity\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
         "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n",
         "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 5\r\nTransfer-Encoding: gzip\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1",
         "Transfer-Encoding:\x0b"
         "chunked\r\n",
         "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding : chunked\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.0", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Content-Length: 5\r\nContent-Length: 5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 5\r\nContent-Length: 6\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 5,5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: +5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: -5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 0x5\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Content-Length: 99999999999999999999\r\n", "hello"},
        {"POST /mcp HTTP/1.1", "Host: localhost:PORT\r\nContent-Length: 0\r\n", ""},
        {"POST http://evil.example/mcp HTTP/1.1", "Content-Length: 0\r\n", ""},
        {"POST http://localhost:PORT@evil.example/mcp HTTP/1.1", "Content-Length: 0\r\n", ""},
        {"POST //evil.example/mcp HTTP/1.1", "Content-Length: 0\r\n", ""},
        {"POST mcp HTTP/1.1", "Content-Length: 0\r\n", ""},
        {"POST /mcp HTTP/2.0", "Content-Length: 0\r\n", ""},
        {"POST /mcp HTTP/1.2", "Content-Length: 0\r\n", ""},
        {"POST  /mcp HTTP/1.1", "Content-Length: 0\r\n", ""},
        {"POST /mcp HTTP/1.1", "Bad Name: x\r\n", ""},
        {"POST /mcp HTTP/1.1", std::string("X: a\0b\r\n", 8), ""},
        {"POST /mcp HTTP/1.1", "X: a\rb\r\n", ""},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
         "zz\r\nhello\r\n0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
         "-5\r\nhello\r\n0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
         "5\r\nhelloXX0\r\n\r\n"},
        {"POST /mcp HTTP/1.1", "Authorization: Bearer other\r\nContent-Length: 0\r\n", ""},
        {"POST /mcp HTTP/1.1", "Mcp-Name: a\r\nMcp-Name: b\r\nContent-Length: 0\r\n", ""},
    }));
    CAPTURE(line, fields, body);
    RunningServer server;
    const std::string canary = post(server, echo_body("canary"), echo_fields());

    const std::string response =
        talk(server.port(),
             request(server, with_port(line, server.port()), host_line() + fields, body) + canary);

    CHECK(status_of(response) >= 400);
    CHECK(status_of(response) < 600);
    CHECK(count_responses(response) == 1);
    CHECK(response.find("canary") == std::string::npos);
}

TEST_CASE("a header of the protocol that stands twice is reported as one that contradicts itself",
          "[net][gate]")
{
    const auto name = GENERATE(as<std::string>(), "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name",
                               "Mcp-Session-Id");
    CAPTURE(name);
    RunningServer server;

    const std::string response = talk(
        server.port(), post(server, echo_body("x"), name + ": one\r\n" + name + ": other\r\n"));

    CHECK(status_of(response) == 400);
    CHECK(response.find("-32020") != std::string::npos);
}

TEST_CASE("what is asked of the content of a request", "[net][gate]")
{
    const auto [fields, status] = GENERATE(table<std::string, int>({
        {"Content-Type: application/json\r\n", 200},
        {"Content-Type: Application/JSON; charset=utf-8\r\n", 200},
        {"", 415},
        {"Content-Type: text/plain\r\n", 415},
        {"Content-Type: application/x-www-form-urlencoded\r\n", 415},
        {"Content-Type: multipart/form-data\r\n", 415},
        {"Content-Type: application/jsonp\r\n", 415},
        {"Content-Type: application/json\r\nContent-Type: text/plain\r\n", 400},
        {"Content-Type: application/json\r\nContent-Encoding: gzip\r\n", 415},
        {"Content-Type: application/json\r\nExpect: 200-ok\r\n", 417},
    }));
    CAPTURE(fields);
    RunningServer server;
    const std::string body = echo_body("x");
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";

    const std::string response =
        talk(server.port(), request(server, "POST /mcp HTTP/1.1",
                                    host_line() + echo_fields() + length + fields, body));

    CHECK(status_of(response) == status);
}

TEST_CASE("other forms of a good request are taken", "[net][gate]")
{
    RunningServer server;
    const std::string body = echo_body("x");
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
    const std::string fields = host_line() + echo_fields() + "Content-Type: application/json\r\n";
    const auto status = [&](const std::string &line, const std::string &more,
                            const std::string &content) {
        return status_of(talk(server.port(), request(server, with_port(line, server.port()),
                                                     fields + more, content)));
    };

    CHECK(status("POST http://127.0.0.1:PORT/mcp HTTP/1.1", length, body) == 200);
    CHECK(status("POST /mcp?x=1 HTTP/1.1", length, body) == 200);
    CHECK(status("POST /mcp HTTP/1.0", length, body) == 200);
    std::ostringstream size;
    size << std::hex << body.size();
    const std::string chunked = size.str() + "\r\n" + body + "\r\n0\r\n\r\n";
    CHECK(status("POST /mcp HTTP/1.1", "Transfer-Encoding: chunked\r\n", chunked) == 200);
}

TEST_CASE("fields behind a chunked body change nothing", "[net][gate][smuggling]")
{
    RunningServer server;
    const std::string body = echo_body("x");
    std::ostringstream size;
    size << std::hex << body.size();
    const auto send = [&](const std::string &fields, const std::string &trailers) {
        return talk(server.port(),
                    "POST /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\n" + fields +
                        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
                        size.str() + "\r\n" + body + "\r\n0\r\n" + trailers + "\r\n");
    };
    const std::string token = "Authorization: Bearer " + std::string(test_token) + "\r\n";

    CHECK(status_of(send(echo_fields(), token)) == 401);
    CHECK(status_of(send(token + echo_fields(), "Mcp-Name: other\r\nHost: evil.example\r\n")) ==
          200);
    CHECK(status_of(send(token, echo_fields())) == 400);
}
