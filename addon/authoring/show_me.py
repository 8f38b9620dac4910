"""Show Me: the teacher does the task once to three times, and goals are offered of it.

A demonstration goes on until it is kept, discarded, or ended by a unit that starts or another file.
Nothing is registered with Blender while none goes on. What was shown is kept in memory; which of it
counts says the scene, so that Undo of a kept demonstration takes it out.

Thread: main.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import bpy

from ..core.called_names import as_called, called_names
from ..core.demonstration import Demonstration
from ..core.demonstration_generalise import generalise, is_known
from ..core.demonstration_offers import Offer, Offers, condition_text
from ..core.errors import rejection
from ..core.said import joined, say
from ..scene import captured_start, unit_start
from ..scene.start_poses import AuthoredStart
from . import demonstration_following, demonstration_recording, measured, show_me_properties
from .demonstration_recording import Ended, Recording

_START_KEY = "show me"
"""Stands for a unit's id where the scene's start is kept: no unit's id has a blank."""

_REMEMBERED = 2 * show_me_properties.MAX_DEMONSTRATIONS
"""So many demonstrations are kept in memory: those of the scene, and as many for Undo."""

_ASKS_FOR_WORK = frozenset(("moved", "turned", "mode"))
"""Predicates that hold in no scene that is only looked at."""

_DOES_NOT_HOLD = say("It does not hold at the end of the last demonstration.")


@dataclass(frozen=True)
class _Kept:
    """One demonstration with the start that a unit can be given."""

    demonstration: Demonstration
    start: AuthoredStart


_kept: dict[str, _Kept] = {}
"""By an id that the scene names."""


def start_of(scene: bpy.types.Scene) -> AuthoredStart:
    """How the scene was when the last demonstration began; as it is now if that is not known."""
    kept = _kept_of(scene)
    return kept[-1].start if kept else captured_start.read(scene)


def start(scene: bpy.types.Scene) -> None:
    """Follow a scene as the teacher's demonstration."""
    _leave_edit_mode()
    recording = demonstration_recording.begin(scene)
    _plan_start(scene, recording.captured, list(recording.captured.poses), again=False)
    demonstration_following.follow(recording)


def keep() -> Offers:
    """End the demonstration and keep it, unless nothing was done in it.

    The scene goes back to how it was when it began, and offers what all demonstrations say.

    Raises:
        Conflict: The scene is gone. The demonstration ends all the same.
    """
    recording, scene = _end()
    ended = demonstration_recording.end(recording, scene)
    _leave_edit_mode()
    relations = measured.relations(scene, ended.demonstration)
    every = [
        *(one.demonstration for one in _kept_of(scene)),
        replace(ended.demonstration, relations=relations),
    ]
    possible = {condition_text(one.condition): one.condition for one in generalise(every).offers}
    true_at_end = measured.holding(scene, possible)
    _go_back(scene, recording, ended)
    true_at_start = measured.holding(scene, possible)

    def is_a_goal(condition: Mapping[str, Any]) -> bool:
        return is_known(condition) and condition_text(condition) not in true_at_start

    found = generalise(every, is_a_goal)
    if not ended.demonstration.changes or not found.offers:
        return Offers(note=found.note or generalise([ended.demonstration]).note)
    called = called_names(obj.name for obj in scene.objects)
    offers = tuple(
        replace(_checked(one, true_at_end), sentence=as_called(one.sentence, called))
        for one in found.offers
    )
    found = replace(found, offers=offers, note=_note_of(ended))
    _remember(scene, _Kept(every[-1], recording.captured))
    show_me_properties.write(scene, found)
    return found


def discard() -> None:
    """End the demonstration without keeping it; the scene goes back to how it was when it began.

    Raises:
        Conflict: The scene is gone. The demonstration ends all the same.
    """
    recording, scene = _end()
    ended = demonstration_recording.end(recording, scene)
    _leave_edit_mode()
    _go_back(scene, recording, ended)


def register() -> None:
    """Give each scene its properties."""
    show_me_properties.register()


def unregister() -> None:
    """Forget all demonstrations, and take the properties away."""
    demonstration_following.end()
    _kept.clear()
    show_me_properties.unregister()


def _kept_of(scene: bpy.types.Scene) -> list[_Kept]:
    names = [item.name for item in show_me_properties.of(scene).demonstrations]
    return [_kept[name] for name in names if name in _kept]


def _remember(scene: bpy.types.Scene, kept: _Kept) -> None:
    demonstrations = show_me_properties.of(scene).demonstrations
    for place in reversed(range(len(demonstrations))):
        if demonstrations[place].name not in _kept:  # of before the file was opened again
            demonstrations.remove(place)
    name = uuid.uuid4().hex
    demonstrations.add().name = name
    _kept[name] = kept
    while len(_kept) > _REMEMBERED:
        del _kept[next(iter(_kept))]


def _end() -> tuple[Recording, bpy.types.Scene]:
    recording = demonstration_following.end()
    scene = demonstration_recording.scene_of(recording) if recording is not None else None
    if recording is None or scene is None:
        raise rejection(
            "CONFLICT",
            "The scene of the demonstration is gone.",
            remedy="Undo its removal, then show the task again.",
        )
    return recording, scene


def _go_back(scene: bpy.types.Scene, recording: Recording, ended: Ended) -> None:
    """Make the scene what it was when the demonstration began."""
    for name in ended.added:
        obj = scene.objects.get(name)
        if obj is not None and obj.is_editable:
            bpy.data.objects.remove(obj)
    _plan_start(scene, recording.captured, ended.to_go_back, again=True)


def _plan_start(
    scene: bpy.types.Scene, captured: AuthoredStart, names: Sequence[str], *, again: bool
) -> None:
    wanted = {name: captured.poses[name].uuid for name in names}
    plan = unit_start.plan(
        scene, _START_KEY, wanted, authored=(), again=again, afresh=False, learner=""
    )
    unit_start.begin(scene, plan)


def _leave_edit_mode() -> None:
    if bpy.context.mode != "OBJECT" and bpy.context.view_layer.objects.active is not None:
        bpy.ops.object.mode_set(mode="OBJECT")


def _checked(offer: Offer, true_at_end: Mapping[str, object]) -> Offer:
    """What the teacher's own hand has not fulfilled is no goal to propose."""
    if offer.predicate in _ASKS_FOR_WORK or condition_text(offer.condition) in true_at_end:
        return offer
    return replace(offer, ticked=False, note=joined((offer.note, _DOES_NOT_HOLD)))


def _note_of(ended: Ended) -> str:
    if not ended.added:
        return ""
    return say(
        "New objects are part of no goal and were taken out again: {objects}.",
        objects=", ".join(ended.added),
    )
