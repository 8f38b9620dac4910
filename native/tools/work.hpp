#pragma once

// Where the work of a tool is done is said by the function that makes the tool: `read_tool` over
// the published state, without a change of thread; `decide_tool` by the owner of the state;
// `scene_tool` in Blender; `mcp::immediate_tool` where the request was read.

#include "mcp/typed_tool.hpp"
#include "support/log.hpp"
#include "tools/executor.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace mvr::tools {

/// A tool that only reads.
template <Described Arguments, Described Reply>
mcp::Tool read_tool(const mcp::ToolInfo &info, Executor &executor,
                    Result<Reply> (*work)(const ReadContext &, const mcp::Call &,
                                          const Arguments &))
{
    return mcp::typed_tool<Arguments, Reply>(
        info,
        [&executor, work](Arguments arguments, const mcp::CallPtr &call, mcp::Respond respond) {
            executor.read(call, std::move(respond),
                          [work, call, arguments = std::move(arguments)](
                              const ReadContext &context) -> Result<DescribedValue> {
                              auto reply = work(context, *call, arguments);
                              if (!reply) return std::move(reply).error();
                              return DescribedValue(*std::move(reply));
                          });
        });
}

/// A tool that sees the state and may record.
template <Described Arguments, Described Reply>
mcp::Tool decide_tool(const mcp::ToolInfo &info, Executor &executor,
                      Result<Reply> (*work)(Context &, const mcp::Call &, const Arguments &))
{
    return mcp::typed_tool<Arguments, Reply>(info, [&executor, work](Arguments arguments,
                                                                     const mcp::CallPtr &call,
                                                                     mcp::Respond respond) {
        executor.decide(
            call, std::move(respond),
            [work, call, arguments = std::move(arguments)](Context &context) -> Result<ReplyDraft> {
                auto reply = work(context, *call, arguments);
                if (!reply) return std::move(reply).error();
                return ReplyDraft(*std::move(reply));
            });
    });
}

/// A command to the scene: a described struct with its `name`, and the described `Reply` to it.
template <class T>
concept DescribedCommand = Described<T> && Described<typename T::Reply> && requires {
    { T::name } -> std::convertible_to<std::string_view>;
};

/// Reads what Blender answered. Errors: Errc::internal where it is not what was described.
template <DescribedCommand Command> Result<DescribedValue> read_scene_reply(JsonView json)
{
    auto reply = read_described<typename Command::Reply>(json, Command::name);
    if (reply) return DescribedValue(*std::move(reply));
    return Error{Errc::internal, "the scene answered out of shape: " + reply.error().message,
                 reply.error().field, report_remedy()};
}

/// A tool that has Blender do something: `begin` makes the command, or says why not; `complete`
/// makes the tool's reply of Blender's, and records.
template <Described Arguments, DescribedCommand Command, Described Reply>
mcp::Tool scene_tool(const mcp::ToolInfo &info, Executor &executor,
                     Result<Command> (*begin)(Context &, const mcp::Call &, const Arguments &),
                     Result<Reply> (*complete)(Context &, const mcp::Call &, const Arguments &,
                                               const typename Command::Reply &))
{
    mcp::Tool tool = mcp::typed_tool<Arguments, Reply>(
        info, [&executor, begin, complete](Arguments arguments, const mcp::CallPtr &call,
                                           mcp::Respond respond) {
            const auto shared = std::make_shared<const Arguments>(std::move(arguments));
            executor.run_in_scene(
                call, std::move(respond),
                [begin, call, shared](Context &context) -> Result<mcp::SceneCommand> {
                    auto command = begin(context, *call, *shared);
                    if (!command) return std::move(command).error();
                    return mcp::SceneCommand{Command::name, DescribedValue(*std::move(command)),
                                             read_scene_reply<Command>};
                },
                [complete, call, shared](Context &context,
                                         const DescribedValue &answer) -> Result<ReplyDraft> {
                    auto reply =
                        complete(context, *call, *shared, answer.as<typename Command::Reply>());
                    if (!reply) return std::move(reply).error();
                    return ReplyDraft(*std::move(reply));
                });
        });
    tool.add_scene_command = [](ShapeCatalogue &shapes) {
        shapes.add_call<Command, typename Command::Reply>(Command::name);
    };
    return tool;
}

} // namespace mvr::tools
