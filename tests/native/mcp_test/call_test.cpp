#include "named_tool.hpp"
#include "small_server.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::mcp;

TEST_CASE("a call that ends after the endpoint has gone is answered to nobody", "[mcp][tool]")
{
    Waiting waiting;
    int replies = 0;
    {
        Endpoint endpoint({"s", "1", "S", ""}, small_tools(waiting));
        LineConnection connection(endpoint, access::owner(),
                                  [&](const std::string &) { ++replies; });
        connection.on_line(initialize);
        connection.on_line(
            R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"sum","arguments":{"numbers":[]}}})");
        CHECK(connection.in_flight() == 1);
    }
    REQUIRE(waiting.size() == 1);

    waiting.front()();
    waiting.front()();

    CHECK(replies == 1);
}

TEST_CASE("a client that cancels or leaves asks the work to stop", "[mcp][call]")
{
    std::vector<CallPtr> calls;
    auto tools = std::make_shared<ToolTable>();
    tools->add(typed_tool<Nothing, Named>(
        {.name = "wait", .title = "Wait", .description = "Never answers."},
        [&](const Nothing &, const CallPtr &call, const Respond &) { calls.push_back(call); }));
    Endpoint endpoint({"s", "1", "S", ""}, tools);
    {
        LineConnection connection(endpoint, access::owner(), [](const std::string &) {});
        connection.on_line(initialize);
        for (const char *id : {"1", "2"})
            connection.on_line(std::string(R"({"jsonrpc":"2.0","id":)") + id +
                               R"(,"method":"tools/call","params":{"name":"wait"}})");
        connection.on_line(
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})");
        REQUIRE(calls.size() == 2);
        CHECK(calls[0]->stop.stop_requested());
        CHECK_FALSE(calls[1]->stop.stop_requested());
    }
    CHECK(calls[1]->stop.stop_requested());
}

TEST_CASE("a client that gave a progress token hears of progress before the reply", "[mcp][call]")
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(typed_tool<Nothing, Named>(
        {.name = "work", .title = "Work", .description = "Tells how far it is."},
        [](const Nothing &, const CallPtr &call, const Respond &respond) {
            if (call->report_progress) call->report_progress({1, 2.0, "Half."});
            respond(json_text_of(Named{"done"}));
        }));
    Endpoint endpoint({"s", "1", "S", ""}, tools);
    std::vector<std::string> lines;
    LineConnection connection(endpoint, access::owner(),
                              [&](std::string line) { lines.push_back(std::move(line)); });
    connection.on_line(initialize);
    connection.on_line(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"work","_meta":{"progressToken":"p"}}})");
    connection.on_line(
        R"({"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"work"}})");

    REQUIRE(lines.size() == 4);
    CHECK(
        Json::parse(lines[1]) ==
        Json{{"jsonrpc", "2.0"},
             {"method", "notifications/progress"},
             {"params",
              {{"progressToken", "p"}, {"progress", 1.0}, {"total", 2.0}, {"message", "Half."}}}});
    CHECK(Json::parse(lines[2])["id"] == 1);
    CHECK(Json::parse(lines[3])["id"] == 2);
}
