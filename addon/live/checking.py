"""Judging a learner's work: one checkpoint or the running unit, looked at or submitted.

Thread: main.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import bpy

from ..core.errors import rejection
from ..core.lesson import Trigger
from ..core.said import say
from ..core.scene_shapes import (
    CheckpointInfo,
    CheckpointObserved,
    CheckpointState,
    ObserveCheckpoint,
    ObserveUnit,
    UnitObserved,
)
from ..core.scene_types import SessionRun
from ..core.serving import Call
from ..scene import unit_reading
from ..scene.unit_reading import Place
from . import held_drag, judging, pause, running_session, tracking
from .running_unit import RunningUnit
from .unit_conditions import conditions_of
from .unit_tries import RunTries


@dataclass(frozen=True)
class _Before:
    """How far the learner was with a checkpoint before a look or submission took it on."""

    begun: bool = False
    changed: bool = False


def observe_checkpoint(command: ObserveCheckpoint, call: Call) -> CheckpointObserved:
    """Judge a checkpoint by the scene as it is now, and by what led there if its unit runs.

    In a running unit this is a look at the checkpoint, or with `submit` the learner's word that it
    is done. `ended` then tells every try that ended in the unit since the learner last heard of any,
    `steps` all that the record is not known to have.

    Raises:
        NotFound: There is no such trigger, or the session does not run in this Blender.
        BadArgument: It is of another type than the command says; nothing was looked at.
        Conflict: The trigger has no conditions, or they are broken; or a client hands in while the
            learner pauses or drags.
    """
    session_id = command.session_id or ""
    running_session.require_running(session_id)
    _bring_up_to_date(command.submit, call)
    unit = tracking.running()
    place = unit_reading.find_trigger(command.checkpoint_id, unit.unit_id if unit else "")
    _require_type(place.trigger, command.assessment_type)
    one = place.trigger.checkpoint_id
    is_followed = unit is not None and one in unit.tries.triggers
    if session_id and not is_followed and place.trigger.can_be_judged:
        raise rejection(
            "CONFLICT",
            say(
                "{trigger} is no checkpoint of the running unit.",
                trigger=place.trigger.trigger_object_name,
            ),
            "checkpoint_id",
            "Start its unit, or leave session_id out to judge the scene without history.",
        )
    if unit is None or not is_followed:
        return _reply(place, _judge_now(place), None, _Before())
    before, _ = _judge(unit, unit.tries, [one], command.submit, one)
    if not command.submit:
        note_help_read([one])  # it does not hold, and the reply says why
    return _reply(place, unit.run, unit, before[one])


def observe_unit(command: ObserveUnit, call: Call) -> UnitObserved:
    """Judge every checkpoint of the running unit at once: a look, or with `submit` the work's end.

    Raises:
        NotFound: The session does not run in this Blender.
        Conflict: The unit's scene was deleted, or a client hands in while the learner pauses or
            drags.
    """
    unit = running_session.running_unit(command.session_id)
    tries = unit.tries
    _bring_up_to_date(command.submit, call)
    one_by_one = sorted(tries.triggers)
    before, not_begun = _judge(unit, tries, one_by_one, command.submit)
    if not command.submit and not call.is_from_window:
        note_help_read(one_by_one)  # the window says less at a first look, and what of it was help
    return UnitObserved(
        unit_id=unit.unit_id,
        activity=unit.run.activity(),
        checkpoints=[
            _checkpoint_state(unit, tries.triggers[one], before[one]) for one in tries.triggers
        ],
        ended=tries.steps.take_unreported(),
        steps=tries.steps.hand_over(),
        not_begun=not_begun,
        unit_checkpoints=list(tries.triggers),
    )


def note_help_read(checkpoint_ids: Iterable[str]) -> list[str]:
    """The learner read how to mend these: help for those of their tries that go on.

    Returns:
        Ids of those whose try counts as helped now.
    """
    unit = tracking.running()
    if unit is None:
        return []
    running = [one for one in checkpoint_ids if unit.tries.progress(one).running]
    for one in running:
        unit.tries.correction_shown(one)
    return [one for one in running if unit.tries.progress(one).corrected]


def checkpoint_info(trigger: Trigger, unit_id: str) -> CheckpointInfo:
    """What a checkpoint is, as a started unit lists it."""
    return CheckpointInfo(
        checkpoint_id=trigger.checkpoint_id,
        trigger_object_name=trigger.trigger_object_name,
        learning_objective=trigger.learning_objective,
        assessment_type=trigger.assessment_type,
        skill=trigger.skill or unit_id,
        difficulty=trigger.difficulty,
    )


def _bring_up_to_date(is_submitted: bool, call: Call) -> None:
    """A learner who hands in goes on: nothing is handed in during a pause."""
    if not is_submitted:
        tracking.observe_now()
        return
    unit = tracking.running()
    if unit is not None and not call.is_from_window:
        _require_at_work(unit)
    pause.resume()


def _require_at_work(unit: RunningUnit) -> None:
    """Others do not hand in what a learner has in the hand, nor end the learner's pause."""
    problem = ""
    if unit.run.is_paused:
        problem = say("The learner has paused the unit.")
    elif held_drag.is_held(unit):
        problem = say("The learner is in the middle of a drag.")
    if problem:
        raise rejection(
            "CONFLICT",
            problem,
            "submit",
            "Hand in when the learner goes on, or leave submit out to look only.",
        )


