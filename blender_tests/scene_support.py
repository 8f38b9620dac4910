"""What the tests of the scene share: an empty file, commands run as a client's, and a dump of it."""

import json
import unittest
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import bpy
from blender_tests_support import addon
from shape_reading import shape_of

NEAR = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}


def dump() -> dict[str, Any]:
    """Everything that an author can have in a file, as plain values that can be compared."""
    return {
        "scenes": {
            scene.name: {
                "properties": _properties(scene),
                "objects": sorted(obj.name for obj in scene.objects),
                "camera": scene.camera.name if scene.camera else "",
            }
            for scene in bpy.data.scenes
        },
        "objects": {
            obj.name: {
                "properties": _properties(obj),
                "basis": [round(value, 6) for row in obj.matrix_basis for value in row],
                "hidden": (obj.hide_viewport, obj.hide_render),
            }
            for obj in bpy.data.objects
        },
        "counts": {
            kind: len(getattr(bpy.data, kind))
            for kind in ("meshes", "collections", "worlds", "materials", "libraries")
        },
        "current": bpy.context.window_manager.windows[0].scene.name,
    }


def _properties(owner: Any) -> dict[str, Any]:
    return {key: value for key, value in owner.items() if isinstance(value, str | int | float)}


@dataclass(frozen=True)
class ClientCall:
    """A client's call, as the pump hands it on with a command."""

    caller: str = "owner"
    is_from_window: bool = False
    is_cancelled: bool = False


_USUAL: dict[str, dict[str, Any]] = {
    "create_knowledge_node": {"scene_configuration": {}},
    "create_assessment_trigger": {"spatial_configuration": {}},
    "observe_checkpoint": {"submit": False, "assessment_type": "authentic"},
    "observe_unit": {"submit": False},
    "start_unit": {"own_passed": {}, "curriculum_units": [], "advised_units": []},
    "update_scene_metadata": {"adaptation_data": {}, "learning_progress": {}},
}
"""What the native side always says with a command."""


class SceneCase(unittest.TestCase):
    """Each test has an empty file with one empty scene."""

    maxDiff = None
    call = ClientCall()
    """Whose call `do` makes."""

    def setUp(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        addon("live.tracking").forget()
        self.addCleanup(lambda: addon("live.tracking").forget())

    def do(self, command: str, **arguments: Any) -> dict[str, Any]:
        """Run a scene command as the pump does for a client, down to the JSON of its reply."""
        whole = {**_USUAL.get(command, {}), **arguments}
        shapes = addon("core.scene_shapes")
        kinds = [one for one in vars(shapes).values() if getattr(one, "NAME", "") == command]
        reply = addon("serving.commands").run(shape_of(kinds[0], whole), self.call)
        return json.loads(json.dumps(reply.to_json(), allow_nan=False))

    def lesson(self) -> dict[str, Any]:
        """What the open file teaches, down to its JSON."""
        lesson: dict[str, Any] = addon("scene.unit_reading").read_lesson().published().to_json()
        return json.loads(json.dumps(lesson, allow_nan=False))

    @contextmanager
    def rejected(self, code: str, field: str | None = None) -> Iterator[Any]:
        """Expect a rejection that leaves the file as it was."""
        before = dump()
        with self.assertRaises(addon("core.errors").MallocVrError) as caught:
            yield caught
        self.assertEqual(caught.exception.code, code, caught.exception)
        self.assertTrue(caught.exception.message)
        if field is not None:
            self.assertEqual(caught.exception.field, field, caught.exception)
        self.assertEqual(dump(), before)

    def add_unit(self, unit_id: str = "move_it", **options: Any) -> dict[str, Any]:
        """Author a unit and go to its scene; `scene` holds its scene_configuration."""
        scene = options.pop("scene", {})
        data = {"unit_id": unit_id, "learning_objectives": ["the part is seated"], **options}
        reply = self.do("create_knowledge_node", unit_data=data, scene_configuration=scene)
        bpy.context.window.scene = bpy.data.scenes[reply["scene_name"]]
        return reply

    def add_trigger(self, conditions: Mapping[str, Any] = NEAR, **options: Any) -> dict[str, Any]:
        """Author a checkpoint in the current scene's unit; `place` says where."""
        place = options.pop("place", {})
        config = {
            "assessment_type": "authentic",
            "learning_objective": "the part is seated",
            "trigger_conditions": conditions,
            **options,
        }
        return self.do(
            "create_assessment_trigger", assessment_config=config, spatial_configuration=place
        )

    def add_box(self, name: str, location: Any = (0, 0, 0), size: Any = (1, 1, 1)) -> Any:
        """Add a mesh box around its origin to the current scene."""
        corners = [
            (x * size[0], y * size[1], z * size[2])
            for x in (-0.5, 0.5)
            for y in (-0.5, 0.5)
            for z in (-0.5, 0.5)
        ]
        return self.add_mesh(name, corners, location)

    def add_mesh(self, name: str, corners: Any, location: Any = (0, 0, 0)) -> Any:
        """Add a mesh of loose vertices to the current scene."""
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(corners, [], [])
        return self.add_object(name, mesh, location)

    def add_object(self, name: str, data: Any = None, location: Any = (0, 0, 0)) -> Any:
        """Add an object to the current scene."""
        made = bpy.data.objects.new(name, data)
        made.location = location
        bpy.context.scene.collection.objects.link(made)
        bpy.context.view_layer.update()
        return made

    def make_lesson(self) -> str:
        """Author a unit with a part 5 m from its seat; returns the id of its checkpoint."""
        self.add_unit()
        self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")
        return str(self.add_trigger()["checkpoint_id"])

    def start(self, unit_id: str = "move_it", session_id: str = "s1", **options: Any) -> Any:
        """Start a unit for a learner."""
        given = {"learner_label": "ada", "restart": False, **options}
        return self.do("start_unit", unit_id=unit_id, session_id=session_id, **given)

    def judge(self, checkpoint_id: str, **options: Any) -> dict[str, Any]:
        """What the scene says of a checkpoint."""
        return self.do("observe_checkpoint", checkpoint_id=checkpoint_id, **options)

    def translate(self, name: str, offset: Any) -> None:
        """Move an object with Blender's own operator, as a learner does."""
        for obj in bpy.context.view_layer.objects:
            obj.select_set(obj.name == name)
        bpy.context.view_layer.objects.active = bpy.data.objects[name]
        self.assertEqual(bpy.ops.transform.translate(value=offset), {"FINISHED"})
