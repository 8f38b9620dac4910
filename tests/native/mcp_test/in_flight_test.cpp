#include "small_server.hpp"

#include "mcp/legacy_session.hpp"
#include "support/json.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace mvr;
using namespace mvr::mcp;

namespace {

constexpr auto initialize_with_batches =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-03-26"}})";

/// A call that waits until the server is made to finish it.
std::string waiting_call(int id)
{
    return R"({"jsonrpc":"2.0","id":)" + std::to_string(id) +
           R"(,"method":"tools/call","params":{"name":"sum","arguments":{"numbers":[]}}})";
}

std::string batch(int first_id, int count)
{
    std::string text(1, '[');
    for (int id = first_id; id < first_id + count; ++id)
        (text += waiting_call(id)) += ',';
    text.back() = ']';
    return text;
}

std::size_t count_errors(const Json &replies)
{
    std::size_t errors = 0;
    for (const Json &reply : replies)
        errors += reply.contains("error") ? 1 : 0;
    return errors;
}

} // namespace

TEST_CASE("a client's batches begin no more calls than its single requests may", "[mcp][in_flight]")
{
    SmallServer server;
    std::vector<Json> lines;
    LineConnection connection(server.endpoint, access::owner(),
                              [&](const std::string &line) { lines.push_back(Json::parse(line)); });
    connection.on_line(initialize_with_batches);
    for (int first_id = 1; first_id <= 240; first_id += 60)
        connection.on_line(batch(first_id, 60));
    connection.on_line(batch(241, 20)); // 16 of them are the last that begin
    connection.on_line(batch(300, 64)); // none of these does
    connection.on_line(waiting_call(400));

    CHECK(connection.in_flight() == InFlight::most_requests);
    CHECK(server.waiting.size() == InFlight::most_requests);
    REQUIRE(lines.size() == 3); // after the handshake's, what is answered without work
    REQUIRE(lines[1].size() == 64);
    CHECK(count_errors(lines[1]) == 64);
    CHECK(lines[1][0]["error"] == lines[2]["error"]);
    CHECK(lines[2]["error"]["message"] == "256 requests are being answered; wait for some");

    server.finish();
    REQUIRE(lines.size() == 8);
    CHECK(lines.back().size() == 20);
    CHECK(count_errors(lines.back()) == 4);
    connection.on_line(waiting_call(400));
    CHECK(connection.in_flight() == 1); // what has ended no longer counts
}

TEST_CASE("a session over HTTP has the same limit on what is worked on at once", "[mcp][in_flight]")
{
    SmallServer server;
    HttpHead head;
    head.accept = "application/json, text/event-stream";
    HttpReply last;
    const auto post = [&](const std::string &body) {
        server.endpoint.on_post(
            head, body, {access::owner(), [&](HttpReply reply) { last = std::move(reply); }});
    };
    post(initialize_with_batches);
    head.session_id = last.session_id;
    for (int first_id = 1; first_id <= 256; first_id += 64)
        post(batch(first_id, 64));

    post(waiting_call(300));

    CHECK(server.waiting.size() == InFlight::most_requests);
    CHECK(Json::parse(last.body)["error"]["code"] == -32603);
}
