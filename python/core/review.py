"""What an instructor looks at: the class, one learner's unit, and each step of it in words.

Pure values; the add-on replaces them as a whole, panels and ghosts draw them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .decision_words import decision_sentences, percent, skill_title, title_of
from .recognised import recognised
from .replay import GAPS, Frame, Replay
from .replies import (
    ClassOverviewReply,
    OverviewLearner,
    Stuck,
    UnitReview,
    UnitWorkReply,
)
from .review_rows import ReviewRow
from .review_steps import Corners, StepKind, StepView, steps_of
from .review_words import duration_text, local_time
from .said import joined, say, say_count, shaped, template

__all__ = [
    "GAPS",
    "Corners",
    "ReviewView",
    "StepKind",
    "StepView",
    "UnitReview",
    "decision_sentences",
    "duration_text",
    "effort_sentence",
    "everybody_stuck",
    "local_time",
    "percent",
    "skill_title",
    "steps_of",
    "stuck_sentence",
    "title_of",
    "tries_sentence",
    "unit_of",
]


@dataclass(frozen=True)
class ReviewView:
    """What the mode Review shows.

    Attributes:
        overview: None until it was read.
        learner: Chosen in the table; "" while nobody is.
        unit: Chosen among the learner's; "" while none is.
        step: Of `steps`, from 0.
        shows_ghosts: Whether the viewport shows where things were at that step.
        replay: Of the session of `step`; None where no movements were kept.
        moment_seconds: Where in it the replay stands, in active seconds of that session.
        is_playing: Whether it goes on by itself.
        shows_attention: Whether the viewport shows how long each object was in the picture.
        problem: Why something of it cannot be shown.
    """

    overview: ClassOverviewReply | None = None
    rows: tuple[ReviewRow, ...] = ()
    learner: str = ""
    unit: str = ""
    work: UnitWorkReply | None = None
    steps: tuple[StepView, ...] = ()
    step: int = 0
    shows_ghosts: bool = False
    replay: Replay | None = None
    moment_seconds: float = 0.0
    is_playing: bool = False
    shows_attention: bool = False
    problem: str = ""
    by_name: dict[str, OverviewLearner] = field(default_factory=dict)

    @property
    def chosen(self) -> OverviewLearner | None:
        """The learner who is chosen, while the record knows them."""
        return self.by_name.get(self.learner)

    @property
    def shown_step(self) -> StepView | None:
        """The step at which the replay stands."""
        return self.steps[self.step] if 0 <= self.step < len(self.steps) else None

    @property
    def frame(self) -> Frame | None:
        """The moment at which the replay stands."""
        return self.replay.at(self.moment_seconds) if self.replay is not None else None

    @property
    def attention(self) -> tuple[tuple[str, float], ...]:
        """How long each part was in the picture, in seconds, longest first."""
        dwell = self.work.attention.dwell_seconds if self.work is not None else {}
        return tuple(sorted(dwell.items(), key=lambda each: (-each[1], each[0])))


def unit_of(learner: OverviewLearner, unit_id: str) -> UnitReview | None:
    """A learner's work in a unit; None where it was not begun."""
    return next((unit for unit in learner.units if unit.unit_id == unit_id), None)


def everybody_stuck(overview: ClassOverviewReply) -> Iterator[tuple[OverviewLearner, Stuck]]:
    """Who is stuck where, who has been so for longest first."""
    found = [(learner, stuck) for learner in overview.learners for stuck in learner.stuck]
    yield from sorted(found, key=lambda each: each[1].since)


def effort_sentence(unit: UnitReview) -> str:
    """How much somebody worked in a unit, and how far they came."""
    goals = say("{passed} of {all} goals", passed=unit.passed_checkpoints, all=unit.checkpoints)
    tries = say_count(unit.tries, "1 try", "{count} tries")
    hints = say_count(unit.hints, "1 hint", "{count} hints")
    time = shaped(_unbroken, duration_text(unit.worked_seconds))
    return joined((goals, tries, hints, time), ", ")


def tries_sentence(unit: UnitReview) -> str:
    """What came of the tries in a unit. A try passed or failed; one that was left is none."""
    outcomes = (
        (unit.own_passes, template("{count} passed without help")),
        (unit.helped_passes, template("{count} passed with help")),
        (unit.failed, template("{count} not met")),
    )
    parts = joined((say(text, count=count) for count, text in outcomes if count), ", ")
    tries = say_count(unit.tries, "1 try", "{count} tries")
    said = say("{tries}: {outcomes}.", tries=tries, outcomes=parts) if parts else say("No try yet.")
    if not unit.abandoned:
        return said
    return joined((said, say("Left before they were right: {count}.", count=unit.abandoned)))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def stuck_sentence(stuck: Stuck, title: str) -> str:
    """Where somebody is stuck and since when."""
    since = local_time(stuck.since)
    if stuck.reason == "failed_in_a_row":
        text = say(
            "{title}: the same goal failed {times} times in a row since {since}.",
            title=title,
            times=stuck.failed_in_a_row,
            since=since,
        )
        return joined((text, recognised(stuck.last_failure)))
    return say(
        "{title}: {duration} of work without a new goal since {since}.",
        title=title,
        duration=duration_text(stuck.standstill_seconds),
        since=since,
    )
