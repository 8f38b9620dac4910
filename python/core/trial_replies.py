"""What the learner's tools answer while an author tries a unit: the same shapes, with nothing recorded."""

from .replies import EndSessionReply, EvaluateUnitReply, ShowHintReply, StartSessionReply
from .scene_shapes import HintShownInScene, ObserveUnit, UnitEnded, UnitObserved, UnitStarted

_NOBODY = ""
"""Whose work it is: no learner's."""


def started(unit: UnitStarted, now: str) -> StartSessionReply:
    """The unit was begun again.

    Args:
        now: ISO 8601, UTC.
    """
    return StartSessionReply(
        unit_id=unit.unit_id,
        session_id=unit.session_id,
        scene_name=unit.scene_name,
        title=unit.title,
        instructions=unit.instructions,
        hints=unit.hints,
        learning_event=unit.learning_event,
        learning_objectives=unit.learning_objectives,
        estimated_duration_seconds=unit.estimated_duration_seconds,
        checkpoints=unit.checkpoints,
        missing_prerequisites=unit.missing_prerequisites,
        status="started",
        learner_id=_NOBODY,
        resumed_from="",
        start_timestamp=now,
        recorded=False,
        event_ids=(),
    )


def evaluated(asked: ObserveUnit, unit: UnitObserved, now: str) -> EvaluateUnitReply:
    """The work was looked at or handed in; nothing is decided of it.

    Args:
        now: ISO 8601, UTC.
    """
    return EvaluateUnitReply(
        status="evaluated",
        session_id=asked.session_id,
        learner_id=_NOBODY,
        unit_id=unit.unit_id,
        submitted=asked.submit,
        checkpoints=unit.checkpoints,
        not_begun=unit.not_begun,
        tries=(),
        tries_recorded=0,
        unit_done=False,
        decision=None,
        activity=unit.activity,
        evaluation_timestamp=now,
        recorded=False,
        event_ids=(),
    )


def hint_shown(session_id: str, hint: HintShownInScene) -> ShowHintReply:
    """A hint was shown."""
    return ShowHintReply(
        status="shown",
        session_id=session_id,
        learner_id=_NOBODY,
        unit_id=hint.unit_id,
        level=hint.level,
        last_level=hint.last_level,
        text=hint.text,
        hints_shown=hint.hints_shown,
        learning_objective=hint.learning_objective,
        recorded=False,
        event_ids=(),
    )


def ended(unit: UnitEnded, now: str) -> EndSessionReply:
    """The try is over.

    Args:
        now: ISO 8601, UTC.
    """
    return EndSessionReply(
        status="ended",
        session_id=unit.session_id,
        learner_id=_NOBODY,
        unit_id=unit.unit_id,
        activity=unit.activity,
        end_timestamp=now,
        recorded=False,
        event_ids=(),
    )
