#include "event_stream_texts.hpp"
#include "running_server.hpp"
#include "slow_client.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;
using namespace mvr::net;

TEST_CASE("progress makes the response a stream of events, which the reply ends", "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(), watched_hold_fields()));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    server.report({2, 2.0, ""});
    server.release();
    client.send(post(server, echo_body("next", 2), echo_fields() + "Connection: close\r\n"));
    std::string answers = client.rest();

    CHECK(status_of(answers) == 200);
    CHECK(answers.find("Content-Type: text/event-stream\r\n") < answers.find("\r\n\r\n"));
    const auto sent = messages(take_chunked_body(answers));
    REQUIRE(sent.size() == 3);
    CHECK(sent[0]["params"] ==
          Json{{"progressToken", "p"}, {"progress", 1.0}, {"total", 2.0}, {"message", "Half."}});
    CHECK(sent[1]["params"]["progress"] == 2.0);
    CHECK(sent[2]["id"] == 1);
    CHECK(sent[2]["result"]["structuredContent"]["text"] == "held");
    CHECK(status_of(answers) == 200); // the connection goes on
    CHECK(answers.find("next") != std::string::npos);
}

TEST_CASE("a stream of events says whether its connection ends with it", "[net][notices]")
{
    const bool is_last = GENERATE(true, false);
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(),
                     watched_hold_fields(is_last ? "Connection: close\r\n" : "")));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    server.release();
    if (!is_last) // closed by what follows
        client.send(post(server, echo_body("next", 2), echo_fields() + "Connection: close\r\n"));
    const std::string answers = client.rest();

    const std::string header = answers.substr(0, answers.find("\r\n\r\n"));
    CHECK(header.find("text/event-stream") != std::string::npos);
    CHECK((header.find("Connection: close") != std::string::npos) == is_last);
    CHECK(count_responses(answers) == (is_last ? 1 : 2));
}

TEST_CASE("what follows a stream of events on its connection is a response of its own",
          "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(), watched_hold_fields()));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    server.release();
    client.send("DELETE /mcp HTTP/1.1\r\nHost: " + server.host() + "\r\nAuthorization: Bearer " +
                std::string(test_token) + "\r\nConnection: close\r\n\r\n");
    std::string answers = client.rest();

    take_chunked_body(answers);
    CHECK(status_of(answers) == 405); // there is no session to end
}

TEST_CASE("what is notified after the reply is not said in the next request's", "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(1), watched_hold_fields()));
    server.wait_for_calls(1);
    const auto first = server.calls().front();
    server.release();
    client.send(post(server, watched_hold_body(2), watched_hold_fields("Connection: close\r\n")));
    server.wait_for_calls(1);
    server.report(first, {1, 2.0, "Too late."});
    server.release();
    const std::string answers = client.rest();

    CHECK(count_responses(answers) == 2);
    CHECK(answers.find("Too late.") == std::string::npos);
}

TEST_CASE("what is notified after a reply that was given at once is dropped", "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    const auto call_late = [](std::string text) {
        return text.replace(text.find("hold"), 4, "late");
    };
    client.send(post(server, call_late(watched_hold_body()),
                     call_late(watched_hold_fields("Connection: close\r\n"))));
    const std::string answer = client.rest();

    CHECK(answer.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(answer.find("held") != std::string::npos);
    CHECK(answer.find("Too late.") == std::string::npos);
}

TEST_CASE("a client that takes no stream of events gets its reply alone", "[net][notices]")
{
    const auto more = GENERATE(values<std::string>({"Accept: application/json\r\n", ""}));
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(), hold_fields() + "Connection: close\r\n" + more));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    server.release();
    const std::string answer = client.rest();

    CHECK(answer.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(answer.find("Half.") == std::string::npos);
    CHECK(answer.find("held") != std::string::npos);
}

TEST_CASE("a client of HTTP/1.0, which knows no chunks, gets its reply alone", "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    std::string request = post(server, watched_hold_body(), watched_hold_fields());
    client.send(request.replace(request.find("HTTP/1.1"), 8, "HTTP/1.0"));
    server.wait_for_calls(1);
    server.report({1, 2.0, "Half."});
    server.release();
    const std::string answer = client.rest();

    CHECK(answer.find("Half.") == std::string::npos);
    CHECK(answer.find("held") != std::string::npos);
}

TEST_CASE("leaving a stream of events asks the work of the call to stop", "[net][notices]")
{
    RunningServer server;
    {
        SlowClient client(server.port());
        client.send(post(server, watched_hold_body(), watched_hold_fields()));
        server.wait_for_calls(1);
        server.report({1, 2.0, "Half."});
        CHECK(server.stops() == 0);
    }
    server.wait_for_stops(1);

    CHECK(server.stops() == 1);
    server.report({2, 2.0, "To nobody."});
    server.release();
    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
}

TEST_CASE("a stream of events that nobody reads is dropped", "[net][notices]")
{
    RunningServer server;
    SlowClient client(server.port());
    client.send(post(server, watched_hold_body(), watched_hold_fields()));
    server.wait_for_calls(1);
    const std::string long_message(64 * 1024, 'x');
    for (int i = 0; i < 1000 && server.connections() > 0; ++i)
        server.report({double(i), std::nullopt, long_message});

    server.wait_for_connections(0);
    CHECK(server.connections() == 0);
    CHECK(server.stops() == 1);
}
