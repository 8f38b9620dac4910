#include "learning/try_course.hpp"

#include <algorithm>
#include <utility>

namespace mvr::learning {

bool did_something(const CheckpointReading &reading)
{
    return reading.entered || !reading.changed.empty();
}

bool holds(const CheckpointReading &reading) { return reading.holds && !reading.broken; }

bool TryCourse::leaves_slip(const CheckpointReading &now) const
{
    if (!last.broken || !now.broken) return false;
    return std::ranges::any_of(
        now.changed, [&](const std::string &object) { return !slip_objects.contains(object); });
}

void TryCourse::follow_running(const CheckpointReading &now, bool undone)
{
    touched.insert(now.changed.begin(), now.changed.end());
    if (now.broken && !last.broken) slip(now);
    if (last.broken && !now.broken) ++running->self_corrected;
    if (!undone || now.changed.empty() || now.state != state_before) return;
    suspended = *std::exchange(running, std::nullopt);
}

void TryCourse::slip(const CheckpointReading &now)
{
    ++running->slips;
    slip_objects = {now.changed.begin(), now.changed.end()};
}

bool TryCourse::begins(const CheckpointReading &now, bool undone) const
{
    if (suspended) return undone ? now.state != state_before : did_something(now);
    if (undone || (now.broken && last.broken)) return false;
    if (holds(last) && holds(now)) return false;
    return !now.changed.empty() || (now.entered && !last_passed);
}

bool TryCourse::looked_in_vain() const { return looked_seconds && !holds(last) && !last_passed; }

TryProgress TryCourse::progress() const
{
    return {.begun = running || ended_one || looked_in_vain(),
            .running = running.has_value(),
            .changed = changed,
            .slipped = running && last.broken,
            .lost = !running && last.broken && ended_one,
            .corrected = running && running->corrected};
}

} // namespace mvr::learning
