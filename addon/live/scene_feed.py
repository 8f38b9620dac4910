"""Telling a run of a unit what changed in the scene. Nothing here writes to the file.

Each object that the unit names is looked at after each update, and Blender's list of updates is not
gone through for it: that takes as long as the scene is large. Objects are found by UUID and name;
where they were found is remembered until objects come, go or are renamed, or Undo puts others in
their place, which Blender tells by a reference that is gone. Why: docs/decisions/018.

Thread: main.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import bpy
from mathutils import Matrix

from ..core.scene_types import MeshCounts, Modifier, SessionRun, Surface
from ..scene import named_objects, viewport
from .object_look import Build, Place, build_of, is_bent, place_of
from .object_reading import is_there, mesh_counts, surface_of

MANY_UPDATES = 64
"""After so many updates, as in an animation, each surface is read again instead of the rest asked."""

_WITH_DATA = frozenset(("MATERIAL", "KEY", "MESH"))
"""Types of data without whose change an object stays built as it is; beside that of its own data."""


Standing = tuple[Place, Build, MeshCounts | None]
"""How an object is, for comparing: where it is, what it consists of, and its mesh where it counts."""


@dataclass
class _Reported:
    """What was last reported of an object to a run.

    Attributes:
        called: Its name in the file.
        users: How many data of the file refer to it: less once another one stands in its place.
    """

    obj: bpy.types.Object
    called: str
    users: int
    uuid: str
    build: Build
    place: Place
    surface: Surface | None
    mesh: MeshCounts | None


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
        self._data_types = _WITH_DATA
        self._copies: list[tuple[bpy.types.Object, str]] = []  # with their names in the file

    def tell_all(self, scene: bpy.types.Scene) -> None:
        """Tell everything as it is. The dependency graph must be up to date."""
        view_layer = named_objects.view_layer_of(scene)
        found, copies = named_objects.find_all_with_copies(scene, self._wanted)
        self._lesson_names = {obj.name: name for name, obj in found.items()}
        self._copies = [(obj, obj.name) for obj in copies]
        self._data_types = _WITH_DATA.union(obj.data.id_type for obj in found.values() if obj.data)
        for name in self._wanted:
            if name in found:
                self._tell_anew(name, found[name], view_layer)
            else:
                self._reported.pop(name, None)
                self._run.remove_object(name)
        self.tell_surroundings(scene)

    def is_of_lesson(self, name_in_file: str) -> bool:
        """Whether an object of the file is one that the unit's conditions name."""
        return name_in_file in self._lesson_names

    def standing(self) -> dict[str, Standing]:
        """How the objects were when they were reported last, by their names in the lesson."""
        return {name: (one.place, one.build, one.mesh) for name, one in self._reported.items()}

    def places(self) -> Mapping[str, Sequence[float]]:
        """Where the objects were when they were reported last, by their names in the lesson."""
        return {name: _flat(one.place.world) for name, one in self._reported.items()}

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
        """Tell what changed with an update of a dependency graph; safe inside of its handlers."""
        try:
            is_told = self._tell_changed(depsgraph, named_objects.view_layer_of(scene))
        except ReferenceError:  # Undo or a script put other data in the place of what we found
            is_told = False
        if is_told:
            self.tell_surroundings(scene)
        else:
            self.tell_all(scene)

    def _tell_changed(
        self, depsgraph: bpy.types.Depsgraph, view_layer: bpy.types.ViewLayer
    ) -> bool:
        """Returns whether that was possible without finding the objects again."""
        if depsgraph.id_type_updated("COLLECTION"):
            return False  # objects came or went
        if any(obj.name != name for obj, name in self._copies):
            return False  # another one of them may be meant
        are_data_changed = any(map(depsgraph.id_type_updated, self._data_types))
        reshaped = self._reshaped(depsgraph, are_data_changed)
        for name, known in self._reported.items():
            obj, build = known.obj, known.build
            if obj.name != known.called or obj.users != known.users:
                return False
            is_known = build.is_steady and not are_data_changed
            place = place_of(obj, view_layer, known.place.corners if is_known else None)
            if not is_known:
                build = build_of(obj)
            if name in reshaped or build.shape != known.build.shape:
                self._tell_anew(name, obj, view_layer)
            elif place != known.place or (build is not known.build and build != known.build):
                known.place, known.build = place, build
                self._tell(name, known)
        return True

    def _reshaped(self, depsgraph: bpy.types.Depsgraph, are_data_changed: bool) -> Set[str]:
        """Those whose surface or mesh may be another one, of those where it is asked for."""
        asked = self._surfaces | self._meshes
        if not asked or not depsgraph.id_type_updated("OBJECT"):
            return frozenset()
        known = (self._reported[name].obj for name in self._surfaces & self._reported.keys())
        if not are_data_changed and not any(map(is_bent, known)):
            return frozenset()
        reshaped = set()
        # Blender finds the updates among all that it knows: go through them once, and ask no number.
        for count, update in enumerate(depsgraph.updates):
            if count > MANY_UPDATES:
                return asked
            if update.is_updated_geometry and update.id.id_type == "OBJECT":
                reshaped.add(self._lesson_names.get(update.id.name, ""))
        return reshaped

    def _tell_anew(self, name: str, obj: bpy.types.Object, view_layer: bpy.types.ViewLayer) -> None:
        evaluated = obj.evaluated_get(view_layer.depsgraph)
        self._reported[name] = known = _Reported(
            obj=obj,
            called=obj.name,
            users=obj.users,
            uuid=named_objects.uuid_of(obj),
            build=build_of(obj),
            place=place_of(obj, view_layer),
            surface=surface_of(evaluated) if name in self._surfaces else None,
            mesh=mesh_counts(obj) if name in self._meshes else None,
        )
        self._tell(name, known)

    def _tell(self, name: str, known: _Reported) -> None:
        build, place = known.build, known.place
        self._run.set_object(
            name,
            known.uuid,
            build.kind,
            _flat(place.world),
            place.corners,
            place.visible,
            self._lesson_names.get(build.parent, build.parent),
            build.parent in self._lesson_names,
            build.materials,
            [Modifier(*one) for one in build.modifiers],
            place.properties,
            known.surface,
            place.rotation_mode,
            place.euler_rad,
            known.mesh,
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
