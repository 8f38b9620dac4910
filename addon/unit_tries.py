"""The tries of a running unit: which have ended, and how far the learner is with the others.

The rule of what counts is native; here it is fed with what the trackers saw, and what it gives
becomes the session's steps.

Thread: main.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import ended_steps
from .core.lesson import Trigger
from .core.scene_types import ConditionTracker, UnitTries
from .ended_steps import SessionSteps


@dataclass
class RunTries:
    """The tries in one run of a unit.

    Attributes:
        triggers: The unit's checkpoints that have conditions, by id.
        trackers: Of the same.
        meter: Follows what the learner does to all objects of the unit.
        hints_shown: How many hints the learner saw in this run.
        last_level_shown: Whether one of them was of the last level.
    """

    session_id: str
    unit_id: str
    triggers: Mapping[str, Trigger]
    trackers: Mapping[str, ConditionTracker]
    meter: ConditionTracker
    hints_shown: int = 0
    last_level_shown: bool = False
    steps: SessionSteps = field(init=False)
    _outcomes: dict[str, str] = field(default_factory=dict)
    _fold: UnitTries = field(init=False)

    def __post_init__(self) -> None:
        """Begin the run, as the trackers stand now."""
        self.steps = ended_steps.begin(self.session_id, self.unit_id, tuple(self.triggers))
        self._fold = UnitTries(0.0, dict(self.trackers))

    def observe(self, seconds: float, *, undone: bool) -> None:
        """Follow what the trackers observed just now."""
        self._keep(seconds, self._fold.observe(seconds, undone))

    def look(self, seconds: float, checkpoint_id: str = "") -> None:
        """The learner looks how a checkpoint stands, or all of them."""
        self._keep(seconds, self._fold.look(seconds, checkpoint_id))

    def submit(self, seconds: float, checkpoint_id: str = "") -> list[str]:
        """The learner is done with a checkpoint, or all of them.

        Returns:
            Ids of those that were not begun, which therefore were not submitted.
        """
        ended, not_begun = self._fold.submit(seconds, checkpoint_id)
        self._keep(seconds, ended, is_submitted=True)
        return not_begun

    def leave(self, seconds: float) -> None:
        """The unit is left."""
        self._keep(seconds, self._fold.leave(seconds))
        self.steps.is_over = True

    def hint_shown(self, level: int, *, is_last: bool) -> None:
        """The learner saw the hints up to `level`."""
        self.hints_shown = max(self.hints_shown, level)
        self.last_level_shown = self.last_level_shown or is_last
        self._fold.hint_shown(is_last)

    def correction_shown(self, checkpoint_id: str) -> None:
        """The learner was told why a checkpoint does not hold."""
        evaluation = json.loads(self.trackers[checkpoint_id].evaluate_json())
        about = sorted(set(_unmet_objects(evaluation["evidence"])))
        self._fold.correction_shown(checkpoint_id, about)

    def progress(self, checkpoint_id: str) -> dict[str, bool]:
        """How far the learner is with a checkpoint: begun, running, changed, slipped, lost."""
        return self._fold.progress(checkpoint_id)

    def has_passed(self, checkpoint_id: str) -> bool:
        """Whether the last try of a checkpoint that ended in this run passed."""
        return self._outcomes.get(checkpoint_id) == "passed"

    def _keep(
        self, seconds: float, ended: Sequence[dict[str, Any]], *, is_submitted: bool = False
    ) -> None:
        activity = json.loads(self.meter.activity_json())
        told = [self._told(one) for one in ended]
        self._outcomes.update({one["checkpoint_id"]: one["outcome"] for one in ended})
        self.steps.add(seconds, told, activity, is_submitted=is_submitted)

    def _told(self, one: Mapping[str, Any]) -> dict[str, Any]:
        trigger = self.triggers[one["checkpoint_id"]]
        evaluation = json.loads(self.trackers[trigger.checkpoint_id].evaluate_json())
        return {
            **one,
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
