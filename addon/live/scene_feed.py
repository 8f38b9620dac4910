"""Telling a run of a unit what changed in the scene. Nothing here writes to the file.

Objects are found by UUID and name; where they were found is remembered until objects come, go or
are renamed, or Undo puts others in their place, which Blender tells by a reference that is gone.

Thread: main.
"""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import bpy
from mathutils import Matrix

from ..core import keys
from ..core.scene_types import SessionRun, Surface
from ..scene import named_objects, viewport

MANY_UPDATES = 64
"""After so many updates, as in an animation, each named object is looked at instead of the rest."""

SURFACE_LIMIT_TRIANGLES = 50_000
"""Of a mesh whose surface is judged; the box of a larger one stands for it."""

_TEXT_LIMIT_CHARS = 4096  # of a custom property: a text block in one is no value to compare


@dataclass
class _Reported:
    """What was last reported of an object to a run, but for where it is.

    Attributes:
        is_off: Whether it is switched off in the viewport, so that no update tells of its moves.
    """

    obj: bpy.types.Object
    uuid: str
    corners: list[float]
    visible: bool
    parent: str
    materials: list[str]
    properties: dict[str, bool | int | float | str]
    surface: Surface | None
    is_off: bool


class SceneFeed:
    """Tells one run of the objects that its unit's conditions name, and of what they are seen by.

    What is reported counts from the run's next observation on.
    """

    def __init__(
        self, run: SessionRun, wanted: Mapping[str, str], surfaces: Collection[str] = ()
    ) -> None:
        """Nothing is reported yet.

        Args:
            run: It is reported to.
            wanted: Names in the lesson with their UUIDs; an object that was renamed since is reported
                under its name in the lesson.
            surfaces: Names in the lesson of those whose surface a condition asks for.
        """
        self._surfaces = frozenset(surfaces)
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

    def tell_surroundings(self, scene: bpy.types.Scene) -> None:
        """Tell the mode, the tool and, where it is asked for, the view."""
        self._run.set_mode_and_tool(_mode(), _active_tool())
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
        )

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
            elif name is not None or update.id.get(keys.UUID) in self._identities:
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
        world = named_objects.world_matrix(obj, view_layer)
        self._run.set_object(
            name,
            reported.uuid,
            obj.type,
            _flat(world),
            reported.corners,
            reported.visible,
            reported.parent,
            reported.materials,
            reported.properties,
            reported.surface,
        )

    def _read(self, name: str, obj: bpy.types.Object, view_layer: bpy.types.ViewLayer) -> _Reported:
        evaluated = obj.evaluated_get(view_layer.depsgraph)
        parent = obj.parent.name if obj.parent else ""
        visible = obj.visible_get(view_layer=view_layer)
        return _Reported(
            obj=obj,
            uuid=str(obj.get(keys.UUID, "")),
            corners=local_corners(evaluated),
            visible=visible,
            parent=self._lesson_names.get(parent, parent),
            materials=[slot.material.name for slot in obj.material_slots if slot.material],
            properties=scalar_properties(obj),
            surface=surface_of(evaluated) if name in self._surfaces else None,
            is_off=not visible,
        )


def local_corners(obj: bpy.types.Object) -> list[float]:
    """The eight corners of an object's box in its own space, as 24 numbers.

    That of its geometry with modifiers; of an empty, the cube with its display size as half a
    side; of a lamp or camera, eight times its origin.
    """
    if obj.type != "EMPTY":
        return [value for corner in obj.bound_box for value in corner]
    size = obj.empty_display_size
    sides = (-size, size)
    return [value for x in sides for y in sides for z in sides for value in (x, y, z)]


def surface_of(obj: bpy.types.Object) -> Surface | None:
    """The triangles of an evaluated mesh in its own space; None where there are none, or too many.

    An empty that is drawn as a cube is a box; any other one only marks its origin.

    In Edit Mode Blender may not have them; the box stands for them then.
    """
    if obj.type == "EMPTY" and obj.empty_display_type != "CUBE":
        return Surface(array("f", (0.0, 0.0, 0.0)), array("i", (0, 0, 0)))
    mesh = obj.data
    if not isinstance(mesh, bpy.types.Mesh):
        return None
    mesh.calc_loop_triangles()
    triangles = len(mesh.loop_triangles)
    if not 0 < triangles <= SURFACE_LIMIT_TRIANGLES:
        return None
    coordinates = array("f", bytes(4 * 3 * len(mesh.vertices)))
    corners = array("i", bytes(4 * 3 * triangles))
    mesh.vertices.foreach_get("co", coordinates)
    mesh.loop_triangles.foreach_get("vertices", corners)
    return Surface(coordinates, corners)


def scalar_properties(obj: bpy.types.Object) -> dict[str, bool | int | float | str]:
    """The custom properties that are plain values; lists and groups are left out."""
    kept = {}
    for key, value in obj.items():
        is_long = isinstance(value, str) and len(value) > _TEXT_LIMIT_CHARS
        if isinstance(value, bool | int | float | str) and not is_long:
            kept[key] = value
    return kept


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
