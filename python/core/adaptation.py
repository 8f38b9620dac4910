"""How the scene follows its learner: what a decision puts out, as it holds while a unit runs.

It lives in the running program and in the record, never in the lesson's file: two learners who
open one file must not meet each other's adaptation.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from .said import say
from .scene_shapes import AdaptationData

HINT_LEVELS = 3
"""Of hint objects: 1 where, 2 what, 3 how, which is a ghost of the goal."""

TIGHTEST_FACTOR = 0.5
"""A tolerance is at most halved: tighter than that is another task, which only its author can set."""

HINT_PAUSE_SECONDS: Mapping[str, float] = {"slower": 90.0, "normal": 60.0, "faster": 30.0}
"""Without progress for so long, a hint comes by itself where guidance is high."""

_SHOWN_BY_SUPPORT: Mapping[str, int] = {"": 0, "low": 0, "moderate": 1, "high": HINT_LEVELS}
_CLEARLY_LOGITS = 0.5  # a target nearer to the average than this says nothing to a person


@dataclass(frozen=True)
class Adaptation:
    """What is different for the learner of one unit; the default is as authored.

    Attributes:
        guidance_level: With "high", hints come by themselves; else on request.
        support_level: "high" shows the goal as a ghost. "moderate" marks where to work, but only
            where hints come by themselves: else nobody is shown what they did not ask for.
        difficulty_adjustment: Above 1 tolerances are tightened, below 1 hints come sooner.
        pacing_adjustment: How long a learner is left alone before a hint comes by itself.
        target_difficulty: Logits; where this learner succeeds four times out of five.
        next_unit: Id of the unit to go on with; empty if none is named.
        hint_level: Hint objects that were asked for are shown up to this level.
    """

    guidance_level: str = ""
    support_level: str = ""
    difficulty_adjustment: float = 1.0
    pacing_adjustment: str = ""
    target_difficulty: float | None = None
    next_unit: str = ""
    hint_level: int = 0

    @property
    def tolerance_factor(self) -> float:
        """What tolerances are multiplied with: 1 to `TIGHTEST_FACTOR`, never above 1."""
        return min(1.0, max(TIGHTEST_FACTOR, 1.0 / self.difficulty_adjustment))

    @property
    def offers_hints(self) -> bool:
        """Whether hints come by themselves."""
        return self.guidance_level == "high"

    @property
    def hint_pause_seconds(self) -> float:
        """How long a learner is without progress before a hint comes by itself."""
        pause = HINT_PAUSE_SECONDS[self.pacing_adjustment or "normal"]
        return pause * min(1.0, self.difficulty_adjustment)

    @property
    def shown_level(self) -> int:
        """Up to which level hint objects are visible, asked for or by support."""
        is_unasked = self.support_level == "moderate" and not self.offers_hints
        return max(self.hint_level, 0 if is_unasked else _SHOWN_BY_SUPPORT[self.support_level])

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a learner reads of it; empty where all is as authored."""
        guidance = {
            "high": say("Hints come by themselves when you are stuck."),
            "low": say("Hints come only when you ask for one."),
        }
        is_marked = self.shown_level > 0
        support = {
            "moderate": say("Where to work is marked in the scene.")
            if is_marked
            else say("A hint is there whenever you want one."),
            "high": say("The goal is shown in the scene."),
        }
        pace = {
            "slower": say("Take your time: there is no hurry."),
            "faster": say("You can go faster here."),
        }
        sentences = (
            guidance.get(self.guidance_level),
            support.get(self.support_level),
            self._exactness_sentence(),
            pace.get(self.pacing_adjustment),
            self._target_sentence(),
        )
        return tuple(sentence for sentence in sentences if sentence)

    def _exactness_sentence(self) -> str:
        if self.tolerance_factor < 1.0:
            percent = round(self.tolerance_factor * 100)
            return say(
                "Work more exactly than usual: {percent} % of the usual tolerance is allowed.",
                percent=percent,
            )
        if self.difficulty_adjustment < 1.0 and self.offers_hints:
            return say("Hints come sooner than usual.")
        return ""

    def _target_sentence(self) -> str:
        target = self.target_difficulty or 0.0
        if target >= _CLEARLY_LOGITS:
            return say("You are ready for the harder parts.")
        if target <= -_CLEARLY_LOGITS:
            return say("Begin with the easier parts.")
        return ""

    def to_json(self) -> dict[str, Any]:
        """The values by their names, as a decision's own output spells them."""
        return asdict(self)


def adapted(before: Adaptation, data: AdaptationData) -> Adaptation:
    """Follow a request, any part of a decision's output; what it does not name stays."""
    difficulty, target = data.difficulty_adjustment, data.target_difficulty
    hint_level = _hint_level(data)
    return replace(
        before,
        guidance_level=data.guidance_level or before.guidance_level,
        support_level=data.support_level or before.support_level,
        difficulty_adjustment=before.difficulty_adjustment if difficulty is None else difficulty,
        pacing_adjustment=data.pacing_adjustment or before.pacing_adjustment,
        target_difficulty=before.target_difficulty if target is None else target,
        next_unit=data.next_unit or before.next_unit,
        hint_level=before.hint_level if hint_level is None else hint_level,
    )


def _hint_level(data: AdaptationData) -> int | None:
    """Up to which level hints are asked for; 0 for none, None to leave them as they are."""
    if data.show_hints is False:
        return 0
    if data.hint_level is not None:
        return data.hint_level
    return HINT_LEVELS if data.show_hints else None
