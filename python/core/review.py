"""What an instructor looks at: the class, one learner's unit, and each step of it in words.

Pure values; the add-on replaces them as a whole, panels and ghosts draw them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from .errors import to_sentence
from .evidence import EvidenceRow, evidence_rows
from .recognised import recognised
from .replies import (
    ClassOverviewReply,
    ObservedTry,
    OverviewLearner,
    Stuck,
    UnitReview,
    UnitWorkReply,
    WorkedEntry,
)
from .review_rows import ReviewRow
from .review_words import duration_text, local_time
from .said import joined, say, say_count, shaped, template

__all__ = [
    "Corners",
    "ReviewView",
    "StepKind",
    "StepView",
    "UnitReview",
    "duration_text",
    "effort_sentence",
    "everybody_stuck",
    "local_time",
    "steps_of",
    "stuck_sentence",
    "title_of",
    "unit_of",
]

Corners = tuple[tuple[float, float, float], ...]
"""The 8 corners of a box in the world, in metres."""


class StepKind(Enum):
    """What a step of the work was."""

    STARTED = "started"
    PASSED = "passed"
    HELPED = "helped"
    FAILED = "failed"
    LEFT = "left"
    HINT = "hint"
    ENDED = "ended"


@dataclass(frozen=True)
class StepView:
    """One thing that happened in a unit, in words.

    Attributes:
        when: Time of day, in the time zone of this computer.
        worked: How long was worked in this run of the unit until then; "" where that is not known.
        text: One sentence.
        notes: Sentences that say more.
        rows: What was measured.
        boxes: Where the objects were, by their name in the lesson.
    """

    kind: StepKind
    when: str
    text: str
    worked: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[EvidenceRow, ...] = ()
    boxes: tuple[tuple[str, Corners], ...] = ()


@dataclass(frozen=True)
class ReviewView:
    """What the mode Review shows.

    Attributes:
        overview: None until it was read.
        learner: Chosen in the table; "" while nobody is.
        unit: Chosen among the learner's; "" while none is.
        step: Of `steps`, from 0.
        shows_ghosts: Whether the viewport shows where things were at that step.
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


def unit_of(learner: OverviewLearner, unit_id: str) -> UnitReview | None:
    """A learner's work in a unit; None where it was not begun."""
    return next((unit for unit in learner.units if unit.unit_id == unit_id), None)


def title_of(overview: ClassOverviewReply, unit_id: str) -> str:
    """A unit's title."""
    return next((unit.title for unit in overview.units if unit.unit_id == unit_id), unit_id)


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


def steps_of(work: UnitWorkReply) -> tuple[StepView, ...]:
    """A unit's work as steps, oldest first: one for each try, hint, begin and end."""
    return tuple(step for entry in work.entries for step in _steps_of_entry(entry))


def _steps_of_entry(entry: WorkedEntry) -> Iterator[StepView]:
    when = f"{datetime.fromisoformat(entry.time).astimezone():%H:%M:%S}"
    if entry.kind == "started":
        yield StepView(StepKind.STARTED, when, say("Began on {date}.", date=local_time(entry.time)))
    elif entry.kind == "hint":
        asked = template("Hint {level} asked for.")
        offered = template("Hint {level} was offered.")
        said = say(offered if entry.hint_offered else asked, level=entry.hint_level)
        yield StepView(StepKind.HINT, when, said)
    elif entry.kind == "ended":
        yield StepView(StepKind.ENDED, when, _ENDS.get(entry.reason, say("Left the unit.")))
    else:
        for tried in sorted(entry.tries, key=lambda one: one.ended_seconds):
            yield _step_of_try(tried, entry, when)


_ENDS = {
    "completed": say("Finished the unit."),
    "stopped": say("Left the unit."),
    "interrupted": say("Was interrupted: Blender ended, or another unit was begun."),
}


def _step_of_try(tried: ObservedTry, entry: WorkedEntry, when: str) -> StepView:
    kind, text = _outcome(tried)
    rows = tuple(evidence_rows(tried.evidence))
    seconds = tried.ended_seconds or entry.worked_seconds
    return StepView(
        kind,
        when,
        text,
        duration_text(seconds),
        tuple(_notes(tried, entry)),
        rows,
        tuple((box.object, _corners(box.corners)) for box in tried.boxes),
    )


def _outcome(tried: ObservedTry) -> tuple[StepKind, str]:
    goal = to_sentence(tried.objective or tried.checkpoint_id)
    if tried.outcome == "passed":
        if tried.own:
            return StepKind.PASSED, say("Passed: {goal}", goal=goal)
        return StepKind.HELPED, say("Passed with help: {goal}", goal=goal)
    if tried.outcome == "failed":
        return StepKind.FAILED, say("Not met: {goal}", goal=goal)
    return StepKind.LEFT, say("Left undone: {goal}", goal=goal)


def _notes(tried: ObservedTry, entry: WorkedEntry) -> Iterator[str]:
    yield from map(recognised, tried.unmet)
    if tried.self_corrections == 1:
        yield say("A slip was taken back at once.")
    elif tried.self_corrections:
        yield say(
            "{count} slips were taken back at once.",
            count=tried.self_corrections,
        )
    if tried.last_level_hint:
        yield say("The hint that says how had been shown.")
    if tried.corrected:
        yield say("What was wrong had been shown during this try.")
    if entry.submitted:
        yield say("Handed in with Done.")
    took = tried.ended_seconds - tried.began_seconds
    if took > 0:
        yield say("The try took {duration}.", duration=duration_text(took))


def _corners(numbers: Sequence[float]) -> Corners:
    flat = list(numbers)
    return tuple((x, y, z) for x, y, z in zip(flat[0::3], flat[1::3], flat[2::3], strict=True))
