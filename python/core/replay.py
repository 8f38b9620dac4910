"""A session's raw trace, to be gone through: where the learner looked from, and where the parts were.

Pure values; samples say only what differs from the sample before.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from .status_shapes import ReplayView, SessionTrace

Pose = tuple[tuple[float, ...], tuple[float, ...]]
"""A place in world metres, and a unit quaternion w, x, y, z."""


@dataclass(frozen=True)
class Frame:
    """One moment of a session.

    Attributes:
        view: None where the learner saw nothing of the scene.
        parts: Those that were there, by their names in the lesson.
    """

    view: ReplayView | None = None
    parts: dict[str, Pose] = field(default_factory=dict)


@dataclass
class _Track:
    """What changed when; the newest last."""

    seconds: list[float] = field(default_factory=list)
    values: list[Pose | ReplayView | None] = field(default_factory=list)

    def add(self, seconds: float, value: Pose | ReplayView | None) -> None:
        self.seconds.append(seconds)
        self.values.append(value)

    def at(self, seconds: float) -> Pose | ReplayView | None:
        index = bisect_right(self.seconds, seconds) - 1
        return self.values[index] if index >= 0 else None


class Replay:
    """One session's trace. Finding a moment costs the logarithm of its length for each part."""

    def __init__(self, trace: SessionTrace) -> None:
        """Sort what changed by what it changed."""
        self.session_id = trace.session_id
        self._view = _Track()
        self._parts: dict[str, _Track] = {}
        for sample in trace.samples:
            if sample.view is not None:
                self._view.add(sample.seconds, sample.view)
            for part in sample.moved:
                pose = (_numbers(part.place_m), _numbers(part.rotation)) if part.is_there else None
                self._parts.setdefault(part.name, _Track()).add(sample.seconds, pose)
        self.from_seconds = trace.samples[0].seconds if trace.samples else 0.0
        self.to_seconds = trace.samples[-1].seconds if trace.samples else 0.0
        self.is_empty = not trace.samples

    def at(self, seconds: float) -> Frame:
        """How it was at a moment of the session, in active seconds since its begin."""
        view = self._view.at(seconds)
        found = {name: track.at(seconds) for name, track in self._parts.items()}
        return Frame(
            view if isinstance(view, ReplayView) else None,
            {name: pose for name, pose in found.items() if isinstance(pose, tuple)},
        )


def _numbers(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
