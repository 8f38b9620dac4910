"""What Undo and Redo did to the work in the unit that runs.

Thread: main.
"""

from ..core.said import say
from . import run_mark, tracking


def observe() -> bool:
    """Look at the scene after an undo or redo, which is no work of the learner.

    Behind its start the unit ends: what is to be seen there is not what was done in it.

    Returns:
        Whether something that the learner had done at the unit's objects is another now: not what
        its author had edited, nor what the program or a client had put so.

    Raises:
        Conflict: As `tracking.observe_now`.
    """
    unit = tracking.running()
    if unit is None:
        return False
    scene = tracking.scene_of(unit)
    if scene is not None and not run_mark.is_on(scene, unit.mark):
        tracking.interrupt(say("Undo went back behind its start"))
        return False
    before = unit.feed.standing()
    unit.is_undoing = True  # bringing the scene up to date makes Blender tell of changes too
    try:
        tracking.observe_now()
    finally:
        unit.is_undoing = False
    now = unit.feed.standing()
    return not unit.is_given and any(
        now.get(name) != one and unit.given.get(name) != one for name, one in before.items()
    )
