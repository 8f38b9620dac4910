"""A small lesson that is well made, for the tests of checking it."""

import json

import bpy
from blender_tests_support import BlenderCase, addon


class CheckLessonCase(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.scene = bpy.context.scene
        self.scene["malloc_vr_hints"] = json.dumps(["Look at the seat."])
        addon("runtime").mark_stale()
        addon("modes").choose(addon("modes").Mode.AUTHOR)

    def check(self) -> list[str]:
        """Press the button; the kinds of what was found."""
        self.assertEqual(bpy.ops.malloc_vr.lesson_check(), {"FINISHED"})
        return self.shown()

    def shown(self) -> list[str]:
        """The kinds of what the panel shows now."""
        checked = self.view().checked
        return [one.kind for one in checked.findings] if checked else []

    def put(self, key: str, value: object) -> None:
        self.scene[key] = value
        addon("runtime").mark_stale()

    def goal(self) -> bpy.types.Object:
        return next(obj for obj in self.scene.objects if "trigger_conditions" in obj)
