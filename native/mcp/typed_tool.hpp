#pragma once

#include "mcp/tool.hpp"
#include "support/described_value.hpp"
#include "support/json_schema.hpp"
#include "support/shape_catalogue.hpp"
#include "support/strict_reader.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace mvr::mcp {

/// What clients see of a tool beside the shapes of its arguments and reply.
struct ToolInfo {
    std::string_view name;
    std::string_view title;
    std::string_view description;
    access::Scope scope = access::Scope::lessons_read;
    Annotations annotations = {};
};

/// A tool whose schemas, parser and reply come from the descriptions of its arguments and reply.
/// `start` gets arguments that the published schema allows.
template <Described Arguments, Described Reply>
Tool typed_tool(const ToolInfo &info, std::function<void(Arguments, CallPtr, Respond)> start)
{
    return {.name = std::string(info.name),
            .title = std::string(info.title),
            .description = std::string(info.description),
            .input_schema = arguments_schema<Arguments>(),
            .output_schema = or_error(reply_schema<Reply>()),
            .annotations = info.annotations,
            .scope = info.scope,
            .check = [](JsonView json) -> Result<void> {
                auto arguments = read_described<Arguments>(json);
                return arguments ? Result<void>() : std::move(arguments).error();
            },
            .start =
                [start = std::move(start)](JsonView json, CallPtr call, Respond respond) {
                    auto arguments = read_described<Arguments>(json);
                    if (!arguments) return respond(std::move(arguments).error());
                    start(*std::move(arguments), std::move(call), std::move(respond));
                },
            .add_reply = [](ShapeCatalogue &shapes) { shapes.add<Reply>(); },
            .add_call = [](ShapeCatalogue &shapes,
                           std::string_view name) { shapes.add_call<Arguments, Reply>(name); }};
}

/// A tool that answers at once on the thread that read the request; it must not wait for anything.
template <Described Arguments, Described Reply>
Tool immediate_tool(const ToolInfo &info,
                    std::function<Result<Reply>(Arguments, const Call &)> work)
{
    return typed_tool<Arguments, Reply>(
        info,
        [work = std::move(work)](Arguments arguments, const CallPtr &call, const Respond &respond) {
            auto reply = work(std::move(arguments), *call);
            respond(reply ? Result<DescribedValue>(DescribedValue(*std::move(reply)))
                          : std::move(reply).error());
        });
}

} // namespace mvr::mcp
