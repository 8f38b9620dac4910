#pragma once

#include "host/engine_status.hpp"
#include "store/record.hpp"

namespace mvr::host {

/// How the record stands before it is open, and then, as the engine's status reports it. Thread:
/// any.
RecordStatus opening_record();
RecordStatus record_report(const store::RecordStatus &status);

} // namespace mvr::host
