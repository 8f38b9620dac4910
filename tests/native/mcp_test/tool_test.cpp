#include "mcp/tool_error.hpp"
#include "named_tool.hpp"
#include "small_server.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace mvr;
using namespace mvr::mcp;

namespace {

Tool good_tool(std::function<Result<Named>(const Nothing &, const Call &)> work = {})
{
    return immediate_tool<Nothing, Named>(
        {.name = "good", .title = "Good", .description = "Does good."}, std::move(work));
}

Json tool_result(const Result<std::string> &outcome)
{
    std::string text(1, '{');
    write_tool_result(text, outcome, true);
    return Json::parse(text += '}');
}

/// What the last of these lines is answered by, where `principal` asks.
Json answer_to(std::shared_ptr<const ToolTable> tools, const access::PrincipalPtr &principal,
               const std::string &line)
{
    Endpoint endpoint({"s", "1", "S", ""}, std::move(tools));
    std::string reply;
    LineConnection connection(endpoint, principal,
                              [&](std::string text) { reply = std::move(text); });
    connection.on_line(initialize);
    connection.on_line(line);
    return Json::parse(reply)["result"];
}

/// What a tool call that does `work` looks like to the client.
Json result_of(std::function<Result<Named>(const Nothing &, const Call &)> work)
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(good_tool(std::move(work)));
    return answer_to(tools, access::owner(),
                     R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"good"}})");
}

} // namespace

TEST_CASE("a table rejects what would fail at the first call", "[mcp][tool]")
{
    using Spoil = void (*)(Tool &);
    const auto spoil = GENERATE(values<Spoil>({
        [](Tool &tool) { tool.name = "taken"; },
        [](Tool &tool) { tool.name = ""; },
        [](Tool &tool) { tool.name = "two words"; },
        [](Tool &tool) { tool.name = std::string(129, 'n'); },
        [](Tool &tool) { tool.description = ""; },
        [](Tool &tool) { tool.input_schema = Json{{"type", "string"}}; },
        [](Tool &tool) { tool.output_schema = nullptr; },
        [](Tool &tool) { tool.start = nullptr; },
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
    Waiting waiting;
    const auto tools = small_tools(waiting);

    const Json list = Json::parse(tools->list_text(ToolForm::structured, access::ScopeSet::all()));

    REQUIRE(list.size() == 2);
    CHECK(list[0]["name"] == "divide");
    CHECK(list[1]["name"] == "sum");
    CHECK(tools->find("sum") == tools->all()[1]);
    CHECK(tools->find("Sum") == nullptr);
}

TEST_CASE("a principal sees the tools that its scopes open, and no others", "[mcp][scope]")
{
    Waiting waiting;
    const auto author = access::principal_with("a", {access::Role::author});

    const Json list = answer_to(small_tools(waiting), author,
                                R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})")["tools"];

    REQUIRE(list.size() == 1);
    CHECK(list[0]["name"] == "divide");
}

TEST_CASE("a list of tools is written once for each set of scopes and form", "[mcp][scope]")
{
    Waiting waiting;
    const auto tools = small_tools(waiting);
    const auto author = access::scopes_of(access::Role::author);
    const std::string &first = tools->list_text(ToolForm::structured, author);

    const std::string &all = tools->list_text(ToolForm::structured, access::ScopeSet::all());
    const std::string &plain = tools->list_text(ToolForm::plain, author);
    const auto same = access::principal_with("b", {access::Role::author, access::Role::author});

    CHECK(&tools->list_text(ToolForm::structured, same->scopes) == &first);
    CHECK(&all != &first);
    CHECK(&plain != &first);
    CHECK(Json::parse(first).size() == 1);
    CHECK(Json::parse(all).size() == 2);
}

TEST_CASE("an id of four kilobytes comes back as it was sent", "[mcp][jsonrpc]")
{
    Waiting waiting;
    const std::string id(4096, 'x');
    Endpoint endpoint({"s", "1", "S", ""}, small_tools(waiting));
    std::string reply;
    LineConnection connection(endpoint, access::owner(),
                              [&](std::string text) { reply = std::move(text); });

    connection.on_line(to_text({{"jsonrpc", "2.0"}, {"id", id}, {"method", "ping"}}));

    CHECK(Json::parse(reply)["id"] == id);
}

TEST_CASE("a call without its scope says which one it needs and which there are", "[mcp][scope]")
{
    Waiting waiting;
    const auto author = access::principal_with("a", {access::Role::author});
    const auto tools = small_tools(waiting);

    const Json result = answer_to(
        tools, author,
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"sum","arguments":{"numbers":[]}}})");

    CHECK(waiting.empty());
    CHECK(result["isError"] == true);
    const Json &error = result["structuredContent"]["error"];
    CHECK(error["code"] == "SCOPE_REQUIRED");
    CHECK(error["details"]["requiredScope"] == "records:read");
    CHECK(error["details"]["currentScopes"] == Json(author->scopes.texts()));
    CHECK(tools->find("sum")->output_schema["anyOf"][1]["properties"]["error"]["properties"]
                                           ["details"]["additionalProperties"] == true);
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
}

TEST_CASE("the field of an error stands before the full stop of its message", "[mcp][tool]")
{
    const Json result =
        tool_result(Error{Errc::not_found, "There is no such learner.", "learner_id", ""});

    CHECK(result["content"][0]["text"] == "There is no such learner (field learner_id).");
}

TEST_CASE("whatever a tool throws becomes a tool error without details", "[mcp][tool]")
{
    using Work = Result<Named> (*)(const Nothing &, const Call &);
    const auto work = GENERATE(values<Work>({
        [](const Nothing &, const Call &) -> Result<Named> {
            throw Failure({Errc::internal, "secret path", "", ""});
        },
        [](const Nothing &, const Call &) -> Result<Named> {
            throw std::runtime_error("secret path");
        },
    }));

    const Json result = result_of(work);

    CHECK(result["isError"] == true);
    CHECK(result["structuredContent"]["error"]["code"] == "SERVER_ERROR");
    CHECK(result.dump().find("secret") == std::string::npos);
}

TEST_CASE("text of a scene that is not UTF-8 does not stop the reply", "[mcp][tool]")
{
    const Json result =
        result_of([](const Nothing &, const Call &) -> Result<Named> { return Named{"bolt\xff"}; });

    CHECK(result["structuredContent"]["name"] == "bolt\xEF\xBF\xBD");
}
