"""What is not done to a unit while somebody works in it, though they allowed clients to author.

Thread: main.
"""

from ..core.errors import rejection
from ..core.said import say
from ..live import tracking


def require_at_rest(unit_id: str) -> None:
    """Reject what would take the running unit away under its learner, or keep half-done work.

    Raises:
        Conflict: This very unit runs.
    """
    unit = tracking.running()
    if unit is not None and unit.unit_id == unit_id:
        raise rejection(
            "CONFLICT",
            say("Somebody is at work in the unit {unit_id} right now.", unit_id=unit_id),
            "unit_id",
            "Try again when they have left it.",
        )
