#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace mvr {

/// Milliseconds since 1970-01-01 UTC.
using TimeMs = std::int64_t;

/// Whether it is time for what was put off until `at`, which was `wait_ms` ahead then. A clock that
/// was set back since does not make it wait for longer.
inline bool is_due(TimeMs now, TimeMs at, TimeMs wait_ms)
{
    return now >= at || now < at - wait_ms;
}

/// Where the time comes from; tests pass their own.
using Clock = std::function<TimeMs()>;

/// The system's wall clock. Thread: any.
TimeMs system_time_ms();

/// "2026-11-21T11:03:46.512Z" (ISO 8601, UTC, milliseconds).
std::string iso8601(TimeMs time);

} // namespace mvr
