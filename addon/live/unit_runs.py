"""Learners at work: starting a unit and ending it.

Thread: main.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import bpy

from ..core import keys
from ..core.done_units import done_units
from ..core.duration import DEFAULT_DURATION, duration_seconds
from ..core.errors import BadArgument, rejection
from ..core.lesson import Unit
from ..core.names import require_one_line
from ..core.said import say
from ..core.scene_shapes import EndUnit, LeftRun, StartUnit, UnitEnded, UnitStarted
from ..core.scene_types import Condition
from ..core.serving import Call, require_wanted
from ..scene import framing, named_objects, start_poses, unit_reading, unit_start, window_scene
from ..scene.start_poses import AuthoredStart
from . import checking, tracking, unit_adaptation
from .running_unit import Left
from .unit_conditions import UnitConditions, conditions_of


@dataclass(frozen=True)
class _Start:
    """A start that was checked.

    Attributes:
        conditions: Of the unit's triggers that have any, by checkpoint id.
        authored: How its author wants it to start.
        planned: What else comes back.
        missing: Units that are better done before.
    """

    scene: bpy.types.Scene
    unit: Unit
    session_id: str
    learner_label: str
    conditions: Mapping[str, Condition]
    authored: AuthoredStart
    planned: unit_start.Plan
    missing: Sequence[str]


def start_unit(command: StartUnit, call: Call) -> UnitStarted:
    """Put a unit's objects where it starts and follow its conditions.

    Its scene comes up in the window for a person who asked, and for the learner who sits there;
    anybody else reads in the panel that the unit waits. `given_up` in the reply tells the tries of
    the run that this one takes the place of.

    Args:
        call: Whose it is.

    Raises:
        BadArgument, NotFound: Nothing was changed.
        Conflict: A unit that it needs is not done, the unit runs already, or its data is broken;
            nothing was changed.
    """
    start = _checked(command)
    require_wanted(call)
    shows = call.is_from_window or _may_come_up(start.learner_label)
    _note_end()
    given_up = tracking.leave()  # before its objects are moved, which would look like work
    if shows:
        window_scene.show(start.scene)
        framing.stand_at_camera(start.scene)
    unit_adaptation.hide_all_hints(start.scene)
    unit_start.begin(start.scene, start.planned)
    start_poses.apply(start.scene, start.authored)
    if not start.unit.uuid and start.scene.is_editable:
        start.scene.pop(keys.UUID, None)  # one that is no text would be another scene's
    named_objects.view_layer_of(start.scene).update()
    tracking.start(start.scene, start.unit, start.conditions, start.session_id, start.learner_label)
    return _reply(start, given_up)


def end_unit(command: EndUnit) -> UnitEnded:
    """Stop following a session's unit.

    A session that does not run here (Blender was started again, its file was closed) has nothing
    to stop, and that is no error: the record ends it all the same.
    """
    session_id = command.session_id
    running = tracking.running()
    if running is not None and running.session_id == session_id:
        _note_end()
    gone = tracking.interrupted()
    is_interrupted = gone is not None and gone.session_id == session_id
    left = tracking.stop(session_id)
    return UnitEnded(
        session_id=session_id,
        unit_id=left.unit_id,
        activity=left.activity,
        steps=left.hand_over(),
        interrupted=is_interrupted,
    )


def _checked(command: StartUnit) -> _Start:
    scene = unit_reading.scene_of_unit(command.unit_id)
    unit = unit_reading.read_unit(scene, [])
    learner_label = require_one_line(command.learner_label, "learner_id")
    _require_done(unit, command, [*unit.prerequisite_units, *command.curriculum_units])
    if not command.restart:
        _require_free(unit, learner_label)
    unit_reading.require_whole(unit)
    authored = start_poses.start_of(scene)
    compiled = {t.checkpoint_id: conditions_of(t) for t in unit.triggers}
    conditions = {key: value for key, value in compiled.items() if value is not None}
    running = tracking.running()
    planned = unit_start.plan(
        scene,
        unit.unit_id,
        _wanted(unit, conditions, authored),
        authored=authored.poses.keys(),
        again=running is not None and running.unit_id == unit.unit_id,
        afresh=command.restart,
        learner=learner_label,
    )
    for name, pose in authored.poses.items():
        if named_objects.find(scene, name, pose.uuid) is None and not planned.brings_back(name):
            raise start_poses.gone(scene, name)
    missing = _not_done(command, command.advised_units)
    return _Start(
        scene, unit, command.session_id, learner_label, conditions, authored, planned, missing
    )


def _may_come_up(learner_label: str) -> bool:
    """Whether a unit that a client starts for a learner may come up in the window by itself.

    It may where nobody sits before it, and where that learner does: at work in the unit that runs,
    in the scene that the window shows. Whoever else is there is busy with something of their own,
    and the panel offers the unit.
    """
    if not window_scene.has_person():
        return True
    running = tracking.running()
    if running is None or running.learner_label != learner_label:
        return False
    scene = tracking.scene_of(running)
    return scene is not None and unit_reading.current_scene() == scene


def _reply(start: _Start, given_up: Left) -> UnitStarted:
    unit = start.unit
    return UnitStarted(
        unit_id=unit.unit_id,
        session_id=start.session_id,
        scene_name=unit.scene_name,
        title=unit.title,
        instructions=unit.instructions,
        hints=unit.hints,
        learning_event=unit.learning_event,
        learning_objectives=unit.learning_objectives,
        estimated_duration_seconds=_duration_seconds(unit),
        checkpoints=[
            checking.checkpoint_info(t, unit.unit_id)
            for t in unit.triggers
            if t.checkpoint_id in start.conditions
        ],
        missing_prerequisites=start.missing,
        given_up=LeftRun(
            session_id=given_up.session_id, unit_id=given_up.unit_id, steps=given_up.hand_over()
        ),
    )


def _wanted(
    unit: Unit, conditions: Mapping[str, Condition], authored: AuthoredStart
) -> dict[str, str]:
    """Names of the objects that a unit speaks of, with their UUIDs."""
    named = UnitConditions(unit, conditions).named_objects()
    return named | {name: pose.uuid or named.get(name, "") for name, pose in authored.poses.items()}


def _note_end() -> None:
    """The running unit is about to end."""
    running = tracking.running()
    if running is not None:
        unit_start.leave(tracking.scene_of(running), running.unit_id)


def _require_done(unit: Unit, command: StartUnit, needed: Sequence[str]) -> None:
    missing = _not_done(command, needed)
    if missing:
        raise rejection(
            "CONFLICT",
            say(
                "The unit {unit_id} needs {units} first.",
                unit_id=unit.unit_id,
                units=", ".join(missing),
            ),
            "unit_id",
            say("Start {unit}.", unit=missing[0]),
        )


def _not_done(command: StartUnit, names: Sequence[str]) -> list[str]:
    """Those of `names` that are units of this file and not done; others cannot be done in it."""
    if not names:
        return []
    lesson_now = unit_reading.read_lesson()
    here = {unit.unit_id for unit in lesson_now.units}
    done = done_units(lesson_now, command.own_passed, ())
    return [name for name in dict.fromkeys(names) if name in here and name not in done]


def _require_free(unit: Unit, learner_label: str) -> None:
    """Reject what would take the place of another learner, or of the same unit's state so far."""
    now = tracking.running()
    if now is None or (now.learner_label == learner_label and now.unit_id != unit.unit_id):
        return
    raise rejection(
        "CONFLICT",
        say(
            "The unit {unit_id} is running already, in the session {session_id}.",
            unit_id=now.unit_id,
            session_id=now.session_id,
        ),
        "unit_id",
        "End that session, or set restart to true to start afresh.",
    )


def _duration_seconds(unit: Unit) -> int:
    try:
        return duration_seconds(unit.estimated_duration)
    except BadArgument:  # broken by hand, which is no reason not to learn
        return duration_seconds(DEFAULT_DURATION)
