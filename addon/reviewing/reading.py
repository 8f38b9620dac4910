"""Keeping what Review shows up to date, and following what is chosen in it.

It is asked for without waiting: the answer comes with a later visit of the pump.

Thread: main.
"""

import time
from dataclasses import dataclass, replace
from typing import Any

from .. import modes, view_state
from ..core import review, review_rows
from ..core.arguments import ClassOverviewArguments, UnitWorkArguments
from ..core.errors import MallocVrError, to_sentence
from ..core.recognised import recognised
from ..core.replies import ClassOverviewReply, UnitWorkReply
from ..core.review import ReviewView
from ..modes import Mode
from ..opened_engine import is_settled, opened
from . import properties, replaying

INTERVAL_SECONDS = 0.5
"""Between two readings of the class, however much is being recorded."""


@dataclass
class _Asked:
    """What was asked of the engine.

    Attributes:
        known: What the record and the file were like at the last reading; None before the first.
        is_waiting: Whether an answer is on its way.
        only_lesson: Whether learners and units of other lessons are left out.
    """

    known: Any = None
    is_waiting: bool = False
    not_before_seconds: float = float("-inf")
    only_lesson: bool = True


_asked = _Asked()


def forget() -> None:
    """Nothing was read yet, and nothing is chosen."""
    global _asked
    _asked = _Asked(only_lesson=_asked.only_lesson)
    properties.fill(0, 0)


def shows_only_lesson() -> bool:
    """Whether other lessons are left out."""
    return _asked.only_lesson


def show_only_lesson(only_lesson: bool) -> None:
    """Leave other lessons out, or not."""
    _asked.only_lesson = only_lesson
    refresh()


def refresh() -> None:
    """Read the class again if Review is shown and something was recorded since."""
    engine = opened()
    if engine is None or modes.current() is not Mode.REVIEW or not is_settled():
        return
    record, view = engine.status().record, view_state.view()
    now = (record.events, record.pending, record.memory_only, view.lesson, _asked.only_lesson)
    is_early = time.monotonic() < _asked.not_before_seconds and _asked.known is not None
    if _asked.is_waiting or now == _asked.known or (is_early and now[-1] == _asked.known[-1]):
        return
    _asked.known, _asked.is_waiting = now, True
    _asked.not_before_seconds = time.monotonic() + INTERVAL_SECONDS
    only_lesson = _asked.only_lesson and bool(view.lesson.units)
    try:
        engine.post(
            ClassOverviewArguments(only_open_lesson=only_lesson), _show_overview, _show_problem
        )
    except MallocVrError as error:
        _show_problem(error)


def read_again() -> None:
    """Something changed that no count of events shows."""
    _asked.known = None
    refresh()


def choose(learner: str, unit: str = "") -> None:
    """Show a learner, and one of their units; "" shows the first of them."""
    shown = view_state.view().review
    known = shown.by_name.get(learner)
    if known is None:
        learner = unit = ""
    elif review.unit_of(known, unit) is None:
        unit = known.units[0].unit_id if known.units else ""
    if (learner, unit) != (shown.learner, shown.unit):
        shown = ReviewView(
            overview=shown.overview,
            rows=shown.rows,
            by_name=shown.by_name,
            learner=learner,
            unit=unit,
            shows_ghosts=shown.shows_ghosts,
            shows_attention=shown.shows_attention,
        )
    _show(shown)
    _read_work()


def choose_step(index: int) -> None:
    """Stand at another step of the unit's work; beyond an end, at that end."""
    shown = view_state.view().review
    last = max(0, len(shown.steps) - 1)
    _show(replace(shown, step=min(max(index, 0), last), is_playing=False))
    replaying.follow_step()


def show_ghosts(is_shown: bool) -> None:
    """Have the viewport show where things were at the step, or not."""
    _show(replace(view_state.view().review, shows_ghosts=is_shown))


def show_attention(is_shown: bool) -> None:
    """Have the viewport show how long each object was in the picture, or not."""
    _show(replace(view_state.view().review, shows_attention=is_shown))


def _read_work() -> None:
    engine, shown = opened(), view_state.view().review
    if engine is None or not shown.unit:
        return
    asked = UnitWorkArguments(learner_id=shown.learner, unit_id=shown.unit)
    try:
        engine.post(asked, _show_work, _show_problem)
    except MallocVrError as error:
        _show_problem(error)


def _show_overview(overview: ClassOverviewReply) -> None:
    _asked.is_waiting = False
    shown = view_state.view().review
    rows = review_rows.rows_of(overview)
    by_name = {learner.learner_id: learner for learner in overview.learners}
    shown = replace(shown, overview=overview, rows=rows, by_name=by_name, problem="")
    if shown.learner and shown.learner not in by_name:
        shown = ReviewView(overview=overview, rows=rows, by_name=by_name)
    _show(shown)
    if shown.learner:
        choose(shown.learner, shown.unit)


def _show_work(work: UnitWorkReply) -> None:
    shown = view_state.view().review
    if (work.learner_id, work.unit.unit_id) != (shown.learner, shown.unit):
        return  # another was chosen meanwhile
    replaying.read_again()
    if work == shown.work:
        return
    steps = review.steps_of(work)
    step = min(shown.step, max(0, len(steps) - 1))
    _show(replace(shown, work=work, steps=steps, step=step, problem=""))
    replaying.follow_step()


def _show_problem(error: MallocVrError) -> None:
    _asked.is_waiting = False
    problem = to_sentence(recognised(error.message))
    _show(replace(view_state.view().review, problem=problem, work=None, steps=(), step=0))


def _show(shown: ReviewView) -> None:
    view_state.show(review=shown)
    properties.fill(len(shown.rows), len(shown.steps))
