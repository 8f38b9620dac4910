"""How far the class is, read from the record a few learners at a time while its colours are shown.

Nobody waits for an answer: each is counted when it comes.

Thread: main.
"""

import logging
import math
import time

from .. import view_state
from ..core.arguments import GetProgressArguments, ListLearnersArguments
from ..core.class_share import ClassProgress
from ..core.engine import Engine
from ..core.errors import MallocVrError
from ..core.replies import ListLearnersReply, ProgressReply
from ..opened_engine import is_settled, opened
from . import colours

REREAD_SECONDS = 30.0
"""After so long the class is counted anew."""

_AT_ONCE = 20  # learners asked for in one go: some milliseconds of the engine's thread

_log = logging.getLogger(__name__)


class _Count:
    """One count of the class, answer by answer."""

    def __init__(self, engine: Engine, unit_ids: frozenset[str]) -> None:
        self.engine = engine
        self.unit_ids = unit_ids
        self._waiting: list[str] = []
        self._asked = 1
        self._counted = ClassProgress()
        self._ended_seconds = math.inf
        engine.post(ListLearnersArguments(), self._take_list, self._fail)

    def is_old(self) -> bool:
        """Whether it ended so long ago that it is to be made anew."""
        return time.monotonic() - self._ended_seconds >= REREAD_SECONDS

    def go_on(self) -> None:
        """Ask for the next learners, once all who were asked for are counted."""
        if self._asked or not self._waiting:
            return
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        self._asked = len(now)
        for learner in now:
            self.engine.post(GetProgressArguments(learner_id=learner), self._take, self._fail)

    def _take_list(self, reply: ListLearnersReply) -> None:
        self._waiting = [learner.learner_id for learner in reply.learners]
        self._answered()

    def _take(self, progress: ProgressReply) -> None:
        begun = {unit.unit_id for unit in progress.units if unit.attempts or unit.passed}
        passed = {unit.unit_id for unit in progress.units if unit.passed}
        if begun & self.unit_ids:
            self._counted = self._counted.with_learner(passed & self.unit_ids)
        self._answered()

    def _fail(self, error: MallocVrError) -> None:
        _log.warning("A learner of the class cannot be counted: %s", error)
        self._answered()

    def _answered(self) -> None:
        self._asked -= 1
        if not self._asked and not self._waiting:
            self._ended_seconds = time.monotonic()
            view_state.show(class_progress=self._counted)


_count: _Count | None = None


def look() -> None:
    """Go on with the count, or begin one where it is wanted; cheap where it is not."""
    global _count
    engine, units = opened(), view_state.view().lesson.units
    if not colours.shows_class() or engine is None or not is_settled() or not units:
        return
    unit_ids = frozenset(unit.unit_id for unit in units)
    is_same = _count is not None and _count.engine is engine and _count.unit_ids == unit_ids
    if _count is None or not is_same or _count.is_old():
        _count = _Count(engine, unit_ids)
    else:
        _count.go_on()


def forget() -> None:
    """Nothing was counted yet."""
    global _count
    _count = None
