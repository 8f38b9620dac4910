"""Adapting a unit's scene to its learner, for as long as the unit runs.

What is adapted is kept here and never in the file. Of the file only the visibility of hint objects
changes; it makes no undo step, and is put back after undo and redo.

Thread: main.
"""

from dataclasses import replace

import bpy

from ..core import adaptation, keys
from ..core.adaptation import Adaptation, adapted
from ..core.errors import NotFound, rejection
from ..core.file_values import value_of
from ..core.said import joined, say
from ..core.scene_shapes import AdaptationData, MetadataUpdated, SceneChange, UpdateSceneMetadata
from ..scene import unit_reading
from . import declined_adaptation, shown_hints, tracking

HINT_LEVELS = adaptation.HINT_LEVELS

_adaptations: dict[str, Adaptation] = {}
"""By unit id, from the unit's start until it ends or another file is opened."""

_begun = ("", "")
"""The unit that was started last, and the learner for whom."""


def update_scene_metadata(command: UpdateSceneMetadata) -> MetadataUpdated:
    """Adapt the running unit to its learner, and say what is different now.

    `learning_progress` belongs into the record, under the learner's key; `session_id` of the reply
    says whose it is.

    Raises:
        NotFound, Conflict: Nothing was changed. Conflict also where the unit does not run: there is
            nobody to adapt it to; and where its learner declined.
    """
    scene, data = _scene(command.scene_id), command.adaptation_data
    unit_id = unit_reading.unit_id_of(scene)
    session_id = _session_of(unit_id)
    declined_adaptation.require_wanted(unit_id)
    if data.next_unit:
        unit_reading.scene_of_unit(data.next_unit, "adaptation_data.next_unit")
    before = of_unit(unit_id)
    after = adapted(before, data)

    _adaptations[unit_id] = after
    if after.hint_level != before.hint_level:
        shown_hints.ask(shown_hints.due_goal(unit_id), after.hint_level)
    changes = [*_differences(unit_id, before, after), *shown_hints.show(scene, after)]
    _let_run_follow(unit_id)
    return MetadataUpdated(
        scene_id=command.scene_id,
        scene_name=scene.name,
        unit_id=unit_id,
        session_id=session_id,
        metadata_updated=True,
        properties_modified=list(dict.fromkeys(change.property for change in changes)),
        changes=changes,
        adaptation_applied=data != AdaptationData(),
    )


def of_unit(unit_id: str) -> Adaptation:
    """How a unit is adapted now."""
    return _adaptations.get(unit_id, Adaptation())


def may_decline(unit_id: str) -> bool:
    """Whether there is something to decline, and the author allows it."""
    return bool(of_unit(unit_id).sentences) and declined_adaptation.is_optional(unit_id)


def decline(unit_id: str) -> None:
    """Have the running unit as authored until it ends; hints that were asked for stay.

    Raises:
        Conflict: The unit's scene was deleted; the unit ended with it.
    """
    declined_adaptation.note(unit_id)
    _adaptations[unit_id] = Adaptation(hint_level=of_unit(unit_id).hint_level)
    put_back()
    _let_run_follow(unit_id)


def begin(unit_id: str) -> None:
    """A unit was started. Begun again by the same learner, it stays adapted as it was."""
    global _begun
    running = tracking.running()
    begun = (unit_id, running.learner_label if running else "")
    if _begun != begun:
        end(_begun[0])
    _begun = begun
    put_back()
    _let_run_follow(unit_id)


def end(unit_id: str) -> None:
    """A unit ended, and its adaptation with it: its hints are hidden again."""
    declined_adaptation.forget(unit_id)
    shown_hints.forget()
    if _adaptations.pop(unit_id, None) is not None:
        for scene in unit_reading.scenes_of_unit(unit_id):
            shown_hints.show(scene, Adaptation())


def forget() -> None:
    """Forget all adaptation, as when another file is opened."""
    global _begun
    _begun = ("", "")
    _adaptations.clear()
    shown_hints.forget()
    declined_adaptation.forget_all()


