"""Showing a running unit's hints.

Thread: main.
"""

from ..core.errors import rejection
from ..core.said import say
from ..core.scene_shapes import HintShownInScene, ShowHint
from ..scene import unit_reading
from . import running_session, tracking, unit_adaptation


def show_hint(command: ShowHint) -> HintShownInScene:
    """Show the running unit's hints up to a level: in words, and its hint objects in the scene.

    Without a `level` the next one; after the last, the last.

    Nothing of it belongs to the file: it makes no undo step.

    Raises:
        BadArgument: The unit has no hint of that level.
        NotFound: The session does not run in this Blender.
    """
    unit = running_session.running_unit(command.session_id)
    tries = unit.tries
    scene = tracking.scene_of(unit)
    if scene is None:
        raise rejection(
            "CONFLICT", say("The scene of {unit_id} is gone.", unit_id=unit.unit_id), "session_id"
        )
    hints = unit_reading.read_unit(scene, []).hints
    levels = len(hints) or unit_adaptation.HINT_LEVELS
    level = min(tries.hints_shown + 1, levels) if command.level is None else command.level
    if not 1 <= level <= levels:
        message = say("level must be a whole number from 1 to {levels}.", levels=levels)
        raise rejection("VALIDATION_ERROR", message, "level")
    is_last = level == levels
    # However few hints there are in words, the last one shows in the scene how it is done.
    unit_adaptation.show_hints(scene, unit_adaptation.HINT_LEVELS if is_last else level)
    tries.hint_shown(level, is_last=is_last)
    return HintShownInScene(
        unit_id=unit.unit_id,
        level=level,
        last_level=is_last,
        text=hints[level - 1] if hints else "",
        hints_shown=tries.hints_shown,
    )
