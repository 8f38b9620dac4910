"""The tries of a running unit: which have ended, and how far the learner is with the others.

The rule of what counts is native; what comes of it becomes the session's steps.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from ..core.course import Course
from ..core.lesson import Trigger
from ..core.scene_shapes import EndedTry
from ..core.scene_types import Message, SessionRun, SlipCorrected, TryEnded, TryProgress
from . import ended_steps
from .ended_steps import SessionSteps


@dataclass
class RunTries:
    """The tries in one run of a unit.

    Attributes:
        triggers: The unit's checkpoints that have conditions, by id.
        run: Judges them.
        hints_shown: How many of the unit's hints the learner saw in this run.
        goal_hints: How many of a checkpoint's own, by its id.
        last_level_shown: Whether one of them was of the last level.
        taken_back: Ids of checkpoints whose slip Undo took back, until that is said; not of those
            where a look had shown what was wrong, which counts as help.
        put_back: Ids of checkpoints at which Undo, or a cancelled drag, was the last that happened.
        ended_reasons: What was not met when the last try of a checkpoint ended, by its id.
        courses: How the tries of the checkpoints went of which one ended, by their ids.
    """

    session_id: str
    unit_id: str
    triggers: Mapping[str, Trigger]
    run: SessionRun
    hints_shown: int = 0
    goal_hints: dict[str, int] = field(default_factory=dict)
    last_level_shown: bool = False
    taken_back: set[str] = field(default_factory=set)
    put_back: set[str] = field(default_factory=set)
    ended_reasons: dict[str, list[Message]] = field(default_factory=dict)
    courses: dict[str, Course] = field(default_factory=dict)
    steps: SessionSteps = field(init=False)
    _outcomes: dict[str, str] = field(default_factory=dict)
    _shown: set[str] = field(default_factory=set)  # of whose try a look said what is wrong

    def __post_init__(self) -> None:
        """Begin the session's steps."""
        self.steps = ended_steps.begin(self.session_id, self.unit_id, tuple(self.triggers))

    def look(self, seconds: float, checkpoint_id: str = "") -> None:
        """The learner looks how a checkpoint stands, or all of them."""
        self.put_back.clear()  # who asks is answered
        self.run.look(seconds, checkpoint_id)
        self.take()

    def submit(self, seconds: float, checkpoint_id: str = "") -> list[str]:
        """The learner is done with a checkpoint, or all of them.

        Returns:
            Ids of those that were not begun, which therefore were not submitted.
        """
        not_begun = self.run.submit(seconds, checkpoint_id)
        self.take(is_submitted=True)
        return not_begun

    def answer(self, seconds: float, checkpoint_id: str) -> None:
        """An answer was given to a checkpoint that is a question: it ends its try, without Done."""
        self.run.submit(seconds, checkpoint_id)
        self.take()

    def leave(self, seconds: float) -> None:
        """The unit is left."""
        self.run.leave(seconds)
        self.take()
        self.steps.is_over = True

    def take(self, *, is_submitted: bool = False) -> None:
        """Keep what came of the last observation, look or submission."""
        outcomes = self.run.take_outcomes()
        ended = [one for one in outcomes if isinstance(one, TryEnded)]
        slips = {one.checkpoint_id for one in outcomes if isinstance(one, SlipCorrected)}
        self.taken_back |= slips - self._shown
        self._shown -= {one.checkpoint_id for one in ended}
        if not ended and not is_submitted:
            return
        self._outcomes.update({one.checkpoint_id: one.outcome for one in ended})
        for one in ended:
            self.courses[one.checkpoint_id] = _after(self.course(one.checkpoint_id), one)
        self.steps.add(
            self.run.active_seconds,
            [self._ended_try(one) for one in ended],
            self.run.activity(),
            is_submitted=is_submitted,
        )

    def hint_shown(self, level: int, *, is_last: bool) -> None:
        """The learner saw the hints up to `level`."""
        self.hints_shown = max(self.hints_shown, level)
        self.last_level_shown = self.last_level_shown or is_last
        self.run.hint_shown(is_last)

    def goal_hint_shown(self, checkpoint_id: str, level: int, *, is_last: bool) -> None:
        """The learner saw a checkpoint's own hints up to `level`: no help for any other."""
        self.goal_hints[checkpoint_id] = max(self.goal_hints.get(checkpoint_id, 0), level)
        self.run.hint_shown(is_last, checkpoint_id)

    def correction_shown(self, checkpoint_id: str) -> None:
        """The learner read why a checkpoint does not hold."""
        self._shown.add(checkpoint_id)
        self.run.correction_shown(checkpoint_id)

    def progress(self, checkpoint_id: str) -> TryProgress:
        """How far the learner is with a checkpoint."""
        return self.run.progress(checkpoint_id)

    def course(self, checkpoint_id: str) -> Course:
        """How the tries of a checkpoint went in this run."""
        return self.courses.get(checkpoint_id, Course())

    def has_passed(self, checkpoint_id: str) -> bool:
        """Whether the last try of a checkpoint that ended in this run passed."""
        return self._outcomes.get(checkpoint_id) == "passed"

    def _ended_try(self, one: TryEnded) -> EndedTry:
        trigger = self.triggers[one.checkpoint_id]
        self.ended_reasons[one.checkpoint_id] = self.run.reasons(one.checkpoint_id)
        return EndedTry(
            checkpoint_id=one.checkpoint_id,
            learning_objective=trigger.learning_objective,
            assessment_type=trigger.assessment_type,
            skill=trigger.skill or self.unit_id,
            difficulty=trigger.difficulty,
            outcome=cast(Any, one.outcome),  # a text of the same enumeration
            corrected=one.corrected,
            last_level_hint=one.last_level_hint,
            self_corrected=one.self_corrected,
            began_s=one.began_s,
            ended_s=one.ended_s,
            evaluation=self.run.evaluate(one.checkpoint_id),
            boxes=self.run.boxes(one.checkpoint_id),
        )


def _after(course: Course, one: TryEnded) -> Course:
    return Course(
        failed=course.failed + (one.outcome == "failed"),
        self_corrected=course.self_corrected + one.self_corrected,
        was_helped=course.was_helped
        if one.outcome != "passed"
        else one.corrected or one.last_level_hint,
    )
