"""A lesson of three units, authored by the buttons, that tests of tools change."""

import json
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool

NEAR = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
FAR = {"not": NEAR}


class LessonCase(BlenderCase):
    maxDiff = None

    def setUp(self) -> None:
        super().setUp()
        self.make_units()

    def make_units(self) -> None:
        """Three units in a row, the first with two goals."""
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        addon("curriculum.following").forget()
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        bpy.context.scene.name = "first"
        bpy.ops.malloc_vr.unit_add(source="SCENE", unit_id="first", title="First")
        for objective, condition in (("sits", NEAR), ("leaves", FAR)):
            bpy.ops.malloc_vr.trigger_add(
                kind="JSON", objective=objective, conditions=json.dumps(condition)
            )
        for unit_id in ("second", "third"):
            bpy.ops.malloc_vr.unit_add(unit_id=unit_id, title=unit_id.title(), follows=True)
        self.see("first")

    def see(self, name: str) -> None:
        bpy.context.window.scene = bpy.data.scenes[name]

    def goal(self, index: int) -> Any:
        return addon("authoring.goals").goals_of(bpy.data.scenes["first"])[index]

    def call(self, name: str, **arguments: Any) -> Any:
        """Call a tool as an operator would."""
        return addon("runtime").call(tool(name, **arguments))
