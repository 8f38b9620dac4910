#pragma once

// session: one learner's run of one unit, judged while it is done. It brings the scene's conditions
// (`scene`) and the rule of tries (`learning`) together, for whoever shows the unit: Blender's
// window, a headset, a page. It knows nothing of bpy, threads, files or the time of day.

#include <optional>

namespace mvr::session {

/// The time of a run: it stands still during a pause and never runs backwards.
/// Thread: one at a time.
class RunClock {
  public:
    /// The run begins at `seconds` of the caller's clock, any monotonic one.
    void start(double seconds);

    /// Takes the caller's time; returns the active seconds since the start.
    double advance(double seconds);

    /// Idempotent.
    void pause(double seconds);
    void resume(double seconds);
    bool is_paused() const { return paused_since_.has_value(); }

    /// Active seconds since the start, as of the last call.
    double active_seconds() const { return active_seconds_; }
    /// The caller's time at which so many active seconds will have passed, without a pause.
    double caller_seconds(double active_seconds) const { return active_seconds + offset_; }

  private:
    double offset_ = 0; ///< the start, and all pauses since
    double active_seconds_ = 0;
    std::optional<double> paused_since_; ///< caller's time
};

} // namespace mvr::session
