"""When a hint comes by itself: after a time without progress, where guidance is high."""

from .adaptation import Adaptation
from .due_hints import due_goal, due_hints
from .view import SessionView


class HintPace:
    """Follows one learner's progress through the View.

    Thread: main.
    """

    def __init__(self) -> None:
        """Nobody is followed yet."""
        self._seen: SessionView | None = None
        self._since_seconds = 0.0

    def is_due(
        self, session: SessionView | None, adaptation: Adaptation, now_seconds: float
    ) -> bool:
        """Whether the next hint is to be shown now.

        Args:
            session: The running unit as it stands; any change of it is progress.
            now_seconds: Monotonic.
        """
        if session != self._seen:
            self._seen = session
            self._since_seconds = now_seconds
        if session is None or session.is_paused or not adaptation.offers_hints:
            return False
        if due_goal(session.checkpoints) is None:
            return False
        if not due_hints(session).are_left:
            return False
        return now_seconds - self._since_seconds >= adaptation.hint_pause_seconds
