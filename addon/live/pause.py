"""Pausing the unit that runs: its clock stands still until the learner goes on.

What touching the work in a pause means says `native/session/session_run.hpp`.

Thread: main.
"""

from . import looks, tracking


def pause() -> None:
    """Stop the clock of the running unit; what was done until now is observed first.

    Raises:
        Conflict: The unit's scene was deleted; the unit ended with it.
    """
    tracking.observe_now()
    unit = tracking.running()
    if unit is not None:
        unit.run.pause(unit.looked_seconds)
        looks.tell()


def resume() -> None:
    """Go on with the running unit.

    Raises:
        Conflict: As `pause`.
    """
    tracking.observe_now()
    unit = tracking.running()
    if unit is not None:
        unit.run.resume(unit.looked_seconds)
        looks.tell()
