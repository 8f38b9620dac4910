#pragma once

#include "access/principal.hpp"
#include "access/scope.hpp"
#include "mcp/client_info.hpp"
#include "mcp/scene_command.hpp"
#include "support/result.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace mvr::mcp {

/// How far a call is, for a client that asked for its progress.
struct Progress {
    double done = 0;             ///< rises from one to the next
    std::optional<double> total; ///< unknown if empty
    std::string message;         ///< for a person
};

/// What stands beside the arguments of a request, in `_meta`.
struct RequestMeta {
    ClientInfo client;          ///< a legacy one's is that of its handshake
    std::string progress_token; ///< as JSON; empty where the client wants no progress
};

/// The circumstances of one tool call; goes with it to whatever does its work, and outlives the
/// connection that it came by.
///
/// Thread: `stop` any; `report_progress` any, where it is not empty; the rest does not change.
struct Call {
    access::PrincipalPtr principal;
    access::Scope scope = access::Scope::lessons_read; ///< of the tool that is called
    std::string_view revision; ///< of the protocol, e.g. "2026-07-28"; empty for Blender's own
    RequestMeta meta = {};
    /// By when Blender has begun with it, or it is withdrawn and rejected as busy.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::stop_source stop; ///< asked for when the client cancels or goes away
    std::function<void(const Progress &)> report_progress = {};
    /// Made by Blender's main thread, which does not wait for a disk.
    bool is_from_window = false;
    /// Where that thread makes a call and waits for its end: how it runs a scene command itself.
    /// Thread: main.
    std::function<Result<DescribedValue>(const SceneCommand &)> run_here = {};
};
using CallPtr = std::shared_ptr<Call>;

} // namespace mvr::mcp
