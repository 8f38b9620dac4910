"""What is known of a learner at work in one unit, and what is left of it afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.scene_types import SessionRun
from .ended_steps import SessionSteps
from .scene_feed import SceneFeed
from .unit_tries import RunTries


@dataclass
class RunningUnit:
    """A learner at work.

    Attributes:
        run: Judges the work.
        feed: Tells it what changed in the scene.
        tries: What counts of it.
        mark: What the scene carries while it runs; see `run_mark`.
        looked_seconds: Monotonic time of the last look at the scene.
        tolerance_factor: What is left of the room that the author left, 0.5 to 1.
        is_undoing: Whether Blender is in the middle of an undo or redo.
        is_given: Whether what changes now is the program's doing.
        has_failed: Whether a look at it in passing failed, which is logged once.
    """

    session_id: str
    unit_id: str
    learner_label: str
    scene_uuid: str
    run: SessionRun
    feed: SceneFeed
    tries: RunTries
    mark: str = ""
    looked_seconds: float = 0.0
    tolerance_factor: float = 1.0
    is_undoing: bool = False
    is_given: bool = False
    has_failed: bool = False


@dataclass(frozen=True)
class Left:
    """What is left of a unit that does not run any more.

    Attributes:
        steps: The tries that ended, also by leaving; None where no unit was left.
    """

    session_id: str = ""
    unit_id: str = ""
    activity: Mapping[str, Any] = field(default_factory=dict)
    steps: SessionSteps | None = None

    def to_json(self) -> dict[str, Any]:
        """The form in which a reply tells it."""
        return {
            "session_id": self.session_id,
            "unit_id": self.unit_id,
            "activity": dict(self.activity),
            "ended": self.steps.take_untold() if self.steps else [],
            "steps": self.steps.hand_over() if self.steps else [],
        }


@dataclass(frozen=True)
class Interrupted:
    """A unit that ended by itself: its file was closed, or its scene deleted."""

    left: Left
    reason: str

    @property
    def session_id(self) -> str:
        """Of the session that ran it."""
        return self.left.session_id

    @property
    def unit_id(self) -> str:
        """Which one."""
        return self.left.unit_id

    @property
    def activity(self) -> Mapping[str, Any]:
        """What the learner did in it."""
        return self.left.activity
