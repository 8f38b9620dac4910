"""Bringing a unit's objects back to what they were when it was started.

The author says where objects stand (`start_poses`) and may capture more; all else of an object that
the unit names is what it was when the unit began: its mesh, its size, its parent, whether it can be
seen, and that it is there. That is kept in memory and in `object_copies`, never in the lesson.

What was edited while no unit ran is its author's work, and is never taken back.

Thread: main.
"""

import logging
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import bpy

from ..core import keys
from ..core.file_values import value_of
from . import named_objects, object_copies, object_setup, object_start
from .object_start import ObjectStart

_log = logging.getLogger(__name__)


@dataclass
class _UnitStart:
    """What a unit's objects were when it began.

    Attributes:
        wanted: Their names in the lesson, with their UUIDs.
        objects: Those that were there, by these names.
        file: Has copies of them; None if it could not be written.
        left: What they were when the unit was left last; None for one that was gone.
        learner: Who began it then.
    """

    wanted: Mapping[str, str]
    objects: dict[str, ObjectStart]
    file: Path | None
    left: dict[str, ObjectStart | None] = field(default_factory=dict)
    learner: str = ""


_starts: dict[str, _UnitStart] = {}
"""By unit id, as long as the lesson's file is open."""


@dataclass(frozen=True)
class Plan:
    """What is going to happen to a unit's objects.

    Attributes:
        wanted: Names in the lesson of the unit's objects, with their UUIDs.
        back: Those that come back as they were; a missing one too, if there are copies.
        again: Whether the running unit is begun again.
    """

    unit_id: str
    wanted: Mapping[str, str]
    back: frozenset[str]
    again: bool
    learner: str

    def brings_back(self, name: str) -> bool:
        """Whether an object that is gone comes back."""
        return name in self.back and _starts[self.unit_id].file is not None


def plan(
    scene: bpy.types.Scene,
    unit_id: str,
    wanted: Mapping[str, str],
    *,
    authored: Collection[str],
    again: bool,
    afresh: bool,
    learner: str,
) -> Plan:
    """Say what comes back at the start of a unit; nothing is changed.

    Args:
        wanted: Names in the lesson of the unit's objects, with their UUIDs.
        authored: Those of which the author said how the unit starts.
        again: Whether the running unit is begun again: then all of them come back.
        afresh: Whether its learner wants to do it from the start, and not to go on: then what they
            left comes back too.
        learner: Who begins it. What another one left comes back as well: it is not theirs.
    """
    before = _starts.get(unit_id)
    names = wanted.keys() & before.objects.keys() if before is not None else set()
    if before is not None and not again:
        goes_on = before.learner == learner and not afresh
        of_theirs = names & set(authored) if goes_on else names
        names = {
            name
            for name in of_theirs & before.left.keys()
            if before.left[name] == object_start.read(scene, name, wanted[name])
        }
    return Plan(unit_id, wanted, frozenset(names), again, learner)


def begin(scene: bpy.types.Scene, planned: Plan) -> None:
    """Bring back what belongs to the start of a unit, and keep what is its start from now on."""
    before = _starts.get(planned.unit_id)
    if before is not None:
        _bring_back(scene, before, {name: planned.wanted[name] for name in planned.back})
    if before is None or not planned.again:
        kept = _starts[planned.unit_id] = _keep(scene, planned, before)
        kept.learner = planned.learner
        if before is not None and before.file is not None and before.file != kept.file:
            before.file.unlink(missing_ok=True)


def leave(scene: bpy.types.Scene | None, unit_id: str) -> None:
    """A unit ends: what its objects are now is its learner's doing, not its author's."""
    start = _starts.get(unit_id)
    if start is not None and scene is not None:
        wanted = start.wanted
        start.left = object_start.read_all(scene, wanted)


@dataclass(frozen=True)
class Lent:
    """A unit's start that is kept while somebody tries the unit; None where it had none."""

    start: _UnitStart | None


