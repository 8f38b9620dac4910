"""A session's raw trace, to be gone through: where the learner looked from, and where the parts were.

Pure values; samples say only what differs from the sample before.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from .replies import ReplayView, SessionTrace
from .said import template

T = TypeVar("T")

Pose = tuple[tuple[float, ...], tuple[float, ...]]
"""A place in world metres, and a unit quaternion w, x, y, z."""

_FIRST_LOOK_SECONDS = 0.3
"""The first look comes so soon after the begin at most: until then it was as it showed."""


class Sight(Enum):
    """What is known of a moment."""

    VIEW = "view"
    NO_VIEW = "no_view"
    NOT_WATCHED = "not_watched"
    BEFORE = "before"


GAPS = {
    Sight.NO_VIEW: template("No viewport showed the scene then."),
    Sight.NOT_WATCHED: template("Nothing was kept of this moment."),
    Sight.BEFORE: template("The recording begins after this moment."),
}
"""What a person reads of a moment without a view."""


@dataclass(frozen=True)
class Frame:
    """One moment of a session.

    Attributes:
        view: None where the learner saw nothing of the scene, or nobody knows.
        parts: Those that were there, by their names in the lesson; none while nobody looked.
    """

    sight: Sight = Sight.NOT_WATCHED
    view: ReplayView | None = None
    parts: dict[str, Pose] = field(default_factory=dict)


@dataclass
class _Track(Generic[T]):
    """What changed when; the newest last."""

    seconds: list[float] = field(default_factory=list)
    values: list[T] = field(default_factory=list)

    def add(self, seconds: float, value: T) -> None:
        self.seconds.append(seconds)
        self.values.append(value)

    def at(self, seconds: float) -> T | None:
        index = bisect_right(self.seconds, seconds) - 1
        return self.values[index] if index >= 0 else None


class Replay:
    """One session's trace. Finding a moment costs the logarithm of its length for each part.

    Attributes:
        part_uuids: The lesson's own ids of the parts, by their names in it; "" in older traces.
    """

    def __init__(self, trace: SessionTrace) -> None:
        """Sort what changed by what it changed."""
        self.session_id = trace.session_id
        self.part_uuids: dict[str, str] = {}
        self._sight: _Track[tuple[Sight, ReplayView | None]] = _Track()
        self._parts: dict[str, _Track[Pose | None]] = {}
        for sample in trace.samples:
            if sample.sight != "as_before":
                self._sight.add(sample.seconds, (Sight(sample.sight), sample.view))
            for part in sample.moved:
                pose = (_numbers(part.place_m), _numbers(part.rotation)) if part.is_there else None
                self._parts.setdefault(part.name, _Track()).add(sample.seconds, pose)
                self.part_uuids[part.name] = part.uuid or self.part_uuids.get(part.name, "")
        self.from_seconds = trace.samples[0].seconds if trace.samples else 0.0
        self.to_seconds = trace.samples[-1].seconds if trace.samples else 0.0
        self.is_empty = not trace.samples

    def at(self, seconds: float) -> Frame:
        """How it was at a moment of the session, in active seconds since its begin."""
        if 0 < self.from_seconds - seconds < _FIRST_LOOK_SECONDS:
            seconds = self.from_seconds
        sight, view = self._sight.at(seconds) or (Sight.BEFORE, None)
        if sight in (Sight.BEFORE, Sight.NOT_WATCHED):
            return Frame(sight)
        found = {name: track.at(seconds) for name, track in self._parts.items()}
        return Frame(sight, view, {name: pose for name, pose in found.items() if pose is not None})


def _numbers(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
