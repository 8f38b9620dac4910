"""The View that panels draw: replaced as a whole, never changed by a draw.

Thread: main.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from . import redraw
from .core.errors import to_sentence
from .core.recognised import recognised
from .core.status import Notice, Status
from .core.view import LessonView, View, with_parts

_view = View()


def view() -> View:
    """What there is to draw."""
    return _view


def show(**parts: Any) -> None:
    """Show other parts of the View; the rest stays as it is."""
    global _view
    new = with_parts(_view, **parts)
    if new is _view:
        return
    _view = new
    redraw.interface()


def show_problem(problem: str, remedy: str = "") -> None:
    """Show why the last wish was not fulfilled; empty texts clear it."""
    _show_notice(problem, remedy, went_well=False)


def show_success(text: str) -> None:
    """Show what came of the last wish, where nobody would see it otherwise."""
    _show_notice(text, "", went_well=True)


def _show_notice(text: str, remedy: str, *, went_well: bool) -> None:
    show(
        problem=to_sentence(recognised(text)),
        remedy=to_sentence(recognised(remedy)),
        went_well=went_well,
    )


def show_lesson(lesson: LessonView) -> None:
    """Show another outline of the lesson."""
    show(lesson=lesson)


def show_status(status: Status, found: Sequence[Notice]) -> None:
    """Show server and record as they are now; the seconds of idling are not worth a redraw.

    Args:
        found: What was noticed about the record before the engine was there.
    """
    server = replace(
        status.server,
        idle_seconds=0.0,
        http_problem=to_sentence(recognised(status.server.http_problem)),
        socket_problem=to_sentence(recognised(status.server.socket_problem)),
    )
    record = replace(
        status.record,
        problem=to_sentence(recognised(status.record.problem)),
        remedy=to_sentence(recognised(status.record.remedy)),
        notices=(*found, *map(_recognised_notice, status.record.notices)),
    )
    # While a unit runs, what is not served at once is authoring.
    waiting = status.waiting if _view.session is not None else 0
    gone = {} if server.running else {"client_change": None, "client_deed": ""}
    show(server=server, record=record, waiting_changes=waiting, **gone)


def forget() -> None:
    """There is nothing to draw any more."""
    global _view
    _view = View()


def _recognised_notice(notice: Notice) -> Notice:
    return replace(notice, text=recognised(notice.text), remedy=recognised(notice.remedy))
