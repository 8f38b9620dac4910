"""The window timer that keeps Blender's loop from sleeping during a burst of requests.

Timers of the application do not shorten the loop's sleep of 5 ms; a window timer does.
"""

import bpy

INTERVAL_SECONDS = 0.001

_timer: bpy.types.Timer | None = None
_window: int = 0  # address of the timer's window: Blender frees the timer with it


def keep(is_wanted: bool) -> None:
    """Have the timer run, or not; costs nothing while that does not change."""
    if is_wanted and _timer is None:
        _add()
    elif not is_wanted and _timer is not None:
        remove()


def is_running() -> bool:
    """Whether the loop is kept awake now."""
    return _timer is not None


def remove() -> None:
    """Take the timer away if it runs. Idempotent."""
    global _timer
    timer, _timer = _timer, None
    manager = bpy.context.window_manager
    if timer is None or manager is None:
        return
    if any(window.as_pointer() == _window for window in manager.windows):
        manager.event_timer_remove(timer)


def _add() -> None:
    global _timer, _window
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None or not manager.windows:
        return
    window = manager.windows[0]
    # Without a window it would post no event, and the loop would sleep on.
    _timer = manager.event_timer_add(INTERVAL_SECONDS, window=window)
    _window = window.as_pointer()