def lend(unit_id: str) -> Lent:
    """Keep what a unit's start is, which a try that follows replaces by its own."""
    start = _starts.get(unit_id)
    if start is None or start.file is None:
        return Lent(start)
    copied = start.file.with_name(f"{start.file.stem}_tried.blend")
    shutil.copyfile(start.file, copied)
    _starts[unit_id] = replace(start, file=copied)
    return Lent(start)


def take_back(unit_id: str, lent: Lent) -> None:
    """Have a unit's start as it was before it was tried."""
    tried = _starts.pop(unit_id, None)
    if tried is not None and tried.file is not None:
        tried.file.unlink(missing_ok=True)
    if lent.start is not None:
        _starts[unit_id] = lent.start


def forget() -> None:
    """Forget all starts, as when another file is opened."""
    _starts.clear()
    object_copies.remove_all()


def _keep(scene: bpy.types.Scene, planned: Plan, before: _UnitStart | None) -> _UnitStart:
    wanted = planned.wanted
    read = object_start.read_all(scene, wanted)
    objects = {name: one for name, one in read.items() if one is not None}
    worked_on = _worked_on(before, read)  # by a learner who goes on from there, and no start
    objects |= {name: before.objects[name] for name in worked_on if before is not None}
    if before is not None and objects.keys() == before.objects.keys() == planned.back | worked_on:
        return _UnitStart(wanted, objects, before.file)  # the copies are those of the same start
    found = named_objects.find_all(scene, wanted)
    try:
        file = object_copies.write(found.values()) if found else None
    except (OSError, RuntimeError) as error:  # a full disk is no reason not to learn
        _log.warning("The objects of a unit cannot be kept for Begin Again: %s", error)
        file = None
    return _UnitStart(wanted, objects, file)


def _worked_on(before: _UnitStart | None, now: Mapping[str, ObjectStart | None]) -> frozenset[str]:
    """Names of the objects that are still as a learner left them: no author changed them since."""
    if before is None:
        return frozenset()
    names = before.objects.keys() & before.left.keys() & now.keys()
    return frozenset(name for name in names if before.left[name] == now[name])


def _bring_back(scene: bpy.types.Scene, start: _UnitStart, wanted: Mapping[str, str]) -> None:
    now = object_start.read_all(scene, wanted)
    broken = {
        name
        for name, one in now.items()
        if one is None or not one.is_complete_as(start.objects[name])
    }
    if broken and start.file is not None:
        _mend(scene, start, broken)
    for name, uuid in wanted.items():
        obj = named_objects.find(scene, name, uuid)
        if obj is not None and obj.is_editable:
            object_start.write(scene, obj, start.objects[name])


def _mend(scene: bpy.types.Scene, start: _UnitStart, wanted: Collection[str]) -> None:
    """Bring back the objects that are gone, and what was changed beside their places."""
    assert start.file is not None
    names = [start.objects[name].name for name in wanted]
    try:
        with object_copies.opened(start.file, names) as kept:
            for name in wanted:
                copy = kept.get(start.objects[name].name)
                if copy is not None:
                    obj = _made_whole(scene, name, start.objects[name], copy)
                    object_start.mend_geometry(obj, copy)
    except OSError as error:
        _log.warning("What a learner edited or deleted cannot be brought back: %s", error)


def _made_whole(
    scene: bpy.types.Scene, name: str, start: ObjectStart, kept: bpy.types.Object
) -> bpy.types.Object:
    """The object itself, or a kept copy in its place or where it is gone."""
    obj = named_objects.find(scene, name, start.uuid)
    if obj is None or named_objects.uuid_of(obj) != start.uuid:  # another one took its name
        obj = _only_unlinked(start.uuid)
        if obj is None:
            obj = object_copies.into_file(kept)
            scene.collection.objects.link(obj)
            return obj
        scene.collection.objects.link(obj)
    if obj.is_editable and object_setup.digest(obj) != start.setup:
        return object_copies.replace(obj, kept)
    return obj


def _only_unlinked(uuid: str) -> bpy.types.Object | None:
    """An object that is still in the file though its scene lost it."""
    same = (obj for obj in bpy.data.objects if uuid and value_of(obj, keys.UUID) == uuid)
    return next((one for one in same if one.library is None), None)
