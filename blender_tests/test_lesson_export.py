"""A lesson as tool calls: authored anew from them it is the same lesson.

scripts/blender 4.4 blender_tests/run.py test_lesson_export.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool

OWN_IDS = ("malloc_vr_uuid", "checkpoint_id")


def without_ids(value: Any) -> Any:
    """The value without what identifies things in one file only, and without the last bits.

    A quaternion is made a unit one whenever it is authored, which may change its last bit.
    """
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: without_ids(each) for key, each in value.items() if key != "uuid"}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def properties(owner: Any) -> dict[str, Any]:
    """All custom properties, JSON texts as what they say."""
    found = {}
    for key in owner.keys():  # noqa: SIM118  an ID is no mapping
        value = owner[key]
        if key in OWN_IDS or not isinstance(value, str | int | float):
            continue  # a group of Blender's own properties is none that an author wrote
        if key == "malloc_vr_named_objects":  # object name -> its id
            value = sorted(json.loads(value))
        elif isinstance(value, str) and value[:1] in ("{", "["):
            value = without_ids(json.loads(value))
        found[key] = value
    return found


def authored() -> dict[str, Any]:
    """What an author left in the open file: of each scene, and of each object in it."""
    return {
        scene.name: {
            "unit": properties(scene),
            "camera": scene.camera.name if scene.camera else "",
            "objects": {
                obj.name: (properties(obj), [round(v, 5) for v in obj.matrix_basis.translation])
                for obj in scene.objects
            },
        }
        for scene in bpy.data.scenes
        if "learning_unit_id" in scene
    }


def exported() -> list[dict[str, Any]]:
    """The calls, down to their JSON and back."""
    calls = [
        {"tool": one.NAME, "arguments": one.to_json()}
        for one in addon("scene.lesson_calls").tool_calls()
    ]
    read: list[dict[str, Any]] = json.loads(json.dumps(calls, allow_nan=False))
    return read


class ExportTest(BlenderCase):
    def make(self, calls: list[dict[str, Any]]) -> None:
        """Call the tools in an empty file."""
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        for one in calls:
            addon("runtime").call(tool(one["tool"], **one["arguments"]))

    def test_each_lesson_that_ships_is_the_same_when_it_is_authored_anew(self) -> None:
        lessons = addon("scene.shipped").LESSONS
        self.assertEqual(set(lessons), {"first_steps", "bolted_flange", "pump_station"})
        for name, lesson in lessons.items():
            with self.subTest(name):
                bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
                bpy.ops.malloc_vr.lesson_add_example(lesson=name)
                first, calls = authored(), exported()
                self.make(calls)
                self.assertEqual(len(first), len(lesson.units))
                self.assertEqual(authored(), first)
                self.assertEqual(without_ids(exported()), without_ids(calls))

    def test_a_lesson_made_by_hand_is_the_same_where_its_objects_are(self) -> None:
        self.make_lesson()
        bpy.context.scene.name = "By hand"
        first, calls = authored(), exported()
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        bpy.context.scene.name = "By hand"
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        for one in calls:
            addon("runtime").call(tool(one["tool"], **one["arguments"]))
        self.assertEqual(authored(), first)

    def test_a_goal_that_is_still_empty_comes_with_its_unit_and_not_twice(self) -> None:
        self.add_unit()
        self.assertEqual([one["tool"] for one in exported()], ["create_blender_knowledge_node"])

    def test_a_lesson_with_a_problem_is_not_exported_but_said(self) -> None:
        self.make_lesson()
        bpy.context.scene["prerequisites"] = "[broken"
        with self.assertRaises(addon("core.errors").Conflict) as caught:
            exported()
        self.assertIn("prerequisites", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
