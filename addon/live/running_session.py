"""The unit that runs, found by the session that a command names.

Thread: main.
"""

from ..core.errors import rejection
from ..core.said import joined, say
from . import tracking
from .running_unit import RunningUnit


def running_unit(session_id: str) -> RunningUnit:
    """The unit that a session runs.

    Raises:
        NotFound: The session does not run in this Blender.
    """
    require_running(session_id)
    unit = tracking.running()
    assert unit is not None  # it runs
    return unit


def require_running(session_id: str) -> None:
    """Raise NotFound where a session is named that does not run in this Blender."""
    now = tracking.running()
    if not session_id or (now is not None and now.session_id == session_id):
        return
    gone = tracking.interrupted()
    is_gone = gone is not None and gone.session_id == session_id
    said = say("The session {session_id} does not run in this Blender.", session_id=session_id)
    if gone is not None and is_gone:
        said = joined((said, say("It ended because {reason}.", reason=gone.reason)))
    raise rejection(
        "RESOURCE_NOT_FOUND",
        said,
        "session_id",
        "Start the unit again with start_session.",
    )
