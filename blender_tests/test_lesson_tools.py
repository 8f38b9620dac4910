"""Changing a lesson by tools: what is rejected, what goes along, and what Undo takes back.

scripts/blender 4.4 blender_tests/run.py test_lesson_tools.py
"""

import contextlib
import unittest
from dataclasses import dataclass
from typing import Any

import bpy
from authored_content import authored, units_in_order
from blender_tests_support import addon, call_from_outside
from lesson_units_support import LessonCase


class ToolsTest(LessonCase):
    def rejected(self, code: str, field: str, name: str, **arguments: Any) -> None:
        before = authored(), units_in_order()
        with self.assertRaises(addon("core.errors").MallocVrError) as caught:
            self.call(name, **arguments)
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field))
        self.assertEqual((authored(), units_in_order()), before)

    def test_what_does_not_fit_is_rejected_and_changes_nothing(self) -> None:
        first = self.goal(0)["malloc_vr_uuid"]
        wrong, gone = "VALIDATION_ERROR", "RESOURCE_NOT_FOUND"
        self.rejected(wrong, "unit_ids", "order_units", unit_ids=["third", "first"])
        self.rejected(gone, "unit_id", "remove_unit", unit_id="none")
        self.rejected(gone, "checkpoint_id", "remove_goal", checkpoint_id="none")
        self.rejected(wrong, "checkpoint_ids", "order_goals", unit_id="first",
                      checkpoint_ids=[first])  # fmt: skip
        self.rejected(wrong, "prerequisite_units", "update_unit", unit_id="first",
                      prerequisite_units=["third"])  # fmt: skip
        self.rejected(wrong, "languages", "update_lesson_details", languages=["no language"])
        self.rejected(gone, "places", "arrange_curriculum", places={"none": [0, 0]})
        self.rejected(gone, "lesson", "add_example_lesson", lesson="none")
        self.rejected(gone, "kind", "fix_finding", kind="library_missing")
        self.rejected(wrong, "trigger_conditions.visible.object", "update_goal",
                      checkpoint_id=first,
                      trigger_conditions={"visible": {"object": "Nothing"}})  # fmt: skip
        for shape in ({"kind": "ghost", "level": 3, "object": "Nothing"},
                      {"kind": "ghost", "level": 3}):  # fmt: skip
            self.rejected(wrong, "shapes[0].object", "set_hint_shapes", checkpoint_id=first,
                          shapes=[shape])  # fmt: skip

    def test_a_goal_takes_the_shapes_that_it_is_given_and_loses_them_again(self) -> None:
        goal = self.goal(0)
        arrow = {
            "kind": "arrow", "level": 2, "begin_m": [0, 0, 0], "end_m": [0, 0, 2],
            "thickness_m": 0.05,
        }  # fmt: skip
        ghost = {"kind": "ghost", "level": 3, "object": "Part", "location_m": [1, 2, 3]}
        reply = self.call(
            "set_hint_shapes", checkpoint_id=goal["malloc_vr_uuid"], shapes=[arrow, ghost]
        )
        made = [bpy.data.objects[name] for name in reply.changed]
        self.assertEqual([one["malloc_vr_hint_level"] for one in made], [2, 3])
        self.assertAlmostEqual(max(v.co.z for v in made[0].data.vertices), 2.0, 5)
        self.assertEqual([round(v, 5) for v in made[1].matrix_world.translation], [1, 2, 3])
        self.call("set_hint_shapes", checkpoint_id=goal["malloc_vr_uuid"], shapes=[])
        self.assertFalse([one for one in bpy.data.objects if one.name.startswith("Hint ")])

    def test_what_is_said_of_the_lesson_outlives_the_unit_that_kept_it(self) -> None:
        self.call("update_lesson_details", title="All")
        self.call("remove_unit", unit_id="first")
        self.assertIn("malloc_vr_lesson", bpy.data.scenes["Second"])
        self.assertNotIn("malloc_vr_lesson", bpy.data.scenes["first"])
        self.assertEqual(units_in_order(), ["second", "third"])

    def test_a_new_objective_has_a_goal_to_fill_and_an_empty_one_goes_with_its_own(self) -> None:
        self.call("update_unit", unit_id="second", learning_objectives=["one", "two"])
        goals = addon("authoring.goals").goals_of(bpy.data.scenes["Second"])
        self.assertEqual([one["learning_objective"] for one in goals], ["one", "two"])
        self.call("update_unit", unit_id="second", learning_objectives=["two"])
        goals = addon("authoring.goals").goals_of(bpy.data.scenes["Second"])
        self.assertEqual([one["learning_objective"] for one in goals], ["two"])

    def test_the_unit_that_somebody_works_in_is_neither_removed_nor_begun_otherwise(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="first", learner="ada")
        for name in ("remove_unit", "capture_unit_start"):
            self.rejected("CONFLICT", "unit_id", name, unit_id="first")
        self.call("capture_unit_start", unit_id="third")
        self.call("remove_unit", unit_id="third")
        bpy.ops.malloc_vr.session_end()
        self.call("remove_unit", unit_id="first")
        self.assertEqual(units_in_order(), ["second"])

    def hints(self, scene: str) -> list[str]:
        """Names of the shapes in a scene, and of their meshes in the file."""
        shapes = [one for one in bpy.data.scenes[scene].objects if "malloc_vr_hint_of_goal" in one]
        meshes = [one.name for one in bpy.data.meshes if one.name.startswith("Hint ")]
        self.assertEqual(len(shapes), len(meshes))
        return meshes

    def test_what_hints_at_a_goal_goes_with_it_whichever_tool_takes_it_out(self) -> None:
        arrow = {"kind": "arrow", "level": 2, "begin_m": [0, 0, 0], "end_m": [0, 0, 2]}
        self.call("update_unit", unit_id="second", learning_objectives=["one", "two"])
        goals = addon("authoring.goals").goals_of(bpy.data.scenes["Second"])
        for goal_id in [one["malloc_vr_uuid"] for one in goals]:
            self.call("set_hint_shapes", checkpoint_id=goal_id, shapes=[arrow])
        self.assertEqual(len(self.hints("Second")), 2)

        self.call("update_unit", unit_id="second", learning_objectives=["two"])
        self.assertEqual(len(self.hints("Second")), 1)
        self.call(
            "create_blender_knowledge_node",
            unit_data={"unit_id": "second", "learning_objectives": ["two"]},
            scene_configuration={"replace": True},
        )
        self.assertEqual(self.hints("Second"), [])

    def test_a_finding_is_mended_and_gone(self) -> None:
        bpy.data.scenes["Second"]["malloc_vr_title"] = ""
        self.call("fix_finding", kind="title_empty", unit_id="second")
        self.assertEqual(bpy.data.scenes["Second"]["malloc_vr_title"], "Second")
        self.rejected("RESOURCE_NOT_FOUND", "kind", "fix_finding", kind="title_empty")

    def test_an_example_is_one_call_in_a_file_without_a_lesson(self) -> None:
        self.rejected("CONFLICT", "", "add_example_lesson", lesson="pump_station")
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        reply = self.call("add_example_lesson", lesson="pump_station")
        self.assertEqual(units_in_order(), list(reply.changed))
        self.assertEqual(len(reply.event_ids), 1)

    def test_an_example_whose_client_goes_away_is_authored_whole_or_not_at_all(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        for patience, expected in ((0, 0), (1, 8)):
            with self.subTest(patience=patience):
                asked = addon("core.window_shapes").AddExampleLesson(lesson="first_steps")
                with contextlib.suppress(addon("core.errors").Conflict):
                    addon("serving.commands").run(asked, Impatient(patience))
                self.assertEqual(len(units_in_order()), expected)


@dataclass
class Impatient:
    """The call of a client that goes away once it was looked after so many times."""

    looks: int
    caller: str = "tutor"
    is_from_window: bool = False

    @property
    def is_cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


class FromOutsideTest(LessonCase):
    def test_a_client_changes_the_lesson_as_one_step_that_undo_takes_back(self) -> None:
        with self.serving():
            goal = self.goal(0)["malloc_vr_uuid"]
            bpy.ops.ed.undo_push(message="before")
            before = authored()
            answers = call_from_outside(
                ("update_unit", {"unit_id": "third", "title": "Last"}),
                ("remove_goal", {"checkpoint_id": goal}),
            )
            self.assertEqual([one["result"]["status"] for one in answers], ["changed"] * 2)
            self.assertEqual([len(one["result"]["event_ids"]) for one in answers], [1, 1])
            self.assertIn("A client removed the goal “sits”", self.view().client_change.sentence)
            self.assertNotEqual(authored(), before)
            bpy.ops.ed.undo()
            self.assertEqual(authored(), before)


if __name__ == "__main__":
    unittest.main()
