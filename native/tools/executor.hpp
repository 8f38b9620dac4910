#pragma once

// tools: what an MCP client, an operator or a panel can ask for: one file a tool, with its
// arguments and reply described once. It knows no sockets and no Python.

#include "mcp/scene_command.hpp"
#include "mcp/tool.hpp"
#include "store/trace_store.hpp"
#include "support/described_value.hpp"
#include "support/result.hpp"
#include "tools/context.hpp"
#include "tools/reply_draft.hpp"

#include <functional>
#include <string>

namespace mvr::tools {

/// Takes a tool's work to where it is done. Every function returns at once, but for a call that the
/// main thread makes and waits for; whatever the work throws becomes that call's error and nothing
/// else.
/// Thread: any.
class Executor {
  public:
    virtual ~Executor() = default;

    using Read = std::function<Result<DescribedValue>(const ReadContext &)>;
    using Work = std::function<Result<ReplyDraft>(Context &)>;
    using BeginScene = std::function<Result<mcp::SceneCommand>(Context &)>;
    using CompleteScene = std::function<Result<ReplyDraft>(Context &, const DescribedValue &reply)>;

    /// Over the published state, on the calling thread: it waits for nobody, once it is known
    /// whether there is a record.
    virtual void read(mcp::CallPtr call, mcp::Respond respond, Read read) = 0;

    /// On the thread that owns the state, once it is known whether there is a record.
    virtual void decide(mcp::CallPtr call, mcp::Respond respond, Work work) = 0;

    /// `begin` on the thread that owns the state, its command on Blender's main thread, `complete`
    /// on the thread that owns the state again.
    virtual void run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                              CompleteScene complete) = 0;

    using BeginErasure = std::function<Result<std::string>(const Context &)>;
    using EndErasure = std::function<DescribedValue()>;

    /// `begin`, on the thread that owns the state, says which learner. Their key is destroyed on
    /// the thread of the disk, behind all that was taken for true before; then the state forgets
    /// them, and `end` makes the reply. Errors: Errc::unsupported for a call that waits for its
    /// reply on the main thread, which waits for no disk.
    virtual void erase(mcp::CallPtr call, mcp::Respond respond, BeginErasure begin,
                       EndErasure end) = 0;

    using CheckReader = std::function<Result<void>(const Context &)>;
    using EndTraces = std::function<DescribedValue(const store::TraceStore::Chunks &)>;

    /// `check`, on the thread that owns the state, says whether the caller may read the session.
    /// Its learner's raw traces are read on the thread of the disk, where `end` makes the reply.
    /// Errors: Errc::unsupported as for `erase`.
    virtual void read_traces(mcp::CallPtr call, mcp::Respond respond, std::string session_id,
                             CheckReader check, EndTraces end) = 0;
};

} // namespace mvr::tools
