#include "host/record_report.hpp"

namespace mvr::host {
namespace {

RecordState state_of(store::RecordMode mode)
{
    switch (mode) {
    case store::RecordMode::opening: return RecordState::opening;
    case store::RecordMode::open: return RecordState::open;
    case store::RecordMode::spill: return RecordState::spill;
    case store::RecordMode::read_only: return RecordState::read_only;
    case store::RecordMode::memory: break;
    }
    return RecordState::memory;
}

} // namespace

RecordStatus opening_record()
{
    RecordStatus report;
    report.state = RecordState::opening;
    return report;
}

RecordStatus record_report(const store::RecordStatus &status)
{
    RecordStatus report{.path = status.path,
                        .state = state_of(status.mode),
                        .events = status.events,
                        .pending = status.pending,
                        .memory_only = status.lost,
                        .problem = status.problem,
                        .remedy = status.remedy,
                        .notices = {},
                        .undeleted_traces = status.undeleted_traces};
    for (const store::Notice &notice : status.notices)
        report.notices.push_back({notice.text, notice.remedy});
    const bool is_writable =
        status.mode == store::RecordMode::open || status.mode == store::RecordMode::spill;
    // What is on its way to a disk that takes it is safe; what waits for one that does not is not.
    if (!is_writable || status.is_failing) report.memory_only += status.pending;
    return report;
}

} // namespace mvr::host
