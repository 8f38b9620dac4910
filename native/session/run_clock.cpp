#include "session/run_clock.hpp"

#include <algorithm>

namespace mvr::session {

void RunClock::start(double seconds) { offset_ = seconds; }

double RunClock::advance(double seconds)
{
    if (!is_paused()) active_seconds_ = std::max(active_seconds_, seconds - offset_);
    return active_seconds_;
}

void RunClock::pause(double seconds)
{
    if (is_paused()) return;
    advance(seconds);
    paused_since_ = caller_seconds(active_seconds_);
}

void RunClock::resume(double seconds)
{
    if (!is_paused()) return;
    offset_ += std::max(0.0, seconds - *paused_since_);
    paused_since_.reset();
}

} // namespace mvr::session
