#pragma once

// tools: what an MCP client, an operator or a panel can ask for: one file a tool, with its
// arguments and reply described once. It knows no sockets and no Python.

#include "mcp/tool.hpp"
#include "support/result.hpp"
#include "tools/context.hpp"
#include "tools/reply_draft.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace mvr::tools {

/// What Blender's main thread is asked to do: the name of a scene command and its arguments, JSON.
struct SceneRequest {
    std::string_view command;
    std::string arguments;
};

/// Takes a tool's work to where it is done. Every function returns at once, but for a call that the
/// main thread makes and waits for; whatever the work throws becomes that call's error and nothing
/// else.
/// Thread: any.
class Executor {
  public:
    virtual ~Executor() = default;

    using Read = std::function<Result<std::string>(const ReadContext &)>;
    using Work = std::function<Result<ReplyDraft>(Context &)>;
    using BeginScene = std::function<Result<SceneRequest>(Context &)>;
    using CompleteScene = std::function<Result<ReplyDraft>(Context &, std::string_view reply)>;

    /// Over the published state, on the calling thread: it waits for nobody, once it is known
    /// whether there is a record.
    virtual void read(mcp::CallPtr call, mcp::Respond respond, Read read) = 0;

    /// On the thread that owns the state, once it is known whether there is a record.
    virtual void decide(mcp::CallPtr call, mcp::Respond respond, Work work) = 0;

    /// `begin` on the thread that owns the state, its request on Blender's main thread, `complete`
    /// on the thread that owns the state again.
    virtual void run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                              CompleteScene complete) = 0;
};

} // namespace mvr::tools
