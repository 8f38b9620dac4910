#pragma once

#include "store/record.hpp"
#include "support/json.hpp"

namespace mvr::host {

/// How the record stands, as the engine's status reports it. `memory_only` counts the events that
/// are on no disk and on their way to none. Thread: any.
Json record_report(const store::RecordStatus &status);

} // namespace mvr::host
