"""Telling a run of a unit what changed in the scene. Nothing here writes to the file.

Objects are found by UUID and name; where they were found is remembered until objects come, go or
are renamed, or Undo puts others in their place, which Blender tells by a reference that is gone.

Thread: main.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import bpy
from mathutils import Matrix

from ..core import keys
from ..core.file_values import value_of
from ..core.scene_types import MeshCounts, Modifier, SessionRun, Surface
from ..scene import named_objects, viewport
from .object_reading import is_there, local_corners, mesh_counts, scalar_properties, surface_of

MANY_UPDATES = 64
"""After so many updates, as in an animation, each named object is looked at instead of the rest."""


@dataclass
class _Reported:
    """What was last reported of an object to a run.

    Attributes:
        place: Local to world, 16 numbers.
        is_off: Whether it is switched off in the viewport, so that no update tells of its moves.
    """

    obj: bpy.types.Object
    uuid: str
    corners: list[float]
    visible: bool
    parent: tuple[str, bool]  # its name; whether it is the lesson's object of that name
    materials: list[str]
    modifiers: list[Modifier]
    properties: dict[str, bool | int | float | str]
    surface: Surface | None
    mesh: MeshCounts | None
    is_off: bool
    place: Sequence[float] = ()


class SceneFeed:
    """Tells one run of the objects that its unit's conditions name, and of what they are seen by.

    What is reported counts from the run's next observation on.
    """

    def __init__(
        self,
        run: SessionRun,
        wanted: Mapping[str, str],
        surfaces: Collection[str] = (),
        meshes: Collection[str] = (),
    ) -> None:
        """Nothing is reported yet.

        Args:
            run: It is reported to.
            wanted: Names in the lesson with their UUIDs; an object that was renamed since is reported
                under its name in the lesson.
            surfaces: Names in the lesson of those whose surface a condition asks for.
            meshes: Names in the lesson of those whose mesh a condition counts.
        """
        self._surfaces = frozenset(surfaces)
        self._meshes = frozenset(meshes)
        self._run = run
        self._wanted = wanted
        self._reported: dict[str, _Reported] = {}
        self._lesson_names: dict[str, str] = {}  # by the name in the file
        self._identities = frozenset(filter(None, wanted.values()))

    def tell_all(self, scene: bpy.types.Scene) -> None:
        """Tell everything as it is. The dependency graph must be up to date."""
        view_layer = named_objects.view_layer_of(scene)
        found = named_objects.find_all(scene, self._wanted)
        self._lesson_names = {obj.name: name for name, obj in found.items()}
        for name in self._wanted:
            if name in found:
                self._tell(name, found[name], view_layer)
            else:
                self._reported.pop(name, None)
                self._run.remove_object(name)
        self.tell_surroundings(scene)

    def is_of_lesson(self, name_in_file: str) -> bool:
        """Whether an object of the file is one that the unit's conditions name."""
        return name_in_file in self._lesson_names

    def places(self) -> Mapping[str, Sequence[float]]:
        """Where the objects were when they were reported last, by their names in the lesson."""
        return {name: one.place for name, one in self._reported.items()}

    def tell_surroundings(self, scene: bpy.types.Scene) -> None:
        """Tell the mode, the tool and, where they are asked for, the selection and the view."""
        self._run.set_mode_and_tool(_mode(), _active_tool())
        if self._run.needs_selection:
            self._tell_selection(named_objects.view_layer_of(scene))
        if not self._run.needs_view:
            return
        view = viewport.read_view(scene)
        if view is None:
            self._run.clear_view()
            return
        self._run.set_view(
            view.eye,
            view.forward,
            view.up,
            view.vertical_fov_rad,
            view.aspect,
            view.source,
            view.parallel_height_m,
            view.pivot_distance_m,
        )

    def _tell_selection(self, view_layer: bpy.types.ViewLayer) -> None:
        selected = [
            name
            for name, one in self._reported.items()
            if is_there(one.obj) and one.obj.select_get(view_layer=view_layer)
        ]
        active = view_layer.objects.active
        name = self._lesson_names.get(active.name, "") if active is not None else ""
        self._run.set_selection(selected, name)

    def tell_updates(self, scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
        """Tell what the updates of a dependency graph say; safe inside of its handlers.

        Children and what constraints move are among the updates.
        """
        try:
            is_reported = self._tell_updates(depsgraph, named_objects.view_layer_of(scene))
        except ReferenceError:  # Undo or a script put other data in the place of what we found
            is_reported = False
        if is_reported:
            self.tell_surroundings(scene)
        else:
            self.tell_all(scene)

    def _tell_updates(
        self, depsgraph: bpy.types.Depsgraph, view_layer: bpy.types.ViewLayer
    ) -> bool:
        """Returns whether that was possible without finding the objects again."""
        concerned: dict[str, bool] = {}  # whether it only moved, by its name in the lesson
        are_seen_anew = has_moves = False
        # Blender finds the updates among all that it knows: go through them once, and ask no number.
        for count, update in enumerate(depsgraph.updates):
            kind = update.id.id_type
            if kind == "COLLECTION" or count > MANY_UPDATES:
                return False  # objects came or went; or telling all of them is quicker
            are_seen_anew = are_seen_anew or kind == "SCENE"
            if kind != "OBJECT":
                continue
            has_moves = True
            name = self._lesson_names.get(update.id.name)
            if name is not None and update.id.original == self._reported[name].obj:
                concerned[name] = update.is_updated_transform and not (
                    update.is_updated_geometry or update.is_updated_shading
                )
            elif name is not None or value_of(update.id, keys.UUID) in self._identities:
                return False  # it was renamed, or is a copy
        for name, reported in self._reported.items():
            if name in concerned:
                only_moved = concerned[name] and not are_seen_anew
                self._tell(name, reported.obj, view_layer, reported if only_moved else None)
            elif (reported.is_off and has_moves) or (
                are_seen_anew
                and reported.obj.visible_get(view_layer=view_layer) != reported.visible
            ):
                self._tell(name, reported.obj, view_layer)
        return True

    def _tell(
        self,
        name: str,
        obj: bpy.types.Object,
        view_layer: bpy.types.ViewLayer,
        known: _Reported | None = None,
    ) -> None:
        reported = self._reported[name] = known or self._read(name, obj, view_layer)
        if known is not None:  # what a script sets raises no update of its own
            known.properties = scalar_properties(obj)
        reported.place = _flat(named_objects.world_matrix(obj, view_layer))
        self._run.set_object(
            name,
            reported.uuid,
            obj.type,
            reported.place,
            reported.corners,
            reported.visible,
            *reported.parent,
            reported.materials,
            reported.modifiers,
            reported.properties,
            reported.surface,
            obj.rotation_mode,
            tuple(obj.rotation_euler),
            reported.mesh,
        )

    def _read(self, name: str, obj: bpy.types.Object, view_layer: bpy.types.ViewLayer) -> _Reported:
        evaluated = obj.evaluated_get(view_layer.depsgraph)
        parent = obj.parent.name if obj.parent else ""
        visible = obj.visible_get(view_layer=view_layer)
        return _Reported(
            obj=obj,
            uuid=named_objects.uuid_of(obj),
            corners=local_corners(evaluated),
            visible=visible,
            parent=(self._lesson_names.get(parent, parent), parent in self._lesson_names),
            materials=[slot.material.name for slot in obj.material_slots if slot.material],
            modifiers=[Modifier(m.type, m.name, m.show_viewport) for m in obj.modifiers],
            properties=scalar_properties(obj),
            surface=surface_of(evaluated) if name in self._surfaces else None,
            mesh=mesh_counts(obj) if name in self._meshes else None,
            is_off=not visible,
        )


def _flat(matrix: Matrix) -> list[float]:
    return [value for row in matrix for value in row]


def _mode() -> str:
    return getattr(bpy.context, "mode", None) or "OBJECT"


def _active_tool() -> str:
    workspace: Any = getattr(bpy.context, "workspace", None)
    if workspace is None:
        return ""
    tool = workspace.tools.from_space_view3d_mode(_mode(), create=False)
    return tool.idname if tool else ""
