#pragma once

#include "mcp/endpoint.hpp"

#include <deque>
#include <functional>
#include <memory>

namespace mvr::mcp {

/// Two real tools: `divide` answers at once, `sum` when `finish` is called, as a worker's would.
std::shared_ptr<const ToolTable> small_tools();

/// An endpoint with them, a clock that stands still, and the calls that wait.
struct SmallServer {
    SmallServer();

    /// Carries out what waits, in order.
    void finish();

    TimeMs now = 1'000'000;
    std::deque<std::function<void()>> waiting;
    Endpoint endpoint;
};

} // namespace mvr::mcp
