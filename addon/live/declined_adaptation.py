"""Learners who want a unit as everybody has it, where its author leaves that to them.

Thread: main.
"""

from ..core import keys
from ..core.errors import rejection
from ..core.file_values import value_of
from ..core.said import say
from . import tracking

_units: set[str] = set()
"""Ids of the units whose learner declined, until they end."""


def note(unit_id: str) -> None:
    """The learner of this unit declined."""
    _units.add(unit_id)


def forget(unit_id: str) -> None:
    """The unit ended: whoever does it next has not declined."""
    _units.discard(unit_id)


def forget_all() -> None:
    """Another file is open."""
    _units.clear()


def is_optional(unit_id: str) -> bool:
    """Whether the author of the unit that runs lets its learner decline."""
    running = tracking.running()
    scene = tracking.scene_of(running) if running is not None else None
    if running is None or scene is None or running.unit_id != unit_id:
        return False
    return value_of(scene, keys.ADAPTATION_OPTIONAL) in (True, 1)


def require_wanted(unit_id: str) -> None:
    """Reject what is asked for a learner who declined.

    Raises:
        Conflict: They did.
    """
    if unit_id in _units:
        raise rejection(
            "CONFLICT",
            say("The learner of {unit_id} declined adaptation.", unit_id=unit_id),
            "adaptation_data",
            "Leave the unit as it is until it ends; a hint can be shown with show_hint.",
        )
