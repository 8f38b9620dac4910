"""How much of a class has passed a unit, so that no single learner can be seen in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

CLASS_MIN_LEARNERS = 10
"""Of a smaller class nothing is shown: a share of it says too much of each."""

SHARE_STEPS = 5
"""A share is shown in steps of 20 %, so that one more pass cannot be read off a change."""


@dataclass(frozen=True)
class ClassProgress:
    """How far the learners of this record are with the lesson.

    Attributes:
        learners: How many have begun any of its units.
        passed: By unit id, how many of them have passed it.
    """

    learners: int = 0
    passed: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        """Whether the class is large enough for shares of it to be shown."""
        return self.learners >= CLASS_MIN_LEARNERS

    def with_learner(self, passed_units: Collection[str]) -> "ClassProgress":
        """With one more learner, who has passed these units."""
        passed = dict(self.passed)
        for unit_id in passed_units:
            passed[unit_id] = passed.get(unit_id, 0) + 1
        return ClassProgress(self.learners + 1, passed)

    def step(self, unit_id: str) -> int | None:
        """The share that passed, from 0 (under a fifth) to 4; None if it must not be shown."""
        if not self.is_shown:
            return None
        share = self.passed.get(unit_id, 0) / self.learners
        return min(SHARE_STEPS - 1, int(share * SHARE_STEPS))
