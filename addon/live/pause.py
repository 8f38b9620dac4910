"""Pausing the unit that runs: its clock stands still until the learner goes on.

What touching the work in a pause means says `native/session/session_run.hpp`.

Thread: main.
"""

from ..core.window_shapes import PauseUnit, UnitPaused
from . import looks, tracking
from .running_session import running_unit


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


def pause_unit(command: PauseUnit) -> UnitPaused:
    """The same for whoever names its session.

    Raises:
        NotFound: The session does not run in this Blender.
        Conflict: As `pause`.
    """
    running_unit(command.session_id)
    (pause if command.paused else resume)()
    unit = running_unit(command.session_id)
    return UnitPaused(unit_id=unit.unit_id, paused=unit.run.is_paused)
