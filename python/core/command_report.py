"""From a scene command and its reply to what the learner sees of the running unit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .due_hints import after_hint
from .errors import to_sentence
from .said import joined, say
from .scene_shapes import (
    CheckLesson,
    CheckpointInfo,
    CheckpointObserved,
    CheckpointState,
    EndedTry,
    EndUnit,
    HintShownInScene,
    ObserveCheckpoint,
    ObserveUnit,
    ShowHint,
    StartUnit,
    UnitObserved,
    UnitStarted,
)
from .shape import Command, Shape
from .unit_ids import title_of_id
from .view import CheckpointView, SessionView
from .viewport_shapes import ConfigureViewport, ObserveViewport
from .window_shapes import ListLessons, PackLesson, PauseTraces, PauseUnit, WriteReport

READING_COMMANDS = frozenset(
    {
        CheckLesson.NAME,
        ConfigureViewport.NAME,
        ListLessons.NAME,
        ObserveCheckpoint.NAME,
        ObserveUnit.NAME,
        ObserveViewport.NAME,
        PackLesson.NAME,
        PauseTraces.NAME,
        PauseUnit.NAME,
        ShowHint.NAME,
        WriteReport.NAME,
    }
)
"""Scene commands that leave the authored data as it was."""

_Judged = CheckpointObserved | CheckpointState


@dataclass(frozen=True)
class Reasons:
    """What is not met of a checkpoint, by its id: sentences in the language of who reads them.

    Attributes:
        now: As it stands.
        ended: As it stood when its last try ended.
    """

    now: Callable[[str], tuple[str, ...]]
    ended: Callable[[str], tuple[str, ...]]


NO_REASONS = Reasons(now=lambda _: (), ended=lambda _: ())
"""Where no unit runs."""


def after_command(
    session: SessionView | None, command: Command, reply: Shape, reasons: Reasons
) -> SessionView | None:
    """Follow the running unit through a scene command, whichever client asked for it.

    Args:
        reasons: Of the unit that runs.

    Returns:
        The new state; the very same object when the command does not touch it.
    """
    if isinstance(command, StartUnit) and isinstance(reply, UnitStarted):
        return _started(command, reply)
    if session is None:
        return None
    if isinstance(command, EndUnit):
        return None if command.session_id == session.session_id else session
    if isinstance(reply, CheckpointObserved) and reply.session_id == session.session_id:
        return _observed(session, [reply], reply.ended, reasons)
    if getattr(command, "session_id", "") != session.session_id:
        return session
    if isinstance(reply, UnitObserved):
        return _observed(session, reply.checkpoints, reply.ended, reasons)
    if isinstance(reply, HintShownInScene):
        return after_hint(session, reply.hints_shown)
    return session


def started_by_client(now: SessionView, before: SessionView | None) -> SessionView:
    """Say who started a unit that its learner did not start, and what became of the one before."""
    said = say("A client started this unit for you.")
    if before is not None:
        said = joined((said, say("“{title}” was left.", title=before.title)))
    return replace(now, message=said)


def _started(command: StartUnit, reply: UnitStarted) -> SessionView:
    objectives = list(reply.learning_objectives)

    def place(item: CheckpointInfo) -> int:
        """A unit tells its checkpoints by name; its objectives stand as their author ordered them."""
        known = item.learning_objective in objectives
        return objectives.index(item.learning_objective) if known else len(objectives)

    return SessionView(
        session_id=command.session_id,
        learner=command.learner_label,
        unit_id=reply.unit_id,
        title=reply.title or title_of_id(reply.unit_id),
        instructions=reply.instructions,
        learning_event=reply.learning_event,
        hints=tuple(reply.hints),
        checkpoints=tuple(
            CheckpointView(
                checkpoint_id=item.checkpoint_id,
                objective=item.learning_objective,
                assessment_type=item.assessment_type,
            )
            for item in sorted(reply.checkpoints, key=place)
        ),
    )


def _observed(
    session: SessionView,
    judged: Iterable[_Judged],
    ended: Iterable[EndedTry],
    reasons: Reasons,
) -> SessionView:
    by_id = {item.checkpoint_id: item for item in judged}
    ends = {item.checkpoint_id: item for item in ended}  # the last of each
    checkpoints = tuple(
        _after_look(item, by_id.get(item.checkpoint_id), ends.get(item.checkpoint_id), reasons)
        for item in session.checkpoints
    )
    return replace(session, checkpoints=checkpoints, message="", decision=None)


def _after_look(
    item: CheckpointView, judged: _Judged | None, ended: EndedTry | None, reasons: Reasons
) -> CheckpointView:
    """One checkpoint after a look: what ended is said so, what goes on says what is missing."""
    one = item.checkpoint_id
    is_failed_end = ended is not None and ended.outcome != "passed"
    if ended is not None and (judged is None or (is_failed_end and not judged.evaluation.passed)):
        passed = ended.outcome == "passed"
        return _with_verdict(item, passed, ended.evaluation.score, reasons.ended(one))
    if judged is None:
        return item
    if item.passed and judged.needs_view and not is_failed_end:
        return item  # what was seen once was seen
    score, passed = judged.evaluation.score, judged.evaluation.passed
    if not judged.begun and ended is None:
        # Whether one sees a thing well enough cannot be seen by oneself, so that is said at once.
        is_view = judged.needs_view
        untouched = _with_verdict(
            item, None, score if is_view else 0.0, reasons.now(one) if is_view else ()
        )
        return replace(untouched, begun=False)
    if passed:  # what holds though no try of it passed, as after Undo, is no pass in the record
        is_passed = item.passed is True or ended is not None
        return _with_verdict(item, True if is_passed else None, score, ())
    is_still_failed = item.passed is False and not judged.changed
    return _with_verdict(item, False if is_still_failed else None, score, reasons.now(one))


def _with_verdict(
    item: CheckpointView, passed: bool | None, score: float, reasons: tuple[str, ...]
) -> CheckpointView:
    return replace(
        item,
        begun=True,
        passed=passed,
        score=score,
        reasons=tuple(map(to_sentence, reasons)),
        is_brief=False,
        is_slip=item.is_slip and bool(reasons) and not passed,
    )
