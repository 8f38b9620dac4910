"""A learner's work in a unit as steps, each in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from .errors import to_sentence
from .evidence import EvidenceRow, evidence_rows
from .recognised import recognised
from .replies import ObservedTry, UnitWorkReply, WorkedEntry
from .review_words import duration_text, local_time
from .said import say, template

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
        try_number: Among the unit's tries that passed or failed, from 1; 0 for what is none.
        rows: What was measured.
        boxes: Where the objects were, by their name in the lesson.
        session_id: The session that it is of.
        seconds: Of that session until then, without pauses; infinity at its end. Of a hint by the
            time of day, at most those of the next step.
    """

    kind: StepKind
    when: str
    text: str
    worked: str = ""
    notes: tuple[str, ...] = ()
    try_number: int = 0
    rows: tuple[EvidenceRow, ...] = ()
    boxes: tuple[tuple[str, Corners], ...] = ()
    session_id: str = ""
    seconds: float = 0.0


def steps_of(work: UnitWorkReply) -> tuple[StepView, ...]:
    """A unit's work as steps, oldest first: one for each try, hint, begin and end."""
    passed: dict[str, set[str]] = {}
    seconds: dict[str, float] = {}  # of the last step in each session
    began: dict[str, datetime] = {}
    steps: list[StepView] = []
    for entry in work.entries:
        at = datetime.fromisoformat(entry.time)
        since_began = (at - began.setdefault(entry.session_id, at)).total_seconds()
        in_session = passed.setdefault(entry.session_id, set())
        in_session |= {one.checkpoint_id for one in entry.tries if one.outcome == "passed"}
        is_done = 0 < work.unit.checkpoints <= len(in_session)
        for step in _steps_of_entry(entry, is_done):
            known = max(step.seconds, seconds.get(step.session_id, 0.0))
            if step.kind is StepKind.HINT:
                known = max(known, since_began)
            else:
                seconds[step.session_id] = known
            steps.append(replace(step, seconds=known))
    return tuple(_numbered(_hints_before_what_followed(steps), work.unit.tries))


def _hints_before_what_followed(steps: Sequence[StepView]) -> list[StepView]:
    """Of a hint the record has the time of day alone, in which pauses count too."""
    followed: dict[str, float] = {}
    ordered: list[StepView] = []
    for step in reversed(steps):
        seconds = min(step.seconds, followed.get(step.session_id, float("inf")))
        followed[step.session_id] = seconds
        ordered.append(replace(step, seconds=seconds))
    return ordered[::-1]


def _numbered(steps: Sequence[StepView], count: int) -> Iterator[StepView]:
    """Count the tries; of very long work the first ones are not among the steps."""
    number = count - sum(step.kind in _JUDGED for step in steps)
    for step in steps:
        if step.kind not in _JUDGED:
            yield step
            continue
        number += 1
        note = say("Try {number} of {count} in this unit.", number=number, count=count)
        yield replace(step, try_number=number, notes=(note, *step.notes))


_JUDGED = frozenset((StepKind.PASSED, StepKind.HELPED, StepKind.FAILED))
"""What is a try, in every count of Review: one that was left before it passed or failed is none."""


def _steps_of_entry(entry: WorkedEntry, is_done: bool) -> Iterator[StepView]:
    """Args: is_done: Whether all of the unit had been passed in the entry's session by then."""
    when = f"{datetime.fromisoformat(entry.time).astimezone():%H:%M:%S}"
    session = entry.session_id
    if entry.kind == "started":
        began = say("Began on {date}.", date=local_time(entry.time))
        yield StepView(StepKind.STARTED, when, began, session_id=session)
    elif entry.kind == "hint":
        said = _said_of_hint(entry)
        yield StepView(StepKind.HINT, when, said, session_id=session)
    elif entry.kind == "ended":
        ended = _FINISHED if is_done else _ENDS.get(entry.reason, _LEFT)
        yield StepView(StepKind.ENDED, when, ended, session_id=session, seconds=float("inf"))
    else:
        for tried in sorted(entry.tries, key=lambda one: one.ended_seconds):
            yield _step_of_try(tried, entry, when)


def _said_of_hint(entry: WorkedEntry) -> str:
    level, goal = entry.hint_level, to_sentence(entry.hint_objective)
    if goal:
        asked = template("Hint {level} asked for: {goal}")
        offered = template("Hint {level} was offered: {goal}")
        return say(offered if entry.hint_offered else asked, level=level, goal=goal)
    asked, offered = template("Hint {level} asked for."), template("Hint {level} was offered.")
    return say(offered if entry.hint_offered else asked, level=level)


_FINISHED = say("Finished the unit.")
_LEFT = say("Left the unit.")
_ENDS = {
    "interrupted": say(
        "Was interrupted: Blender ended, Undo went back behind its start, or another unit was begun."
    )
}
"""By the record's reason, where somebody did not simply leave."""


def _step_of_try(tried: ObservedTry, entry: WorkedEntry, when: str) -> StepView:
    kind, text = _outcome(tried)
    rows = tuple(evidence_rows(tried.evidence))
    seconds = tried.ended_seconds or entry.worked_seconds
    return StepView(
        kind,
        when,
        text,
        duration_text(seconds),
        notes=tuple(_notes(tried, entry)),
        rows=rows,
        boxes=tuple((box.object, _corners(box.corners)) for box in tried.boxes),
        session_id=entry.session_id,
        seconds=seconds,
    )


def _outcome(tried: ObservedTry) -> tuple[StepKind, str]:
    goal = to_sentence(tried.objective or tried.checkpoint_id)
    if tried.outcome == "passed":
        if tried.own:
            return StepKind.PASSED, say("Passed: {goal}", goal=goal)
        return StepKind.HELPED, say("Passed with help: {goal}", goal=goal)
    if tried.outcome == "failed":
        return StepKind.FAILED, say("Not met: {goal}", goal=goal)
    return StepKind.LEFT, say("Left before it was right: {goal}", goal=goal)


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
        yield say("The last hint had been shown.")
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
