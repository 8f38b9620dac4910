#include "named_tool.hpp"
#include "small_server.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

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

namespace {

std::shared_ptr<const ToolTable> waiting_tool(std::vector<CallPtr> &calls)
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(typed_tool<Nothing, Named>(
        {.name = "wait", .title = "Wait", .description = "Never answers."},
        [&](const Nothing &, const CallPtr &call, const Respond &) { calls.push_back(call); }));
    return tools;
}

} // namespace

TEST_CASE("a client that cancels or leaves asks the work to stop", "[mcp][call]")
{
    std::vector<CallPtr> calls;
    Endpoint endpoint({"s", "1", "S", ""}, waiting_tool(calls));
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

TEST_CASE(
    "a legacy client that ends its session asks the work of its calls to stop, and no other's",
    "[mcp][call]")
{
    std::vector<CallPtr> calls;
    Endpoint endpoint({"s", "1", "S", ""}, waiting_tool(calls));
    HttpHead head;
    head.accept = "application/json, text/event-stream";
    const auto post = [&](std::string_view body) {
        std::string session;
        endpoint.on_post(head, body, {access::owner(), [&session](const HttpReply &reply) {
                                          session = reply.session_id;
                                      }});
        return session;
    };
    const std::array sessions = {post(initialize), post(initialize)};
    for (const std::string &session : sessions) {
        head.session_id = session;
        post(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait"}})");
    }
    REQUIRE(calls.size() == 2);
    head.session_id = sessions[0];

    CHECK(endpoint.on_delete(head, access::owner()).status == 204);

    CHECK(calls[0]->stop.stop_requested());
    CHECK_FALSE(calls[1]->stop.stop_requested());
}

TEST_CASE("a client that gave a progress token hears of progress before the reply", "[mcp][call]")
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(typed_tool<Nothing, Named>(
        {.name = "work", .title = "Work", .description = "Tells how far it is."},
        [](const Nothing &, const CallPtr &call, const Respond &respond) {
            if (call->report_progress) call->report_progress({1, 2.0, "Half."});
            respond(DescribedValue(Named{"done"}));
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
