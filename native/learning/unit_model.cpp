#include "learning/unit_model.hpp"

#include "learning/engagement.hpp"

#include <algorithm>
#include <iterator>

namespace mvr::learning {

bool unit_done(const std::set<std::string> &own_passed, std::span<const std::string> checkpoints)
{
    return !checkpoints.empty() && std::ranges::all_of(checkpoints, [&](const std::string &each) {
        return own_passed.contains(each);
    });
}

bool unit_done(const UnitModel *unit, std::span<const Checkpoint> checkpoints)
{
    std::vector<std::string> ids;
    std::ranges::transform(checkpoints, std::back_inserter(ids), &Checkpoint::checkpoint_id);
    return unit != nullptr && unit_done(unit->own_passed, ids);
}

bool struggles(const UnitModel &unit)
{
    return std::ranges::count(unit.recent, TryOutcome::failed) >= failures_to_support;
}

bool flawless(const UnitModel &unit) { return unit.counts.failed == 0 && !unit.last_level_hint; }

std::optional<double> observed_engagement(const UnitModel &unit)
{
    if (!unit.activity) return std::nullopt;
    return observed_engagement({unit.activity->active_seconds, unit.activity->total_seconds,
                                unit.phase_hints, unit.phase_counts.tries()});
}

} // namespace mvr::learning