def put_back() -> None:
    """Show what is to be seen again, after undo or redo brought back another visibility."""
    for unit_id, now in _adaptations.items():
        for scene in unit_reading.scenes_of_unit(unit_id):
            shown_hints.show(scene, now)


def show_hints(scene: bpy.types.Scene, level: int) -> list[SceneChange]:
    """Show the hint objects of a scene's unit up to a level, hide those above.

    With 0 only those are left that the learner's support shows by itself.
    """
    unit_id = unit_reading.unit_id_of(scene)
    _adaptations[unit_id] = replace(of_unit(unit_id), hint_level=level)
    shown_hints.ask(shown_hints.due_goal(unit_id), level)
    return shown_hints.show(scene, of_unit(unit_id))


def show_goal_hints(scene: bpy.types.Scene, goal_id: str, level: int) -> list[SceneChange]:
    """Show hint objects for a goal up to a level, as long as the learner is at it."""
    shown_hints.ask(goal_id, level)
    return shown_hints.show(scene, of_unit(unit_reading.unit_id_of(scene)))


def follow_goal() -> None:
    """Show the hint objects for what the learner is at, and hide those for other goals.

    Not inside of a handler: it changes what is visible.
    """
    running = tracking.running()
    if running is None or not shown_hints.is_another_due(running):
        return
    scene = tracking.scene_of(running)
    if scene is not None and shown_hints.show(scene, of_unit(running.unit_id)):
        _let_run_follow(running.unit_id)


def hide_all_hints(scene: bpy.types.Scene) -> None:
    """Hide the hints of every unit: units share objects, and another one may have shown some."""
    for obj in scene.objects:
        if value_of(obj, keys.HINT_FOR) and obj.is_editable:
            obj.hide_viewport = obj.hide_render = True
    shown_hints.forget()
    show_hints(scene, 0)


def _let_run_follow(unit_id: str) -> None:
    """Have the unit that runs judged as it is adapted now."""
    running = tracking.running()
    if running is None or running.unit_id != unit_id:
        return
    tracking.set_tolerance_factor(of_unit(unit_id).tolerance_factor)
    scene = tracking.scene_of(running)
    if scene is None:
        return
    # The goal is the last hint, whoever had it shown: what is passed from now on is not own.
    for goal_id in shown_hints.goals_shown(scene):
        if goal_id in running.tries.triggers:
            shown = running.tries.goal_hints.get(goal_id, 0)
            running.tries.goal_hint_shown(goal_id, shown, is_last=True)
        else:
            running.tries.hint_shown(running.tries.hints_shown, is_last=True)


def _differences(unit_id: str, before: Adaptation, after: Adaptation) -> list[SceneChange]:
    was, now = before.to_json(), after.to_json()
    return [
        SceneChange(target=unit_id, property=key, before=was[key], after=now[key])
        for key in was
        if was[key] != now[key]
    ]


def _session_of(unit_id: str) -> str:
    running = tracking.running()
    if running is not None and running.unit_id == unit_id:
        return running.session_id
    remedy = say("Start it with start_session first.")
    if running:
        remedy = joined((remedy, say("Or adapt {unit_id}, which runs.", unit_id=running.unit_id)))
    raise rejection(
        "CONFLICT",
        say(
            "The unit {unit_id} does not run, so there is no learner to adapt it to.",
            unit_id=unit_id,
        ),
        "scene_id",
        remedy,
    )


def _scene(scene_id: str) -> bpy.types.Scene:
    try:
        scene = unit_reading.scene_of_unit(scene_id, "scene_id")
    except NotFound:
        named = bpy.data.scenes.get(scene_id)
        if named is None or not unit_reading.is_unit(named):
            raise
        scene = named
    if not scene.is_editable:
        raise rejection(
            "CONFLICT",
            say("The scene {name} is linked from another file.", name=scene.name),
            "scene_id",
            "Open the file that it comes from.",
        )
    return scene
