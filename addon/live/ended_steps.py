"""Steps: the tries that ended together, kept until the record has them.

A reply may be lost, and Blender may be killed: so every step is handed over when its tries ended,
and again until the record says that it has it. Steps are numbered in their session; the record
takes each once.

Thread: main.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..core.scene_shapes import EndedStep, EndedTry, ObservedActivitySums


@dataclass
class _Step:
    """Tries of one moment.

    Attributes:
        seconds: When they ended, since the unit began.
        is_closed: Whether it was handed over: what ends from then on belongs to the next one.
    """

    number: int
    seconds: float
    tries: list[EndedTry]
    activity: ObservedActivitySums
    is_submitted: bool = False
    is_closed: bool = False


@dataclass
class SessionSteps:
    """What ended in one session.

    Attributes:
        checkpoints: Ids of all that its unit has.
        is_over: Whether its unit does not run any more.
    """

    session_id: str
    unit_id: str
    checkpoints: Sequence[str]
    is_over: bool = False
    _count: int = 0
    _waiting: list[_Step] = field(default_factory=list)
    _unreported: list[EndedTry] = field(default_factory=list)

    def add(
        self,
        seconds: float,
        tries: Sequence[EndedTry],
        activity: ObservedActivitySums,
        *,
        is_submitted: bool = False,
    ) -> None:
        """Keep tries that ended now: with others of the same moment they are one step.

        A submission looks at the scene first: what that look ended belongs to it.
        """
        step = self._step_of(seconds)
        if step is None and tries:
            self._count += 1
            step = _Step(self._count, seconds, [], activity)
            self._waiting.append(step)
        if step is None:
            return
        step.tries += tries
        step.activity = activity
        step.is_submitted = step.is_submitted or is_submitted
        self._unreported += tries

    def _step_of(self, seconds: float) -> _Step | None:
        last = self._waiting[-1] if self._waiting else None
        is_same = last is not None and not last.is_closed and last.seconds == seconds
        return last if is_same else None

    @property
    def is_waiting(self) -> bool:
        """Whether there are steps that the record is not known to have."""
        return bool(self._waiting)

    def hand_over(self) -> list[EndedStep]:
        """The steps that the record is not known to have, as a reply tells them."""
        for step in self._waiting:
            step.is_closed = True
        return [
            EndedStep(
                number=step.number,
                submitted=step.is_submitted,
                tries=tuple(step.tries),
                activity=step.activity,
                unit_checkpoints=self.checkpoints,
            )
            for step in self._waiting
        ]

    def take_unreported(self) -> list[EndedTry]:
        """The tries that ended since the learner last heard of any, in the order in which they did."""
        news, self._unreported = self._unreported, []
        return news

    def confirm(self, number: int) -> None:
        """The record has the steps up to `number`."""
        self._waiting = [step for step in self._waiting if step.number > number]


_sessions: dict[str, SessionSteps] = {}


def begin(session_id: str, unit_id: str, checkpoints: Sequence[str]) -> SessionSteps:
    """A unit begins to run."""
    steps = SessionSteps(session_id, unit_id, checkpoints)
    _sessions[session_id] = steps
    return steps


def find(session_id: str) -> SessionSteps | None:
    """The steps of a session whose unit runs, or that the record may not have yet."""
    return _sessions.get(session_id)


def waiting() -> list[str]:
    """Ids of the sessions with steps that the record is not known to have."""
    return [name for name, steps in _sessions.items() if steps.is_waiting]


def confirm(session_id: str, number: int) -> None:
    """The record has a session's steps up to `number`."""
    if session_id in _sessions:
        _sessions[session_id].confirm(number)
    for name, steps in list(_sessions.items()):
        if steps.is_over and not steps.is_waiting:
            del _sessions[name]


def drop(session_id: str) -> None:
    """Nobody will ever take a session's steps: the record does not know it."""
    _sessions.pop(session_id, None)


def forget() -> None:
    """Forget everything, as when the add-on is disabled."""
    _sessions.clear()
