"""Keeping up: the lesson in the open file, for the panels and for clients, and a learner's progress.

Thread: main.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from . import checked_lesson, unit_following, view_state
from .authoring import lesson_head
from .core import outline, report
from .core.arguments import GetProgressArguments, ListLearnersArguments
from .core.clock import now_seconds
from .core.done_units import done_units
from .core.engine import Engine
from .core.errors import MallocVrError, NotFound, to_sentence
from .core.lesson import Lesson
from .core.recognised import recognised
from .core.replies import ProgressReply
from .core.said import say
from .core.view import LessonView
from .curriculum import following
from .live import tracking
from .opened_engine import is_settled, opened
from .scene import lesson_files, unit_reading

EDIT_INTERVAL_SECONDS = 0.5
"""How soon the lesson is read again after an edit that may have changed it."""

MOST_OF_THE_TIME = 0.05
"""Reading the lesson again after edits takes no more of the main thread's time than this."""

_log = logging.getLogger(__name__)


@dataclass
class _Known:
    """What was read last, and whether it may be out of date.

    Attributes:
        passed_units: Of the learner, as the record saw them last.
        own_passed: The checkpoints among them that were passed unaided, by unit.
        helped: Those that were passed with help and never unaided, likewise.
        is_edited: Something in the file was edited: no more than a hint that the lesson changed.
        edits: How often that was, or the lesson was changed.
    """

    lesson_is_stale: bool = True
    progress_is_stale: bool = True
    is_edited: bool = False
    edits: int = 0
    edits_read_seconds: float = float("-inf")
    passed_units: frozenset[str] = frozenset()
    own_passed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    helped: Mapping[str, frozenset[str]] = field(default_factory=dict)


_known = _Known()


def forget() -> None:
    """Nothing was read yet."""
    global _known
    _known = _Known()


def mark_stale() -> None:
    """The file changed under us: read the lesson again before anybody needs it."""
    _known.lesson_is_stale = True
    _known.edits += 1


def mark_edited() -> None:
    """Something in the file was edited, whatever it was. Cheap: called for every edit."""
    _known.is_edited = True
    _known.edits += 1


def mark_authored(*, may_wait: bool = False) -> None:
    """A tool, an operator or a property changed the lesson: it is not to be lost with the file.

    Args:
        may_wait: Whether reading it again may, as for a property that somebody drags.
    """
    lesson_files.note_authored()
    if may_wait:
        mark_edited()
    else:
        mark_stale()


def edits() -> int:
    """A number that is another one whenever the file was edited, also where Blender tells nobody."""
    return _known.edits


def mark_progress_stale() -> None:
    """The record may say more of the learner now: read it before the next draw that matters."""
    _known.progress_is_stale = True


def set_learner(learner: str) -> None:
    """Make `learner` the one whose progress is shown and whose sessions start."""
    _known.passed_units, _known.own_passed, _known.helped = frozenset(), {}, {}
    _known.progress_is_stale = True
    _known.lesson_is_stale = True
    view_state.show(learner=learner, resumes="")


def refresh_progress() -> None:
    """Read the learner's progress, if it may have changed."""
    if _known.progress_is_stale:
        _read_progress()


def refresh_lesson() -> None:
    """Read the lesson again, if the file is known to have changed."""
    if following.has_written():
        mark_authored()
    if _known.lesson_is_stale:
        read_lesson()


def refresh_after_edits() -> None:
    """Read the lesson again where edits may have changed it, now and then."""
    now = now_seconds()
    if not _known.is_edited or now < _known.edits_read_seconds or tracking.running() is not None:
        return  # what a learner does in a unit is no authoring
    read_lesson()
    took = now_seconds() - now
    _known.edits_read_seconds = now + max(EDIT_INTERVAL_SECONDS, took / MOST_OF_THE_TIME)


def read_lesson() -> None:
    """Read the lesson in the open file; show it, and publish it for clients."""
    _known.lesson_is_stale = _known.is_edited = False
    running = view_state.view().session
    try:
        lesson = unit_reading.read_lesson()
    except MallocVrError as error:
        view_state.show_lesson(LessonView(problems=(to_sentence(recognised(error.message)),)))
        return
    following.lesson_read(lesson)
    checked_lesson.drop_if_changed(lesson)
    lesson = _publish(lesson)
    done = done_units(lesson, _known.own_passed, _known.passed_units)
    running_unit = running.unit_id if running else ""
    shown = outline.lesson_view(lesson, done, running_unit, _known.own_passed, _known.helped)
    head = lesson_head.scene_of(lesson)
    title = lesson_head.title_of(lesson, "")
    view_state.show_lesson(replace(shown, title=title, head_scene=head.name if head else ""))


def _publish(lesson: Lesson) -> Lesson:
    """Publish the lesson for clients; why that fails becomes one of its problems."""
    engine = opened()
    if engine is None:
        return lesson
    try:
        engine.publish_lesson(lesson.published())
    except MallocVrError as error:
        _log.warning("The lesson cannot be published: %s", error)
        problem = say("Clients see an older lesson: {message}", message=to_sentence(error.message))
        return replace(lesson, problems=(*lesson.problems, problem))
    return lesson


def _read_progress() -> None:
    """A file without a lesson shows no progress, so the record stays closed until there is one."""
    learner, engine = view_state.view().learner, opened()
    if engine is None or not is_settled():
        return
    _known.progress_is_stale = False
    _read_learners(engine)
    if not learner:
        return
    try:
        progress = engine.call(GetProgressArguments(learner_id=learner))
    except NotFound:
        return  # who is new has done nothing yet
    except MallocVrError as error:
        _log.warning("The progress of a learner cannot be read: %s", error)
        return
    _show_progress(learner, progress)


def _read_learners(engine: Engine) -> None:
    """Whom the record knows; who was here last stands first."""
    try:
        known = engine.call(ListLearnersArguments()).learners
    except MallocVrError as error:
        _log.warning("The learners cannot be listed: %s", error)
        return
    in_turn = sorted(known, key=lambda one: one.last_seen, reverse=True)
    view_state.show(known_learners=tuple(one.learner_id for one in in_turn))


def _show_progress(learner: str, progress: ProgressReply) -> None:
    _known.passed_units = report.passed_units(progress)
    _known.own_passed = report.own_passed(progress)
    _known.helped = report.helped_passed(progress)
    _known.lesson_is_stale = True
    view = view_state.view()
    view_state.show(resumes=progress.resume.unit_id if progress.resume else "")
    if view.session is not None and view.session.learner == learner:
        unit_following.show_session(report.with_progress(view.session, progress, view.lesson))
