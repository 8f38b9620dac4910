#include "event_stream_texts.hpp"
#include "running_server.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::net;

// What a client hears on a stream of events whose token has ended.

namespace {

constexpr std::size_t long_message_bytes = 1'000'000; // one that nobody takes is kept, not two

void report_long(RunningServer &server, int count)
{
    for (int i = 1; i <= count; ++i)
        server.report({double(i), std::nullopt, std::string(long_message_bytes, 'x')});
}

/// How many long messages it takes until a client that reads none of them is dropped.
int messages_until_dropped(RunningServer &server)
{
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(), watched_hold_fields()));
    server.wait_for_calls(1);
    int count = 0;
    for (; count < 1000 && server.stops() == 0; ++count)
        report_long(server, 1);
    server.release();
    server.wait_for_connections(0);
    return count;
}

} // namespace

TEST_CASE("a stream of events ends with the reason as its reply when the token has ended",
          "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(7), watched_hold_fields()));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    client.send(post(server, echo_body("behind", 8), echo_fields())); // by the same token
    server.disconnect("the token has ended");
    server.report({2, 2.0, "To nobody."});

    std::string answers = client.rest();
    const auto sent = messages(take_chunked_body(answers));
    REQUIRE(sent.size() == 2);
    CHECK(sent[0]["method"] == "notifications/progress");
    CHECK(sent[1]["id"] == 7);
    CHECK(sent[1]["error"] == Json{{"code", -32600}, {"message", "the token has ended"}});
    CHECK(answers.empty()); // nothing else is answered on this connection
    CHECK(server.stops() == 1);
    server.release(); // to nobody
}

TEST_CASE("a client that is behind with its stream of events hears the reason after the rest of it",
          "[net][notices]")
{
    RunningServer server;
    const int most = messages_until_dropped(server);
    REQUIRE(most > 2);
    const int count = most - 2; // the last of them is on its way while nobody reads
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(7), watched_hold_fields()));
    server.wait_for_calls(1);
    report_long(server, count);
    client.send(post(server, echo_body("behind", 8), echo_fields()));
    server.disconnect("the token has ended");

    std::string answers = client.rest();
    const auto sent = messages(take_chunked_body(answers));
    REQUIRE(sent.size() == static_cast<std::size_t>(count) + 1);
    CHECK(sent.back()["id"] == 7);
    CHECK(sent.back()["error"]["message"] == "the token has ended");
    CHECK(answers.empty()); // what was asked for behind it is not answered
}
