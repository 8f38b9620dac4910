"""The tries of a running unit: which have ended, and how far the learner is with the others.

The rule of what counts is native; what comes of it becomes the session's steps.

Thread: main.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.lesson import Trigger
from ..core.scene_types import Message, SessionRun
from . import ended_steps
from .ended_steps import SessionSteps

_TOLD_OF_A_TRY = (
    "checkpoint_id",
    "outcome",
    "cause",
    "own",
    "corrected",
    "last_level_hint",
    "slips",
    "self_corrected",
    "began_s",
    "ended_s",
)


@dataclass
class RunTries:
    """The tries in one run of a unit.

    Attributes:
        triggers: The unit's checkpoints that have conditions, by id.
        run: Judges them.
        hints_shown: How many hints the learner saw in this run.
        last_level_shown: Whether one of them was of the last level.
        ended_reasons: What was not met when the last try of a checkpoint ended, by its id.
    """

    session_id: str
    unit_id: str
    triggers: Mapping[str, Trigger]
    run: SessionRun
    hints_shown: int = 0
    last_level_shown: bool = False
    ended_reasons: dict[str, list[Message]] = field(default_factory=dict)
    steps: SessionSteps = field(init=False)
    _outcomes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin the session's steps."""
        self.steps = ended_steps.begin(self.session_id, self.unit_id, tuple(self.triggers))

    def look(self, seconds: float, checkpoint_id: str = "") -> None:
        """The learner looks how a checkpoint stands, or all of them."""
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

    def leave(self, seconds: float) -> None:
        """The unit is left."""
        self.run.leave(seconds)
        self.take()
        self.steps.is_over = True

    def take(self, *, is_submitted: bool = False) -> None:
        """Keep what came of the last observation, look or submission."""
        outcomes = self.run.take_outcomes()
        ended = [one for one in outcomes if one["kind"] == "try_ended"]
        if not ended and not is_submitted:
            return
        self._outcomes.update({one["checkpoint_id"]: one["outcome"] for one in ended})
        told = [self._told(one) for one in ended]
        activity = json.loads(self.run.activity_json())
        self.steps.add(self.run.active_seconds, told, activity, is_submitted=is_submitted)

    def hint_shown(self, level: int, *, is_last: bool) -> None:
        """The learner saw the hints up to `level`."""
        self.hints_shown = max(self.hints_shown, level)
        self.last_level_shown = self.last_level_shown or is_last
        self.run.hint_shown(is_last)

    def correction_shown(self, checkpoint_id: str) -> None:
        """The learner was told why a checkpoint does not hold."""
        evaluation = json.loads(self.run.evaluate_json(checkpoint_id))
        about = sorted(set(_unmet_objects(evaluation["evidence"])))
        self.run.correction_shown(checkpoint_id, about)

    def progress(self, checkpoint_id: str) -> dict[str, bool]:
        """How far the learner is with a checkpoint: begun, running, changed, slipped, lost."""
        return self.run.progress(checkpoint_id)

    def has_passed(self, checkpoint_id: str) -> bool:
        """Whether the last try of a checkpoint that ended in this run passed."""
        return self._outcomes.get(checkpoint_id) == "passed"

    def _told(self, one: Mapping[str, Any]) -> dict[str, Any]:
        trigger = self.triggers[one["checkpoint_id"]]
        evaluation = json.loads(self.run.evaluate_json(trigger.checkpoint_id))
        self.ended_reasons[trigger.checkpoint_id] = self.run.reasons(trigger.checkpoint_id)
        return {
            **{key: one[key] for key in _TOLD_OF_A_TRY},
            "session_id": self.session_id,
            "unit_id": self.unit_id,
            "learning_objective": trigger.learning_objective,
            "assessment_type": trigger.assessment_type,
            "skill": trigger.skill or self.unit_id,
            "difficulty": trigger.difficulty,
            "reason": _reason(one, evaluation),
            "evaluation": evaluation,
        }


def _unmet_objects(evidence: Mapping[str, Any]) -> Iterator[str]:
    """Names of the objects that the unmet parts of a condition speak of.

    How one stands in the view is no such part: what one sees is told at once, to everybody.
    """
    if evidence["holds"]:
        return
    for child in evidence.get("children", ()):
        yield from _unmet_objects(child)
    if "object" in evidence and evidence["predicate"] != "in_view":
        yield evidence["object"]


def _reason(ended: Mapping[str, Any], evaluation: Mapping[str, Any]) -> str:
    """Why a try did not pass, in a sentence; "" for one that passed."""
    if ended["outcome"] == "passed":
        return ""
    if ended["outcome"] == "abandoned":
        return "The unit was left before this was done."
    return " ".join(evaluation["unmet"]) or "The condition did not hold."
