"""Showing a running unit's hints.

Thread: main.
"""

from ..core.due_hints import next_level
from ..core.errors import rejection
from ..core.said import say
from ..core.scene_shapes import HintShownInScene, ShowHint
from ..scene import unit_reading
from . import running_session, tracking, unit_adaptation


def show_hint(command: ShowHint) -> HintShownInScene:
    """Show the hints for what the learner is at up to a level: in words, and hint objects in the scene.

    Those of the goal, where its author gave it some; else those of the unit.

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
    due = tries.triggers.get(unit.due_goal)
    goal_id = unit.due_goal if due is not None and due.hints else ""
    hints = due.hints if due and goal_id else unit_reading.read_unit(scene, []).hints
    shown = tries.goal_hints.get(goal_id, 0) if goal_id else tries.hints_shown
    levels = len(hints) or unit_adaptation.HINT_LEVELS
    following = next_level(hints, shown) if hints else min(shown + 1, levels)
    level = following if command.level is None else command.level
    if not 1 <= level <= levels:
        message = say("level must be a whole number from 1 to {levels}.", levels=levels)
        raise rejection("VALIDATION_ERROR", message, "level")
    is_last = level == levels
    # However few hints there are in words, the last one shows in the scene how it is done.
    seen = unit_adaptation.HINT_LEVELS if is_last else level
    if goal_id:
        tries.goal_hint_shown(goal_id, level, is_last=is_last)
        unit_adaptation.show_goal_hints(scene, goal_id, seen)
    else:
        tries.hint_shown(level, is_last=is_last)
        unit_adaptation.show_hints(scene, seen)
    return HintShownInScene(
        unit_id=unit.unit_id,
        level=level,
        last_level=is_last,
        text=hints[level - 1] if hints else "",
        hints_shown=max(shown, level),
        learning_objective=due.learning_objective if due and goal_id else "",
    )
