"""What is known of a learner at work in one unit, and what is left of it afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ..core.scene_shapes import EndedStep, ObservedActivitySums
from ..core.scene_types import SessionRun
from . import viewport_watching
from .ended_steps import SessionSteps
from .scene_feed import SceneFeed, Standing
from .unit_tries import RunTries
from .viewport_watching import ViewportWatching


class Cause(Enum):
    """Why something may stand otherwise than at the look before."""

    WORK = "work"
    TIME = "time"  # or the view, which no update tells
    PUT_BACK = "put_back"  # by Undo, Redo or a cancelled drag


@dataclass
class RunningUnit:
    """A learner at work.

    Attributes:
        scene_session_uid: Blender's number of its scene, which a copy of the scene does not have
            and Undo keeps.
        run: Judges the work.
        feed: Tells it what changed in the scene.
        tries: What counts of it.
        watching: What is observed of the view.
        due_goal: Id of the checkpoint that the learner is at; "" where all are reached.
        mark: What the scene carries while it runs; see `run_mark`.
        looked_seconds: Monotonic time of the last look at the scene.
        dragged_from: Where the objects were when the drag began that goes on; see `held_drag`.
        is_undoing: Whether Blender is in the middle of an undo or redo.
        cause: What the look at hand takes changes for.
        is_given: Whether what changes now is the program's doing.
        given: Objects as the program put them last, by their names in the lesson.
        has_failed: Whether a look at it in passing failed, which is logged once.
    """

    session_id: str
    unit_id: str
    learner_label: str
    scene_session_uid: int
    run: SessionRun
    feed: SceneFeed
    tries: RunTries
    due_goal: str = ""
    mark: str = ""
    looked_seconds: float = 0.0
    dragged_from: Mapping[str, Sequence[float]] | None = None
    is_undoing: bool = False
    cause: Cause = Cause.WORK
    is_given: bool = False
    given: dict[str, Standing] = field(default_factory=dict)
    has_failed: bool = False
    watching: ViewportWatching = field(init=False)

    def __post_init__(self) -> None:
        """The view is watched from the start on."""
        self.watching = ViewportWatching(self.session_id, self.learner_label)

    def leave(self) -> None:
        """It does not run any more: what is still open of its tries and its trace is closed."""
        self.tries.leave(self.looked_seconds)
        viewport_watching.keep_rest(self.watching)


@dataclass(frozen=True)
class Left:
    """What is left of a unit that does not run any more.

    Attributes:
        steps: The tries that ended, also by leaving; None where no unit was left.
    """

    session_id: str = ""
    unit_id: str = ""
    activity: ObservedActivitySums = field(default_factory=ObservedActivitySums)
    steps: SessionSteps | None = None

    def hand_over(self) -> Sequence[EndedStep]:
        """The steps that the record is not known to have."""
        return self.steps.hand_over() if self.steps else ()


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
