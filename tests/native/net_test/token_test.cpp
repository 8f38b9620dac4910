#include "running_server.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::net;

namespace {

std::string request(const RunningServer &server, const std::string &credentials,
                    const std::string &target = "/mcp")
{
    const std::string body = echo_body("x");
    return "POST " + target + " HTTP/1.1\r\nHost: " + server.host() + "\r\n" + credentials +
           echo_fields() +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

TEST_CASE("nothing is answered without the token", "[net][token]")
{
    const std::string right(test_token);
    const auto credentials = GENERATE_COPY(values<std::string>({
        "",
        "Authorization: Bearer wrong\r\n",
        "Authorization: Bearer\r\n",
        "Authorization: Bearer " + right + "x\r\n",
        "Authorization: Bearer " + right.substr(1) + "\r\n",
        "Authorization: Basic " + right + "\r\n",
        "Authorization: " + right + "\r\n",
        "X-Authorization: Bearer " + right + "\r\n",
        "Cookie: token=" + right + "\r\n",
    }));
    CAPTURE(credentials);
    RunningServer server;

    const std::string response = talk(server.port(), request(server, credentials));

    CHECK(status_of(response) == 401);
    CHECK(response.find("WWW-Authenticate: Bearer\r\n") != std::string::npos);
    CHECK(response.find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("a token in the address is not looked at", "[net][token]")
{
    RunningServer server;

    const std::string target = "/mcp?token=" + std::string(test_token);

    CHECK(status_of(talk(server.port(), request(server, "", target))) == 401);
}

TEST_CASE("the name of the scheme may be written in any case", "[net][token]")
{
    RunningServer server;

    const std::string credentials = "authorization: bearer " + std::string(test_token) + "\r\n";

    CHECK(status_of(talk(server.port(), request(server, credentials))) == 200);
}

TEST_CASE("many wrong tokens are rejected without a look, and the right one still gets in",
          "[net][token]")
{
    RunningServer server;
    int looked_at = 0;
    int rejected = 0;

    for (int i = 0; i < 200; ++i) {
        const int status =
            status_of(talk(server.port(), request(server, "Authorization: Bearer wrong\r\n")));
        looked_at += status == 401 ? 1 : 0;
        rejected += status == 429 ? 1 : 0;
    }

    CHECK(looked_at < 16);
    CHECK(looked_at + rejected == 200);
    const std::string right = "Authorization: Bearer " + std::string(test_token) + "\r\n";
    CHECK(status_of(talk(server.port(), request(server, right))) == 200);
}
