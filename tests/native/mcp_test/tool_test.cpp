#include "small_server.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace mvr;
using namespace mvr::mcp;

namespace {

Tool good_tool()
{
    Tool tool;
    tool.name = "good";
    tool.title = "Good";
    tool.description = "Does good.";
    tool.input_schema = object({});
    tool.output_schema = or_error(any_object());
    tool.handle = [](const Json &) -> Result<Json> { return Json::object(); };
    return tool;
}

/// What a tool call that fails in `handle` looks like to the client.
Json result_of(const std::function<Result<Json>(const Json &)> &handle)
{
    auto tools = std::make_shared<ToolTable>();
    Tool tool = good_tool();
    tool.handle = handle;
    tools->add(tool);
    Endpoint endpoint(
        {"s", "1", "S", ""}, tools,
        [](const Tool &called, const Json &arguments,
           const std::function<void(Result<Json>)> &done) { done(called.handle(arguments)); });
    std::string reply;
    LineConnection connection(endpoint, [&](std::string line) { reply = std::move(line); });
    connection.on_line(
        R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})");
    connection.on_line(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"good"}})");
    return Json::parse(reply)["result"];
}

} // namespace

TEST_CASE("a table refuses what would fail at the first call", "[mcp][tool]")
{
    using Spoil = void (*)(Tool &);
    const auto spoil = GENERATE(values<Spoil>({
        [](Tool &tool) { tool.name = "taken"; },
        [](Tool &tool) { tool.name = ""; },
        [](Tool &tool) { tool.name = "two words"; },
        [](Tool &tool) { tool.name = std::string(129, 'n'); },
        [](Tool &tool) { tool.description = ""; },
        [](Tool &tool) { tool.input_schema = string(); },
        [](Tool &tool) {
            tool.input_schema = Json{{"type", "object"}, {"patternProperties", Json::object()}};
        },
        [](Tool &tool) { tool.output_schema = nullptr; },
        [](Tool &tool) { tool.handle = nullptr; },
        [](Tool &tool) { tool.runs_on = RunsOn::scene; },
        [](Tool &tool) {
            tool.prepare = [](const Json &) -> Result<SceneCommand> { return SceneCommand{}; };
        },
    }));
    ToolTable tools;
    Tool taken = good_tool();
    taken.name = "taken";
    tools.add(taken);
    Tool tool = good_tool();
    spoil(tool);

    CHECK_THROWS_AS(tools.add(tool), Failure);

    CHECK(tools.names() == std::vector<std::string>{"taken"});
}

TEST_CASE("tools are listed in the order in which they were added", "[mcp][tool]")
{
    const auto tools = small_tools();

    const Json list = Json::parse(tools->list_text(ToolForm::structured));

    REQUIRE(list.size() == 2);
    CHECK(list[0]["name"] == "divide");
    CHECK(list[1]["name"] == "sum");
    CHECK(tools->find("sum") == tools->all()[1]);
    CHECK(tools->find("Sum") == nullptr);
}

TEST_CASE("an error of a tool names the field and the remedy in text and in data", "[mcp][tool]")
{
    const Json result = tool_result(
        Error{Errc::not_found, "no learner has id 'x'", "learner_id", "List them first."});

    CHECK(result["isError"] == true);
    CHECK(result["content"][0]["text"] ==
          "no learner has id 'x' (field learner_id). List them first.");
    CHECK(result["structuredContent"]["error"]["code"] == "RESOURCE_NOT_FOUND");
    CHECK(result["structuredContent"]["error"]["details"]["field"] == "learner_id");
    CHECK(validate(or_error(object({})), result["structuredContent"]));
}

TEST_CASE("the field of an error stands before the full stop of its message", "[mcp][tool]")
{
    const Json result =
        tool_result(Error{Errc::not_found, "There is no such learner.", "learner_id", ""});

    CHECK(result["content"][0]["text"] == "There is no such learner (field learner_id).");
}

TEST_CASE("whatever a tool throws becomes a tool error without details", "[mcp][tool]")
{
    using Handle = Result<Json> (*)(const Json &);
    const auto handle = GENERATE(values<Handle>({
        [](const Json &) -> Result<Json> {
            throw Failure({Errc::internal, "secret path", "", ""});
        },
        [](const Json &) -> Result<Json> { throw std::runtime_error("secret path"); },
    }));

    const Json result = result_of(handle);

    CHECK(result["isError"] == true);
    CHECK(result["structuredContent"]["error"]["code"] == "SERVER_ERROR");
    CHECK(result.dump().find("secret") == std::string::npos);
}

TEST_CASE("text of a scene that is not UTF-8 does not stop the reply", "[mcp][tool]")
{
    const Json result =
        result_of([](const Json &) -> Result<Json> { return Json{{"name", "bolt\xff"}}; });

    CHECK(result["structuredContent"]["name"] == "bolt\xEF\xBF\xBD");
}

TEST_CASE("a call that ends after the endpoint has gone is answered to nobody", "[mcp][tool]")
{
    std::function<void(Result<Json>)> late;
    int replies = 0;
    {
        Endpoint endpoint({"s", "1", "S", ""}, small_tools(),
                          [&](const Tool &, const Json &, std::function<void(Result<Json>)> done) {
                              late = std::move(done);
                          });
        LineConnection connection(endpoint, [&](const std::string &) { ++replies; });
        connection.on_line(
            R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})");
        connection.on_line(
            R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"sum","arguments":{"numbers":[]}}})");
        CHECK(connection.in_flight() == 1);
    }
    REQUIRE(late);

    late(Json::object());
    late(Json::object());

    CHECK(replies == 1);
}
