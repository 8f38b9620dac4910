#include "tools/stuck.hpp"

#include "support/clock.hpp"

#include <algorithm>

namespace mvr::tools {

double standstill_limit_seconds(const UnitScope &unit)
{
    const auto checkpoints = std::max<std::size_t>(1, unit.checkpoints.size());
    const double share = unit.duration_seconds / static_cast<double>(checkpoints);
    return std::max(shortest_standstill_seconds, 2 * share);
}

std::vector<Stuck> stuck_in(const std::string &unit_id, const store::UnitWork &work,
                            const UnitScope &unit)
{
    std::vector<Stuck> found;
    for (const auto &[checkpoint, tries] : work.checkpoints) {
        if (tries.failed_in_a_row < failures_of_stuck) continue;
        // One that the author took away holds nobody up.
        const bool is_there =
            unit.checkpoints.empty() ||
            std::ranges::find(unit.checkpoints, checkpoint) != unit.checkpoints.end();
        if (!is_there) continue;
        found.push_back({unit_id, StuckReason::failed_in_a_row, checkpoint,
                         iso8601(tries.failing_since_ms), tries.failed_in_a_row, tries.last_failure,
                         0, 0});
    }
    const double limit = standstill_limit_seconds(unit);
    if (found.empty() && work.since_progress_seconds >= limit) {
        found.push_back({unit_id, StuckReason::no_new_pass, "", iso8601(work.progress_ms), 0, "",
                         work.since_progress_seconds, limit});
    }
    return found;
}

} // namespace mvr::tools
