#pragma once

#include "mcp/endpoint.hpp"

#include <deque>
#include <functional>
#include <memory>

namespace mvr::mcp {

/// Work that waits until it is carried out.
using Waiting = std::deque<std::function<void()>>;

/// Two real tools: `divide` answers at once, `sum` when its work in `waiting` is carried out, as a
/// worker's would. `divide` needs lessons:read, `sum` records:read.
std::shared_ptr<const ToolTable> small_tools(Waiting &waiting);

/// An endpoint with them, a clock that stands still, and the calls that wait.
struct SmallServer {
    SmallServer();

    /// Carries out what waits, in order.
    void finish();

    TimeMs now = 1'000'000;
    Waiting waiting;
    Endpoint endpoint;
};

} // namespace mvr::mcp