def _judge(
    unit: RunningUnit,
    tries: RunTries,
    checkpoint_ids: Sequence[str],
    is_submitted: bool,
    only: str = "",
) -> tuple[dict[str, _Before], list[str]]:
    """Look or submit.

    Returns:
        How far the learner was with each before, and what was submitted without being begun.
    """
    progress = {one: tries.progress(one) for one in checkpoint_ids}
    before = {one: _Before(now.begun, now.changed) for one, now in progress.items()}
    seconds = unit.looked_seconds
    if is_submitted:
        return before, tries.submit(seconds, only)
    tries.look(seconds, only)
    return before, []


def _checkpoint_state(unit: RunningUnit, trigger: Trigger, before: _Before) -> CheckpointState:
    return CheckpointState(
        **vars(checkpoint_info(trigger, unit.unit_id)),
        begun=before.begun,
        changed=before.changed,
        needs_view=unit.run.asks_for_view(trigger.checkpoint_id),
        evaluation=unit.run.evaluate(trigger.checkpoint_id),
    )


def _require_type(trigger: Trigger, assessment_type: str) -> None:
    if trigger.assessment_type != assessment_type:
        raise rejection(
            "VALIDATION_ERROR",
            say(
                "{trigger} is a checkpoint of type {assessment_type}.",
                trigger=trigger.trigger_object_name,
                assessment_type=trigger.assessment_type,
            ),
            "assessment_type",
            "Give the type that its author chose.",
        )


def _reply(
    place: Place, run: SessionRun, unit: RunningUnit | None, before: _Before
) -> CheckpointObserved:
    trigger, authored = place.trigger, place.unit
    steps = unit.tries.steps if unit else None
    return CheckpointObserved(
        **vars(checkpoint_info(trigger, authored.unit_id)),
        unit_id=authored.unit_id,
        scene_name=authored.scene_name,
        session_id=unit.session_id if unit else "",
        begun=before.begun,
        changed=before.changed,
        needs_view=run.asks_for_view(trigger.checkpoint_id),
        evaluation=run.evaluate(trigger.checkpoint_id),
        activity=run.activity(),
        history=unit is not None,
        ended=steps.take_unreported() if steps else (),
        steps=steps.hand_over() if steps else (),
        unit_checkpoints=[t.checkpoint_id for t in authored.triggers if t.can_be_judged],
    )


def _judge_now(place: Place) -> SessionRun:
    """Judge a scene as it is, without what led there: a run of one checkpoint, just begun."""
    trigger = place.trigger
    condition = conditions_of(trigger)
    if condition is None:
        raise rejection(
            "CONFLICT",
            say(
                "{trigger} has no conditions, so nothing can be observed.",
                trigger=trigger.trigger_object_name,
            ),
            "checkpoint_id",
            "Give it trigger_conditions with create_assessment_trigger.",
        )
    return judging.run_of(bpy.data.scenes[place.unit.scene_name], trigger, condition)
