"""A unit about a cup and a saucer whose goals are made by hand, for the tests of an author's goals."""

from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class GoalCase(BlenderCase):
    cup_height_m = 1.0

    def setUp(self) -> None:
        super().setUp()
        self.saucer = self.add_cube("Saucer")
        self.cup = self.add_cube("Cup", (0.45, 0, self.cup_height_m))
        self.assertEqual(bpy.ops.malloc_vr.unit_add(source="SCENE", title="Tea"), {"FINISHED"})
        addon("modes").choose(addon("modes").Mode.AUTHOR)
        self.addCleanup(lambda: addon("modes").choose(addon("modes").Mode.LEARN))

    def select(self, *objects: Any) -> None:
        """The last one is the active one."""
        for obj in bpy.context.scene.objects:
            obj.select_set(obj in objects)
        bpy.context.view_layer.objects.active = objects[-1] if objects else None

    def add(self, kind: str, **options: Any) -> Any:
        self.assertEqual(bpy.ops.malloc_vr.trigger_add(kind=kind, **options), {"FINISHED"})
        return self.goal()

    def goal(self) -> Any:
        """The trigger of the goal that is edited."""
        return addon("authoring.goals").selected(bpy.context.scene)
