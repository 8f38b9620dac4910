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

TEST_CASE("a reply that will not come is replaced by an error for each request", "[mcp][call]")
{
    Endpoint endpoint({"s", "1", "S", ""}, std::make_shared<ToolTable>());
    const auto given = GENERATE(table<std::string, std::string>({
        {R"({"jsonrpc":"2.0","id":"a","method":"ping"})",
         R"({"jsonrpc":"2.0","id":"a","error":{"code":-32600,"message":"gone"}})"},
        {R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/x"},
             {"jsonrpc":"2.0","id":2,"method":"ping"}])",
         R"([{"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"gone"}},)"
         R"({"jsonrpc":"2.0","id":2,"error":{"code":-32600,"message":"gone"}}])"},
        {"", R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"gone"}})"},
    }));

    CHECK(endpoint.error_reply(std::get<0>(given), "gone") == std::get<1>(given));
}

TEST_CASE("a call knows what its client says of itself, in both eras", "[mcp][call]")
{
    std::vector<CallPtr> calls;
    Endpoint endpoint({"s", "1", "S", ""}, waiting_tool(calls));
    LineConnection legacy(endpoint, access::owner(), [](const std::string &) {});
    legacy.on_line(
        R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"elicitation":{},"sampling":{}},"clientInfo":{"name":"Old","version":"1"}}})");
    legacy.on_line(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait","_meta":{"progressToken":7}}})");
    LineConnection modern(endpoint, access::owner(), [](const std::string &) {});
    modern.on_line(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait","_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"New","version":"2"},"io.modelcontextprotocol/clientCapabilities":{"elicitation":{"url":{}},"extensions":{"io.modelcontextprotocol/tasks":{}}}}}})");
    REQUIRE(calls.size() == 2);

    const RequestMeta &old = calls[0]->meta;
    CHECK(old.client.name + " " + old.client.version == "Old 1");
    CHECK(old.client.elicits_by_form);
    CHECK_FALSE(old.client.elicits_by_url);
    CHECK(old.client.samples);
    CHECK(old.progress_token == "7");
    const RequestMeta &now = calls[1]->meta;
    CHECK(now.client.name + " " + now.client.version == "New 2");
    CHECK_FALSE(now.client.elicits_by_form);
    CHECK(now.client.elicits_by_url);
    CHECK_FALSE(now.client.samples);
    CHECK(now.client.has_extension("io.modelcontextprotocol/tasks"));
    CHECK(now.progress_token.empty());
}

TEST_CASE("what a client says of itself in another form is as if it had said nothing",
          "[mcp][call]")
{
    std::vector<CallPtr> calls;
    Endpoint endpoint({"s", "1", "S", ""}, waiting_tool(calls));
    LineConnection connection(endpoint, access::owner(), [](const std::string &) {});
    connection.on_line(
        R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"extensions":["x"],"elicitation":null,"sampling":null},"clientInfo":{"name":5}}})");
    connection.on_line(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait","_meta":{"progressToken":null}}})");
    REQUIRE(calls.size() == 1);

    CHECK(display_name(calls[0]->meta.client) == "a client");
    CHECK(calls[0]->meta.client.extensions.empty());
    CHECK_FALSE(calls[0]->meta.client.elicits_by_form);
    CHECK_FALSE(calls[0]->meta.client.samples);
    CHECK_FALSE(calls[0]->report_progress);
}

TEST_CASE("a client's name is one short line in the log", "[mcp][call]")
{
    ClientInfo client;
    client.name = "Evil\n[error] forged";
    client.version = std::string(500, '9');

    const std::string name = display_name(client);

    CHECK(name.starts_with("Evil [error] forged 999"));
    CHECK(name.size() <= 64);
}
