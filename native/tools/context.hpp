#pragma once

// tools: what an MCP client, an operator or a panel can ask for. One declaration per tool: names
// and schemas from the pathway specification, limits, thread, handler. It knows no sockets and no
// Python.

#include "mcp/tool.hpp"
#include "store/ledger.hpp"
#include "store/payloads.hpp"
#include "support/clock.hpp"

#include <string>

namespace mvr::tools {

/// What the handlers work with. The host fills in the ledger before the first call.
/// Thread: store.
struct Context {
    store::Ledger *ledger = nullptr;
    Clock clock = system_time_ms;

    std::string timestamp() const { return iso8601(clock()); }
    const store::Projection &state() const { return ledger->state(); }
};

} // namespace mvr::tools
