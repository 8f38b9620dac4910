"""Learners at work: starting a unit, judging a checkpoint, ending the unit.

Thread: main.
"""

import json
from collections.abc import Mapping
from typing import Any

import bpy

from . import (
    scene_adaptation,
    scene_framing,
    scene_handlers,
    scene_objects,
    scene_poses,
    scene_reading,
    scene_snapshot,
    scene_writing,
    tracking,
)
from .core import lesson
from .core.errors import BadArgument, refusal
from .core.fields import Fields
from .core.lesson import Trigger, Unit
from .core.scene_types import ConditionTracker, duration_seconds
from .scene_reading import Place


def start_unit(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Show a unit's scene, put its objects where it starts, and follow its conditions.

    Raises:
        BadArgument, NotFound: Nothing was changed.
        Conflict: A prerequisite is not mastered, the unit runs already, or its data is broken;
            nothing was changed.
    """
    fields = Fields(arguments)
    scene = scene_reading.scene_of_unit(fields.name("unit_id", required=True))
    unit = scene_reading.read_unit(scene, [])
    session_id = fields.name("session_id", required=True)
    learner_label = fields.name("learner_label")
    _require_mastered(unit, fields.texts("mastered_units"))
    if not fields.flag("restart"):
        _require_free(unit, learner_label)
    poses = scene_poses.start_poses(scene)
    compiled = {t.checkpoint_id: tracking.conditions_of(t) for t in unit.triggers}
    conditions = {key: value for key, value in compiled.items() if value is not None}

    scene_writing.show(scene)
    scene_framing.stand_at_camera(scene)
    scene_adaptation.hide_all_hints(scene)
    scene_poses.apply(scene, poses)
    scene_objects.view_layer_of(scene).update()
    tracking.start(unit, conditions, session_id, learner_label)
    scene_handlers.sample_while_running()
    return {
        "unit_id": unit.unit_id,
        "session_id": session_id,
        "scene_name": unit.scene_name,
        "title": unit.title,
        "instructions": unit.instructions,
        "hints": list(unit.hints),
        "learning_event": unit.learning_event,
        "learning_objectives": list(unit.learning_objectives),
        "estimated_duration_seconds": _duration_seconds(unit),
        "checkpoints": [_checkpoint(t) for t in unit.triggers if t.checkpoint_id in conditions],
        "missing_prerequisites": [],
    }


def observe_checkpoint(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Judge a checkpoint by the scene as it is now, and by what led there if its unit runs.

    Raises:
        NotFound: There is no such trigger, or the session does not run in this Blender.
        Conflict: The trigger has no conditions, or they are broken.
    """
    fields = Fields(arguments)
    checkpoint_id = fields.name("checkpoint_id", required=True)
    session_id = fields.name("session_id")
    _require_running(session_id)
    tracking.observe_now()
    unit = tracking.running()
    place = scene_reading.find_trigger(checkpoint_id, unit.unit_id if unit else "")
    tracker = unit.trackers.get(place.trigger.checkpoint_id) if unit else None
    if session_id and tracker is None and place.trigger.trigger_conditions:
        raise refusal(
            "CONFLICT",
            f"{place.trigger.trigger_object_name} is no checkpoint of the running unit.",
            "checkpoint_id",
            "Start its unit, or leave session_id out to judge the scene without history.",
        )
    judged = tracker or _judge_now(place)
    return {
        **_checkpoint(place.trigger),
        "unit_id": place.unit.unit_id,
        "scene_name": place.unit.scene_name,
        "learning_event": place.unit.learning_event,
        "session_id": unit.session_id if unit and tracker else "",
        "evaluation": json.loads(judged.evaluate_json()),
        "activity": json.loads(judged.activity_json()),
        "history": tracker is not None,
        "unit_checkpoints": [t.checkpoint_id for t in place.unit.triggers if t.trigger_conditions],
    }


def end_unit(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Stop following a session's unit.

    A session that does not run here (Blender was started again, its file was closed) has nothing
    to stop, and that is no error: the record ends it all the same.
    """
    session_id = Fields(arguments).name("session_id", required=True)
    unit = tracking.running() or tracking.interrupted()
    is_here = unit is not None and unit.session_id == session_id
    activity = tracking.stop(session_id)
    return {"unit_id": unit.unit_id if unit and is_here else "", "activity": activity}


def _require_mastered(unit: Unit, mastered: tuple[str, ...]) -> None:
    missing = [name for name in unit.prerequisite_units if name not in mastered]
    if missing:
        raise refusal(
            "CONFLICT",
            f"The unit {unit.unit_id} needs {', '.join(missing)} first.",
            "unit_id",
            f"Start {missing[0]}.",
        )


def _require_free(unit: Unit, learner_label: str) -> None:
    """Refuse to take the place of another learner, or of the same unit's state so far."""
    now = tracking.running()
    if now is None or (now.learner_label == learner_label and now.unit_id != unit.unit_id):
        return
    raise refusal(
        "CONFLICT",
        f"The unit {now.unit_id} is running already, in the session {now.session_id}.",
        "unit_id",
        "End that session, or set restart to true to start afresh.",
    )


def _require_running(session_id: str) -> None:
    now = tracking.running()
    if not session_id or (now is not None and now.session_id == session_id):
        return
    gone = tracking.interrupted()
    is_gone = gone is not None and gone.session_id == session_id
    why = f"; it ended because {gone.reason}" if gone is not None and is_gone else ""
    raise refusal(
        "RESOURCE_NOT_FOUND",
        f"The session {session_id} does not run in this Blender{why}.",
        "session_id",
        "Start the unit again with start_session.",
    )


def _judge_now(place: Place) -> ConditionTracker:
    """Judge a scene as it is, without what led there."""
    trigger = place.trigger
    condition = tracking.conditions_of(trigger)
    if condition is None:
        raise refusal(
            "CONFLICT",
            f"{trigger.trigger_object_name} has no conditions, so nothing can be observed.",
            "checkpoint_id",
            "Give it trigger_conditions with create_assessment_trigger.",
        )
    scene = bpy.data.scenes[place.unit.scene_name]
    scene_objects.view_layer_of(scene).update()
    wanted = {name: trigger.named_objects.get(name, "") for name in condition.object_names}
    snapshot = scene_snapshot.take(scene, wanted, 0.0, with_view=condition.needs_view)
    return ConditionTracker(condition, snapshot)


def _checkpoint(trigger: Trigger) -> dict[str, Any]:
    return {
        "checkpoint_id": trigger.checkpoint_id,
        "trigger_object_name": trigger.trigger_object_name,
        "learning_objective": trigger.learning_objective,
        "assessment_type": trigger.assessment_type,
    }


def _duration_seconds(unit: Unit) -> int:
    try:
        return duration_seconds(unit.estimated_duration)
    except BadArgument:  # broken by hand, which is no reason not to learn
        return duration_seconds(lesson.DEFAULT_DURATION)
