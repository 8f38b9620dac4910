"""What a learner at work reads, made once from each View that is shown.

Thread: main.
"""

from dataclasses import dataclass

from . import view_state
from .core.guidance import Goal, Guidance, Mark, guidance_of, next_unit
from .core.overlay_lines import MOST_LINES, Line, Span, Tone, lines_of
from .core.said import joined
from .core.unit_summary import Summary
from .core.view import View

__all__ = [
    "MOST_LINES",
    "Goal",
    "Guidance",
    "Line",
    "Mark",
    "Span",
    "Summary",
    "Tone",
    "guidance",
    "lines",
    "next_unit",
]


@dataclass(frozen=True)
class _Made:
    view: View
    guidance: Guidance | None
    lines: tuple[Line, ...]


_made = _Made(View(), None, ())


def guidance() -> Guidance | None:
    """How the running unit stands; None while none runs. The very same object until it changes."""
    return _current().guidance


def lines() -> tuple[Line, ...]:
    """The same as lines over the viewport; likewise."""
    return _current().lines


def _current() -> _Made:
    global _made
    view = view_state.view()
    if view is not _made.view:
        made = guidance_of(view.session, view.lesson)
        made = _made.guidance if made == _made.guidance else made
        adapted = joined((*view.adaptation.sentences[:1], view.adaptation_reason))
        lines = lines_of(made, adapted, view.recording) if made else ()
        _made = _Made(view, made, _made.lines if lines == _made.lines else lines)
    return _made
