"""Which goal a learner is at, and the hints that are for it.

A goal with hints of its own is helped by those alone, and they are shown while it is due; the hints
of the unit are for all of its other goals.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .view import CheckpointView, SessionView, with_parts


@dataclass(frozen=True)
class DueHints:
    """The hints for what the learner is at.

    Attributes:
        shown: How many of them the learner asked for.
    """

    texts: tuple[str, ...] = ()
    shown: int = 0

    @property
    def last_shown(self) -> str:
        """The one that was asked for last; "" before the first."""
        return next(reversed(self.read), "")

    @property
    def read(self) -> tuple[str, ...]:
        """Those that were asked for; a level without words is passed over."""
        return tuple(text for text in self.texts[: self.shown] if text)

    @property
    def next_level(self) -> int:
        """Which one is asked for next; the last where none is left."""
        return next_level(self.texts, self.shown)

    @property
    def are_left(self) -> bool:
        """Whether there is one to ask for."""
        return self.shown < len(self.texts)


def next_level(texts: Sequence[str], shown: int) -> int:
    """The level of the next hint in words after `shown` of them; the last where none is left.

    A level without words keeps its place: an author may write only how it is done.
    """
    levels = range(shown + 1, len(texts) + 1)
    return next((level for level in levels if texts[level - 1]), len(texts))


def due_goal(checkpoints: Sequence[CheckpointView]) -> CheckpointView | None:
    """The goal that the learner is at: one that is stuck before all, then what was begun, then what comes."""
    left = [item for item in checkpoints if not item.is_met]
    ranked = sorted(left, key=lambda item: (not is_stuck(item), not item.begun))
    return ranked[0] if ranked else None


def is_stuck(item: CheckpointView) -> bool:
    """Whether going on does not help before the learner takes the way out."""
    return item.is_slip or item.is_time_over


def due_hints(session: SessionView) -> DueHints:
    """Those of the goal that the learner is at, else those of the unit."""
    at = due_goal(session.checkpoints)
    if at is not None and at.hints:
        return DueHints(at.hints, at.hints_shown)
    return DueHints(session.hints, session.hints_shown)


def with_hints(session: SessionView, own: Mapping[str, Sequence[str]]) -> SessionView:
    """Give the goals their own hints, by their ids."""
    checkpoints = tuple(
        with_parts(item, hints=tuple(own.get(item.checkpoint_id, ())))
        for item in session.checkpoints
    )
    return with_parts(session, checkpoints=checkpoints)


def after_hint(session: SessionView, hints_shown: int) -> SessionView:
    """A hint for what the learner is at was shown, in the place of what was said before."""
    session = replace(session, message="")
    at = due_goal(session.checkpoints)
    if at is None or not at.hints:
        return replace(session, hints_shown=min(hints_shown, len(session.hints)))
    helped = replace(at, hints_shown=min(hints_shown, len(at.hints)))
    return replace(
        session, checkpoints=tuple(helped if item is at else item for item in session.checkpoints)
    )
