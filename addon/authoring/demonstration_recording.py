"""Following a demonstration while a teacher gives it: values are copied, nothing is written.

Only what Blender says has changed is looked at; what raises no event is found when it ends. Blender
finds that among all that it knows, which takes long in a large scene: while the same objects go on
changing, as in a drag, it is not asked anew.

Thread: main.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import bpy

from ..core.demonstration import Aspect, Change, Demonstration, ShownState, differs
from ..core.demonstration_changes import ChangeLog
from ..scene import captured_start, named_objects, object_state
from ..scene.start_poses import AuthoredStart
from . import shown_state
from .operator_trace import OperatorTrace

SWEEP_LIMIT_OBJECTS = 1_000
"""In a larger scene, objects are looked at for being hidden only when the demonstration ends: Blender
says of hiding only that the scene changed, as it does of each click that selects."""


@dataclass
class Recording:
    """One demonstration that goes on. Objects are known by Blender's number of each.

    Attributes:
        captured: The start, as a unit keeps it.
        names: Of the objects, at the start.
        everything: All objects of the scene at the start, also those that cannot be moved.
        in_hand: What the last update changed, by Blender's numbers.
    """

    scene_session_uid: int
    captured: AuthoredStart
    start: dict[int, ShownState]
    names: dict[int, str]
    everything: frozenset[int]
    in_hand: dict[int, tuple[bpy.types.Object, ShownState]] = field(default_factory=dict)
    log: ChangeLog = field(default_factory=ChangeLog)
    operators: OperatorTrace = field(default_factory=OperatorTrace)


@dataclass(frozen=True)
class Ended:
    """What came of a demonstration, while its scene is still as it ended.

    Attributes:
        demonstration: Without relations; these are measured apart.
        to_go_back: Names at the start of what is otherwise now, or gone.
        added: Names of objects that were not there at the start.
    """

    demonstration: Demonstration
    to_go_back: Sequence[str]
    added: Sequence[str]


def begin(scene: bpy.types.Scene) -> Recording:
    """Follow a scene from now on. Each object that may be moved gets an identity."""
    captured = captured_start.read(scene)
    named_objects.view_layer_of(scene).update()
    movable = list(captured_start.movable_objects(scene))
    return Recording(
        scene_session_uid=scene.session_uid,
        captured=captured,
        start=_read(scene, movable),
        names={obj.session_uid: obj.name for obj in movable},
        everything=frozenset(obj.session_uid for obj in scene.objects),
    )


def scene_of(recording: Recording) -> bpy.types.Scene | None:
    """The scene that is followed; None once it is deleted."""
    uid = recording.scene_session_uid
    return next((scene for scene in bpy.data.scenes if scene.session_uid == uid), None)


def follow_updates(
    recording: Recording, scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph
) -> bool:
    """Take what the dependency graph just updated; safe inside of its handlers.

    Returns:
        Whether another thing was done or taken back.
    """
    now = _of_same_movement(recording, scene, depsgraph)
    if now:
        return _take(recording, now)
    changed, is_scene_changed = [], False
    for update in depsgraph.updates:
        if update.id.id_type == "OBJECT" and update.id.original.session_uid in recording.start:
            changed.append(update.id.original)
        is_scene_changed = is_scene_changed or update.id.id_type == "SCENE"
    if is_scene_changed and len(recording.start) <= SWEEP_LIMIT_OBJECTS:
        changed += _hidden_otherwise(recording, scene)
    now = _read(scene, changed)
    recording.in_hand = {obj.session_uid: (obj, now[obj.session_uid]) for obj in changed}
    return _take(recording, now)


def follow_undo(recording: Recording) -> bool:
    """Look again at what something was done to: Undo or Redo put other data in its place."""
    recording.in_hand = {}
    scene = scene_of(recording)
    if scene is None:
        return False
    named_objects.view_layer_of(scene).update()
    touched = recording.log.keys
    objects = (obj for obj in scene.objects if obj.session_uid in touched)
    return _take(recording, _read(scene, objects))


def end(recording: Recording, scene: bpy.types.Scene) -> Ended:
    """Look at everything once more, also at what raises no event."""
    named_objects.view_layer_of(scene).update()
    here = [obj for obj in scene.objects if obj.session_uid in recording.start]
    now = _read(scene, here)
    _take(recording, now)
    changed = {
        uid: state
        for uid, state in now.items()
        if any(differs(aspect, recording.start[uid], state) for aspect in Aspect)
    }
    called = recording.names | {obj.session_uid: obj.name for obj in here}
    of_end = {called[uid]: state for uid, state in changed.items()}
    done = recording.log.changes(called.__getitem__)
    return Ended(
        Demonstration(
            start={called[uid]: state for uid, state in recording.start.items() if uid in now},
            changes=tuple(one for one in done if one.object_name in of_end),  # not of what is gone
            end=of_end,
        ),
        to_go_back=[
            recording.names[uid] for uid in recording.start if uid in changed or uid not in now
        ],
        added=[
            obj.name
            for obj in scene.objects
            if obj.session_uid not in recording.everything and not captured_start.is_furniture(obj)
        ],
    )


def changes(recording: Recording) -> tuple[Change, ...]:
    """What was done so far and stands."""
    return recording.log.changes(recording.names.__getitem__)


def _read(scene: bpy.types.Scene, objects: Iterable[bpy.types.Object]) -> dict[int, ShownState]:
    layer = named_objects.view_layer_of(scene)
    return {obj.session_uid: shown_state.read(obj, layer) for obj in objects}


def _take(recording: Recording, now: Mapping[int, ShownState]) -> bool:
    """Returns whether another thing was done or taken back."""
    seen = {uid: (recording.start[uid], state) for uid, state in now.items()}
    operators = recording.operators.ended()
    if operators:
        recording.in_hand = {}
    return recording.log.moment(seen, operators)


def _of_same_movement(
    recording: Recording, scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph
) -> dict[int, ShownState]:
    """What the last update changed, where this one changed just that again; else nothing."""
    if not recording.in_hand or any(map(depsgraph.id_type_updated, ("SCENE", "COLLECTION"))):
        return {}
    try:
        now = _read(scene, (obj for obj, _ in recording.in_hand.values()))
    except ReferenceError:  # a script put other data in its place
        return {}
    if any(state == recording.in_hand[uid][1] for uid, state in now.items()):
        return {}
    recording.in_hand = {uid: (recording.in_hand[uid][0], state) for uid, state in now.items()}
    return now


def _hidden_otherwise(recording: Recording, scene: bpy.types.Scene) -> Iterable[bpy.types.Object]:
    layer, touched = named_objects.view_layer_of(scene), recording.log.keys
    for obj in scene.objects:
        start = recording.start.get(obj.session_uid)
        if start is not None and (
            obj.session_uid in touched or object_state.is_hidden_in(layer, obj) != start.hidden
        ):
            yield obj
