"""The lines over the 3D viewport: at most four of text, and below them one of buttons."""

from dataclasses import dataclass
from enum import Enum

from .consent import Recording
from .guidance import PAUSED, Goal, Guidance, Mark
from .said import joined, say
from .unit_summary import Summary

MOST_LINES = 4
_MOST_DOTS = 8
_ASKED = say("Answer it in the sidebar under Questions; N shows the sidebar.")
_SIGNS = {
    Mark.DONE: "✓",
    Mark.WRONG: "✗",
    Mark.NOW: "▸",
    Mark.BEGUN: "▸",
    Mark.WAITING: "○",
}


class Tone(Enum):
    """In which colour of the theme a text is drawn."""

    TITLE = "title"
    TEXT = "text"
    QUIET = "quiet"
    GOOD = "good"
    WRONG = "wrong"


@dataclass(frozen=True)
class Span:
    """A part of a line."""

    text: str
    tone: Tone = Tone.TEXT


Line = tuple[Span, ...]

_RECORDING = {
    Recording.ON: Span(say("● Recording"), Tone.WRONG),
    Recording.PAUSED: Span(say("Recording paused"), Tone.QUIET),
}


def lines_of(
    guidance: Guidance, adapted: str = "", recording: Recording = Recording.OFF
) -> tuple[Line, ...]:
    """Put the guidance into lines.

    Args:
        adapted: A sentence on what is different for this learner; said where nothing is wrong.
        recording: Whether movements are being kept, which stands in the first line.
    """
    first, *rest = _texts_of(guidance, adapted)
    mark = _RECORDING.get(recording)
    return ((*first, mark) if mark else first, *rest)


def _texts_of(guidance: Guidance, adapted: str) -> tuple[Line, ...]:
    if guidance.is_paused:
        return (_title(guidance), _one(PAUSED, Tone.TEXT))
    if guidance.summary is not None and guidance.summary.is_passed:
        return (_title(guidance), *_summed_up(guidance.summary))[:MOST_LINES]
    lines = [_title(guidance)]
    if guidance.task:
        lines.append(_one(guidance.task, Tone.TEXT))
    if guidance.hint:
        place = say("Hint {place}", place=guidance.hint_place)
        lines.append((Span(place, Tone.QUIET), Span(guidance.hint)))
    goals, word = _goals(guidance), _word(guidance, adapted)
    if len(lines) + len(goals) + len(word) <= MOST_LINES:
        return (*lines, *goals, *word)
    # What is wrong, and what was said to a key, come first: how far the unit is the dots say too.
    rest = (*word, *goals) if guidance.wrong or guidance.said else (*goals, *word)
    return (*lines, *rest)[:MOST_LINES]


def _one(text: str, tone: Tone) -> Line:
    return (Span(text, tone),)


def _title(guidance: Guidance) -> Line:
    done, total = sum(guidance.marks), len(guidance.marks)
    spans = [Span(guidance.place, Tone.QUIET)] if guidance.place else []
    spans.append(Span(guidance.title, Tone.TITLE))
    if 1 < total <= _MOST_DOTS:
        spans.append(Span("".join("●" if one else "○" for one in guidance.marks), Tone.GOOD))
    elif total > _MOST_DOTS:
        spans.append(Span(f"{done}/{total}", Tone.GOOD))
    return tuple(spans)


def _goals(guidance: Guidance) -> list[Line]:
    """What is reached, and after it what the learner is at."""
    spans = []
    last_done = next((one for one in reversed(guidance.goals) if one.mark is Mark.DONE), None)
    if last_done is not None:
        spans.append(_span(last_done))
    if guidance.now is not None:
        spans.append(_span(guidance.now))
    return [tuple(spans)] if spans else []


def _span(goal: Goal) -> Span:
    tone = {Mark.DONE: Tone.GOOD, Mark.WAITING: Tone.QUIET, Mark.WRONG: Tone.WRONG}
    text = joined((_SIGNS[goal.mark], goal.text, goal.count, goal.note and f"({goal.note})"))
    return Span(text, tone.get(goal.mark, Tone.TEXT))


def _word(guidance: Guidance, adapted: str) -> list[Line]:
    """The one thing that is wrong, else what was said last, else what helps on."""
    if guidance.wrong:
        spans = [Span(joined(("✗", guidance.wrong)), Tone.WRONG)]
        if guidance.way_out:
            spans.append(Span(guidance.way_out, Tone.TITLE))
        said = [_one(guidance.said, Tone.TEXT)] if guidance.said else []
        return [tuple(spans), *said]
    summary = guidance.summary
    if summary is not None and (summary.next_unit_id or not guidance.said):
        return [_one(joined((summary.kept, summary.headline)), Tone.TEXT)]
    if guidance.said:
        return [_one(guidance.said, Tone.TEXT)]
    if adapted:
        return [_one(adapted, Tone.QUIET)]
    return [_one(_ASKED, Tone.QUIET)] if guidance.asks else []


def _summed_up(summary: Summary) -> list[Line]:
    lines = [_one(summary.headline, Tone.GOOD if summary.is_passed else Tone.TEXT)]
    if summary.well:
        lines.append((Span(say("Well Done"), Tone.GOOD), Span(" · ".join(summary.well))))
    if summary.practise:
        lines.append((Span(say("To Practise"), Tone.QUIET), Span(" · ".join(summary.practise))))
    elif summary.spent:
        lines.append((Span(say("Time"), Tone.QUIET), Span(summary.spent)))
    return lines
