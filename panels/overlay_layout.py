"""The lines over a viewport, laid out: measured and cut once, drawn many times."""

from collections.abc import Sequence
from dataclasses import dataclass

import blf
import bpy

from .. import learner_view, shortcuts
from ..learner_view import MOST_LINES, Line, Span, Tone
from ..translation import shown, translated
from .overlay_place import Place
from .text import cut_to, font_points, wrapped_to

FONT = 0
_MARGIN_PIXELS = 10  # at scale 1, as all below
_PADDING_PIXELS = 8
_LINE_PIXELS = 18
_SPAN_GAP_PIXELS = 12
_BUTTON_PIXELS = 24
_LABEL_GAP_PIXELS = 4
_WIDEST_PIXELS = 620
_NARROWEST_PIXELS = 160


@dataclass(frozen=True)
class Text:
    """A text at its place, in pixels of the region."""

    text: str
    x: int
    y: int
    tone: Tone


@dataclass(frozen=True)
class Button:
    """A button at its place: the middle of it.

    Attributes:
        operator: What it does.
    """

    operator: str
    x: int
    y: int


@dataclass(frozen=True)
class Layout:
    """What is drawn over one viewport.

    Attributes:
        box: The backing: left, bottom, right, top.
        points: Size of the font, interface scale included.
    """

    texts: tuple[Text, ...] = ()
    buttons: tuple[Button, ...] = ()
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    points: float = 11.0
    scale: float = 1.0


NOTHING = Layout()


def lay_out(lines: Sequence[Line], labels: Sequence[tuple[str, str]], place: Place) -> Layout:
    """Place lines, and below them the buttons with their labels.

    Args:
        labels: Of the buttons: operator and what stands beside it.
    """
    scale = place.scale
    left = place.left + round(_MARGIN_PIXELS * scale)
    widest = min(place.right - left - round(_MARGIN_PIXELS * scale), round(_WIDEST_PIXELS * scale))
    if widest < _NARROWEST_PIXELS * scale:
        return NOTHING
    points = font_points(bpy.context)
    blf.size(FONT, points)
    padding = round(_PADDING_PIXELS * scale)
    top = place.top - round(_MARGIN_PIXELS * scale)
    y = top - padding
    texts: list[Text] = []
    inner = widest - 2 * padding
    for indent, row in _all_rows(lines, inner, scale, points):
        y -= round(_LINE_PIXELS * scale)
        above = y + round(0.25 * _LINE_PIXELS * scale)
        texts += _placed(row, left + padding + indent, above, inner - indent, scale)
    made, named, bottom = _buttons(labels, left + padding, y, inner, scale)
    texts += named
    right = max((text.x + _width(text.text) for text in texts), default=left) + padding
    return Layout(
        tuple(texts), made, (left, bottom - padding, right, top), points=points, scale=scale
    )


def labels_of(guidance: learner_view.Guidance) -> tuple[tuple[str, str], ...]:
    """The buttons that help on now, each with its name and its key."""
    summary = guidance.summary
    wanted = []
    if summary is not None and summary.asks_again and not summary.next_unit_id:
        return (_named(shortcuts.NEXT, translated("Once More")),)
    if summary is not None and summary.next_unit_id:
        wanted.append(
            (
                shortcuts.NEXT,
                translated("Go Back") if summary.goes_back else translated("Next Unit"),
            )
        )
    if summary is None or not summary.is_passed:
        if guidance.are_hints_left:
            name = translated("Next Hint") if guidance.hint else translated("Hint")
            wanted.append((shortcuts.HINT, name))
        wanted.append((shortcuts.DONE, translated("Done")))
    wanted.append((shortcuts.BEGIN_AGAIN, translated("Begin Again")))
    return tuple(_named(operator, name) for operator, name in wanted)


def _named(operator: str, name: str) -> tuple[str, str]:
    return operator, f"{name}  {shortcuts.key_of(operator)}".rstrip()


def _in_language(line: Line) -> Line:
    return tuple(Span(shown(span.text), span.tone) for span in line)


def _all_rows(
    lines: Sequence[Line], widest: int, scale: float, points: float
) -> list[tuple[int, Line]]:
    """The lines as rows, at most as many as may be drawn.

    What stands lower was said later, such as a hint below its task, so it takes free rows first.
    """
    rows: list[tuple[int, Line]] = []
    for above in reversed(range(len(lines))):
        free = max(1, MOST_LINES - above - len(rows))
        rows = _rows(_in_language(lines[above]), widest, scale, points, free) + rows
    return rows


def _rows(
    line: Line, widest: int, scale: float, points: float, most_rows: int
) -> list[tuple[int, Line]]:
    """A line as rows, each with its indent; where its last part is too long it goes on below."""
    *before, last = line
    gap = round(_SPAN_GAP_PIXELS * scale)
    indent = sum(_width(each.text) + gap for each in before)
    if most_rows == 1 or len(before) > 1 or indent > widest // 2:
        return [(0, line)]
    first, *more = wrapped_to(last.text, widest - indent, points, most_rows) or ("",)
    return [
        (0, (*before, Span(first, last.tone))),
        *((indent, (Span(text, last.tone),)) for text in more),
    ]


def _placed(line: Line, x: int, y: int, widest: int, scale: float) -> list[Text]:
    """Lay the parts of a line side by side; the last one that fits is cut."""
    gap = round(_SPAN_GAP_PIXELS * scale)
    end = x + widest
    placed: list[Text] = []
    for index, span in enumerate(line):
        later = sum(gap + _width(each.text) for each in line[index + 1 :] if _is_short(each))
        space = max(end - x - later, (end - x) // 2)
        text = cut_to(span.text, space)
        if not text:
            break
        placed.append(Text(text, x, y, span.tone))
        x += _width(text) + gap
    return placed


def _is_short(span: Span) -> bool:
    return span.tone is Tone.TITLE or len(span.text) <= 12


def _buttons(
    labels: Sequence[tuple[str, str]], x: int, y: int, widest: int, scale: float
) -> tuple[tuple[Button, ...], list[Text], int]:
    size, gap = round(_BUTTON_PIXELS * scale), round(_SPAN_GAP_PIXELS * scale)
    near = round(_LABEL_GAP_PIXELS * scale)
    end, start = x + widest, x
    y -= near + size
    buttons, texts = [], []
    for operator, label in labels:
        text = label
        if x + size + near + _width(text) > end:
            text = ""
        if x + size > end:
            break
        buttons.append(Button(operator, x + size // 2, y + size // 2))
        x += size + near
        if text:
            texts.append(Text(text, x, y + round(0.3 * size), Tone.TEXT))
            x += _width(text) + gap
    if not buttons:
        return (), [], y + near + size
    if not texts:
        texts.append(Text(" ", max(start, x), y, Tone.TEXT))
    return tuple(buttons), texts, y


def _width(text: str) -> int:
    return round(blf.dimensions(FONT, text)[0])
