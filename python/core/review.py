"""What an instructor looks at: the class, one learner's unit, and each step of it in words.

Pure values; the add-on replaces them as a whole, panels and ghosts draw them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from .errors import to_sentence
from .evidence import EvidenceRow, evidence_rows
from .readable_time import duration_text, local_time
from .replay import Frame, Replay
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
        session_id: The session that it is of.
        seconds: Of that session until then, without pauses; 0 where that is not known.
    """

    kind: StepKind
    when: str
    text: str
    worked: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[EvidenceRow, ...] = ()
    boxes: tuple[tuple[str, Corners], ...] = ()
    session_id: str = ""
    seconds: float = 0.0


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


def title_of(overview: ClassOverviewReply, unit_id: str) -> str:
    """A unit's title."""
    return next((unit.title for unit in overview.units if unit.unit_id == unit_id), unit_id)


def everybody_stuck(overview: ClassOverviewReply) -> Iterator[tuple[OverviewLearner, Stuck]]:
    """Who is stuck where, who has been so for longest first."""
    found = [(learner, stuck) for learner in overview.learners for stuck in learner.stuck]
    yield from sorted(found, key=lambda each: each[1].since)


def effort_sentence(unit: UnitReview) -> str:
    """How much somebody worked in a unit, and how far they came."""
    tries = "1 try" if unit.tries == 1 else f"{unit.tries} tries"
    hints = "1 hint" if unit.hints == 1 else f"{unit.hints} hints"
    goals = f"{unit.passed_checkpoints} of {unit.checkpoints} goals"
    time = duration_text(unit.worked_seconds).replace(" ", "\u00a0")  # no line breaks in it
    return f"{goals}, {tries}, {hints}, {time}"


def stuck_sentence(stuck: Stuck, title: str) -> str:
    """Where somebody is stuck and since when."""
    since = local_time(stuck.since)
    if stuck.reason == "failed_in_a_row":
        text = (
            f"{title}: the same goal failed {stuck.failed_in_a_row} times in a row since {since}."
        )
        return f"{text} {stuck.last_failure}".strip()
    return f"{title}: {duration_text(stuck.standstill_seconds)} of work without a new goal since {since}."


def steps_of(work: UnitWorkReply) -> tuple[StepView, ...]:
    """A unit's work as steps, oldest first: one for each try, hint, begin and end."""
    return tuple(step for entry in work.entries for step in _steps_of_entry(entry))


def _steps_of_entry(entry: WorkedEntry) -> Iterator[StepView]:
    when = f"{datetime.fromisoformat(entry.time).astimezone():%H:%M:%S}"
    session = entry.session_id
    if entry.kind == "started":
        began = f"Began on {local_time(entry.time)}."
        yield StepView(StepKind.STARTED, when, began, session_id=session)
    elif entry.kind == "hint":
        asked = "was offered" if entry.hint_offered else "asked for"
        yield StepView(StepKind.HINT, when, f"Hint {entry.hint_level} {asked}.", session_id=session)
    elif entry.kind == "ended":
        ended = _ENDS.get(entry.reason, "Left the unit.")
        yield StepView(StepKind.ENDED, when, ended, session_id=session)
    else:
        for tried in sorted(entry.tries, key=lambda one: one.ended_seconds):
            yield _step_of_try(tried, entry, when)


_ENDS = {
    "completed": "Finished the unit.",
    "stopped": "Left the unit.",
    "interrupted": "Was interrupted: Blender ended, or another unit was begun.",
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
        entry.session_id,
        seconds,
    )


def _outcome(tried: ObservedTry) -> tuple[StepKind, str]:
    goal = to_sentence(tried.objective or tried.checkpoint_id)
    if tried.outcome == "passed":
        if tried.own:
            return StepKind.PASSED, f"Passed: {goal}"
        return StepKind.HELPED, f"Passed with help: {goal}"
    if tried.outcome == "failed":
        return StepKind.FAILED, f"Not met: {goal}"
    return StepKind.LEFT, f"Left undone: {goal}"


def _notes(tried: ObservedTry, entry: WorkedEntry) -> Iterator[str]:
    yield from tried.unmet
    if tried.self_corrections == 1:
        yield "A slip was taken back at once."
    elif tried.self_corrections:
        yield f"{tried.self_corrections} slips were taken back at once."
    if tried.last_level_hint:
        yield "The hint that says how had been shown."
    if tried.corrected:
        yield "What was wrong had been shown during this try."
    if entry.submitted:
        yield "Handed in with Done."
    took = tried.ended_seconds - tried.began_seconds
    if took > 0:
        yield f"The try took {duration_text(took)}."


def _corners(numbers: Sequence[float]) -> Corners:
    flat = list(numbers)
    return tuple((x, y, z) for x, y, z in zip(flat[0::3], flat[1::3], flat[2::3], strict=True))
