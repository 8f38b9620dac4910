"""A lesson as tool calls: authored anew from them it is the same lesson.

scripts/blender 4.4 blender_tests/run.py test_lesson_export.py
"""

import json
import unittest
from collections.abc import Callable
from typing import Any

import bpy
from authored_content import authored, curriculum, exported, units_in_order, without_ids
from blender_tests_support import BlenderCase, addon, tool


class ExportTest(BlenderCase):
    maxDiff = None

    def make(self, calls: list[dict[str, Any]], before: Callable[[], None] | None = None) -> None:
        """Call the tools in an empty file, or in one with what the lesson is about."""
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        addon("curriculum.following").forget()
        if before is not None:
            before()
        for one in calls:
            addon("runtime").call(tool(one["tool"], **one["arguments"]))

    def test_each_lesson_that_ships_is_the_same_when_it_is_authored_anew(self) -> None:
        lessons = addon("scene.shipped").LESSONS
        self.assertEqual(set(lessons), {"first_steps", "bolted_flange", "pump_station"})
        for name, lesson in lessons.items():
            with self.subTest(name):
                bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
                bpy.ops.malloc_vr.lesson_add_example(lesson=name)
                self.assertEqual(len(authored()), len(lesson.units))
                self.check_both_ways()

    def check_both_ways(self, before: Callable[[], None] | None = None) -> None:
        """Author the open lesson anew by its calls, compare all of it, and its calls with those."""
        first, places, order, calls = authored(), curriculum(), units_in_order(), exported()
        self.assertEqual(addon("scene.lesson_calls").left_out(), [])
        self.make(calls, before)
        addon("runtime").refresh_if_stale()
        self.assertEqual(authored(), first)
        self.assertEqual(curriculum(), places)
        self.assertEqual(units_in_order(), order)
        self.assertEqual(without_ids(exported()), without_ids(calls))

    def test_a_lesson_made_by_hand_is_the_same_where_its_objects_are(self) -> None:
        def scene() -> None:
            bpy.context.scene.name = "By hand"
            self.add_cube("Part", (5, 0, 0))
            self.add_cube("Seat")

        scene()
        bpy.ops.malloc_vr.unit_add(source="SCENE", unit_id="by_hand", objectives="the part sits")
        self.add_near_trigger()
        self.check_both_ways(scene)

    def test_all_that_is_authored_in_the_window_comes_back_from_the_calls(self) -> None:
        self.make_rich()
        first = authored()
        states = first["Rich"]["unit"]["malloc_vr_start_states"]
        self.assertEqual(states["Part"]["scale"], [1.0, 2.0, 1.0])
        self.assertEqual(states["Seat"]["collections"], ["Fixtures"])
        self.assertTrue(states["Seat"]["hide_render"])
        self.assertEqual(first["Rich"]["unit"]["malloc_vr_module"], "Basics")
        self.assertIs(first["Rich"]["unit"]["malloc_vr_adaptation_optional"], True)
        self.assertNotIn("malloc_vr_adaptation_optional", first["Second"]["unit"])
        self.assertEqual(first["Rich"]["unit"]["malloc_vr_lesson"]["languages"], ["en", "de"])
        hints = [name for name in first["Rich"]["objects"] if name.startswith("Hint ")]
        shapes = {name.partition(" at ")[0] for name in hints}
        self.assertEqual(shapes, {"Hint How", "Hint What", "Hint Where"})
        self.assertEqual(len(hints), 9, "of each goal")
        self.assertEqual(curriculum()["nodes"]["second"][0], [640.0, -80.0])
        self.check_both_ways(self.make_scenes)

    def test_the_order_of_units_goals_and_removed_ones_comes_back_from_the_calls(self) -> None:
        self.make_rich()
        bpy.ops.malloc_vr.unit_need(other="rich")  # the second needs none now: it may come first
        bpy.ops.malloc_vr.unit_move(places=-1)
        self.assertEqual(units_in_order(), ["second", "rich"])
        bpy.context.window.scene = bpy.data.scenes["Rich"]
        goal = addon("authoring.goals").goals_of(bpy.context.scene)[1]
        goal.malloc_vr.objective = "said otherwise"
        first = addon("authoring.goals").goals_of(bpy.context.scene)[0]
        bpy.ops.malloc_vr.goal_remove(goal=first["malloc_vr_uuid"])
        bpy.ops.malloc_vr.goal_move(goal=goal["malloc_vr_uuid"], places=2)
        self.check_both_ways(self.make_scenes)

    def make_scenes(self) -> None:
        """Two scenes with what the lesson is about, before there is a lesson."""
        bpy.context.scene.name = "Rich"
        self.add_cube("Part", (5, 0, 0))
        seat = self.add_cube("Seat")
        fixtures = bpy.data.collections.new("Fixtures")
        bpy.context.scene.collection.children.link(fixtures)
        fixtures.objects.link(seat)
        bpy.context.scene.collection.objects.unlink(seat)
        bpy.ops.scene.new(type="NEW")
        bpy.context.scene.name = "Second"
        self.add_cube("Valve")
        bpy.context.window.scene = bpy.data.scenes["Rich"]

    def make_rich(self) -> None:
        """A lesson with something of everything that can be authored in the window."""
        self.make_scenes()
        rich = bpy.data.scenes["Rich"]
        bpy.ops.malloc_vr.unit_add(source="SCENE", unit_id="rich", objectives="an empty one")
        unit = rich.malloc_vr
        unit.title, unit.instructions = "Rich", "Put the part onto the seat.\nThen look."
        unit.minutes, unit.learning_event, unit.adaptation_optional = 7, "practice", True
        bpy.data.objects["Part"].scale = (1, 2, 1)
        bpy.data.objects["Part"].rotation_euler.z = 0.5
        bpy.data.objects["Seat"].hide_render = True
        bpy.ops.malloc_vr.unit_capture_start()
        bpy.data.objects["Part"].location = (0, 0, 1)  # where hints lead to
        bpy.context.view_layer.update()
        near = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
        in_time = {"within": {"of": near, "max": 60, "unit": "s"}}
        seen = {"order": {"steps": [{"id": "a", "when": near}, {"id": "b", "when": {"not": near}}]}}
        for objective, kind, condition in (
            ("the part is there", "authentic", in_time),
            ("first there, then away", "competency", seen),
            ("the part is near", "formative", {"any": [near, {"visible": {"object": "Part"}}]}),
        ):
            bpy.ops.malloc_vr.trigger_add(
                kind="JSON",
                objective=objective,
                assessment_type=kind,
                conditions=json.dumps(condition),
            )
        goal = addon("authoring.goals").selected(rich)
        goal["malloc_vr_skill"], goal["malloc_vr_item_difficulty"] = "placing", 7
        bpy.ops.malloc_vr.goal_move(places=-1)
        bpy.ops.malloc_vr.hints_make()
        rich["malloc_vr_module"] = "Basics"
        rich.malloc_vr_lesson_title, rich.malloc_vr_lesson_author = "All of it", "Ada"
        rich.malloc_vr_lesson_licence = "CC0-1.0"
        rich.malloc_vr_lesson_languages = "en, de"
        bpy.context.window.scene = bpy.data.scenes["Second"]
        bpy.ops.malloc_vr.unit_add(source="SCENE", unit_id="second", follows=True)
        bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective="see it", conditions='{"visible": {"object": "Valve"}}'
        )
        bpy.ops.malloc_vr.curriculum_show()
        tree = addon("scene.curriculum_tree")
        (shown,) = tree.trees()
        key = bpy.data.scenes["Second"]["malloc_vr_uuid"]
        tree.move(tree.unit_nodes(shown)[key], (640.0, -80.0))

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
