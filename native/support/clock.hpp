#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace mvr {

/// Milliseconds since 1970-01-01 UTC.
using TimeMs = std::int64_t;

/// Where the time comes from; tests pass their own.
using Clock = std::function<TimeMs()>;

/// The system's wall clock. Thread: any.
TimeMs system_time_ms();

/// "2026-11-21T11:03:46.512Z" (ISO 8601, UTC, milliseconds).
std::string iso8601(TimeMs time);

} // namespace mvr
