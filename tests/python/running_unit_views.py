"""A running unit as the panels show it, made as a scene command makes it."""

from collections.abc import Sequence

from core.command_report import Reasons, after_command
from core.scene_shapes import (
    CheckpointInfo,
    CheckpointState,
    EndedTry,
    EvaluationShape,
    LeftRun,
    ObservedActivitySums,
    ObserveUnit,
    StartUnit,
    UnitObserved,
    UnitStarted,
)
from core.view import SessionView


def info(checkpoint: str, objective: str) -> CheckpointInfo:
    """A checkpoint as a started unit lists it."""
    return CheckpointInfo(
        checkpoint_id=checkpoint,
        learning_objective=objective,
        assessment_type="authentic",
        trigger_object_name=checkpoint,
        skill="remove_guard",
        difficulty=None,
    )


CHECKPOINTS = (info("c1", "guard off"), info("c2", "in order"))

START = StartUnit(
    unit_id="remove_guard",
    session_id="s1",
    learner_label="ada",
    own_passed={},
    curriculum_units=(),
    advised_units=(),
    restart=False,
)


def unit_started(
    checkpoints: Sequence[CheckpointInfo] = CHECKPOINTS, objectives: Sequence[str] = ()
) -> UnitStarted:
    """The reply to a start."""
    return UnitStarted(
        unit_id="remove_guard",
        session_id="s1",
        scene_name="Guard",
        title="Remove the guard",
        instructions="",
        hints=("Look left", "The guard first"),
        learning_event="practice",
        learning_objectives=objectives,
        estimated_duration_seconds=60,
        checkpoints=checkpoints,
        missing_prerequisites=(),
        given_up=LeftRun(),
    )


def started() -> SessionView:
    """The unit has just begun."""
    session = after_command(None, START, unit_started(), reasons())
    assert session is not None
    return session


def reasons(
    now: dict[str, tuple[str, ...]] | None = None, at_end: dict[str, tuple[str, ...]] | None = None
) -> Reasons:
    """What is not met, by checkpoint."""
    return Reasons(
        now=lambda one: (now or {}).get(one, ()), ended=lambda one: (at_end or {}).get(one, ())
    )


def judged(
    checkpoint: str,
    *unmet: str,
    begun: bool = True,
    changed: bool = True,
    needs_view: bool = False,
) -> CheckpointState:
    """A checkpoint in a reply: passed if nothing is unmet, begun and changed by default."""
    return CheckpointState(
        **vars(info(checkpoint, "")),
        begun=begun,
        changed=changed,
        needs_view=needs_view,
        evaluation=evaluation(unmet),
    )


def evaluation(unmet: Sequence[str]) -> EvaluationShape:
    """Of a condition that holds if nothing is unmet."""
    return EvaluationShape(passed=not unmet, score=float(not unmet), evidence={}, unmet=unmet)


def ended(checkpoint: str, outcome: str, *unmet: str) -> EndedTry:
    """A try that ended, in a reply."""
    return EndedTry(
        checkpoint_id=checkpoint,
        skill="remove_guard",
        difficulty=None,
        outcome=outcome,  # type: ignore[arg-type]
        corrected=False,
        last_level_hint=False,
        began_s=0.0,
        ended_s=1.0,
        evaluation=evaluation(unmet),
    )


def look(
    session: SessionView, *judgements: CheckpointState, ends: Sequence[EndedTry] = ()
) -> SessionView:
    """The session after the whole unit was looked at or submitted."""
    reply = UnitObserved(
        unit_id="remove_guard",
        checkpoints=judgements,
        activity=ObservedActivitySums(),
        ended=ends,
        not_begun=(),
        unit_checkpoints=("c1", "c2"),
    )
    now = {one.checkpoint_id: tuple(one.evaluation.unmet) for one in judgements}
    at_end = {one.checkpoint_id: tuple(one.evaluation.unmet) for one in ends}
    command = ObserveUnit(session_id="s1", submit=False)
    after = after_command(session, command, reply, reasons(now, at_end))
    assert after is not None
    return after


def marks(session: SessionView) -> list[bool | None]:
    """What stands before each checkpoint."""
    return [item.passed for item in session.checkpoints]
