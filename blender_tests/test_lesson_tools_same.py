"""What a client changes in a lesson by tools is what the buttons of the window change.

scripts/blender 4.4 blender_tests/run.py test_lesson_tools_same.py
"""

import json
import unittest
from collections.abc import Callable

import bpy
from authored_content import authored, curriculum, units_in_order
from blender_tests_support import addon
from lesson_units_support import FAR, LessonCase


class SameAsButtonTest(LessonCase):
    """Each change is made in two files: by the button, and by the tool."""

    def check_same(self, press: Callable[[], object], call: Callable[[], object]) -> None:
        press()
        pressed = authored(), units_in_order(), curriculum()
        self.make_units()
        before = authored(), units_in_order(), curriculum()
        call()
        self.assertEqual((authored(), units_in_order(), curriculum()), pressed)
        self.assertNotEqual(before, pressed)

    def test_ordering_units(self) -> None:
        self.check_same(
            lambda: (self.see("Third"), bpy.ops.malloc_vr.unit_move(places=-2)),
            lambda: self.call("order_units", unit_ids=["third", "first", "second"]),
        )

    def test_removing_a_unit(self) -> None:
        self.check_same(
            lambda: (self.see("Second"), bpy.ops.malloc_vr.unit_remove()),
            lambda: self.call("remove_unit", unit_id="second"),
        )

    def test_what_a_unit_says_of_itself_and_needs(self) -> None:
        def press() -> None:
            self.see("Third")
            unit = bpy.context.scene.malloc_vr
            unit.title, unit.instructions, unit.minutes = "Last", "Do it.", 7
            unit.learning_event, unit.adaptation_optional, unit.hint_1 = "mastery", True, "Look."
            bpy.ops.malloc_vr.unit_need(other="second")
            bpy.ops.malloc_vr.unit_need(other="first")

        self.check_same(
            press,
            lambda: self.call(
                "update_unit",
                unit_id="third",
                title="Last",
                instructions="Do it.",
                estimated_duration="7_minutes",
                learning_event="mastery",
                adaptation_optional=True,
                hints=["Look."],
                prerequisite_units=["first"],
            ),
        )

    def test_capturing_a_start(self) -> None:
        self.check_same(
            lambda: bpy.ops.malloc_vr.unit_capture_start(),
            lambda: self.call("capture_unit_start", unit_id="first"),
        )

    def test_ordering_goals(self) -> None:
        self.check_same(
            lambda: bpy.ops.malloc_vr.goal_move(goal=self.goal(1)["malloc_vr_uuid"], places=-1),
            lambda: self.call(
                "order_goals",
                unit_id="first",
                checkpoint_ids=[self.goal(1)["malloc_vr_uuid"], self.goal(0).name],
            ),
        )

    def test_removing_a_goal(self) -> None:
        self.check_same(
            lambda: bpy.ops.malloc_vr.goal_remove(goal=self.goal(0)["malloc_vr_uuid"]),
            lambda: self.call("remove_goal", checkpoint_id=self.goal(0)["malloc_vr_uuid"]),
        )

    def test_changing_a_goal(self) -> None:
        def press() -> None:
            goal = self.goal(0).malloc_vr
            goal.objective, goal.assessment_type = "sits well", "competency"
            goal.skill, goal.difficulty, goal.json = "placing", 4, json.dumps(FAR)

        self.check_same(
            press,
            lambda: self.call(
                "update_goal",
                checkpoint_id=self.goal(0)["malloc_vr_uuid"],
                learning_objective="sits well",
                assessment_type="competency",
                skill="placing",
                difficulty=4,
                trigger_conditions=FAR,
            ),
        )

    def test_making_hints(self) -> None:
        self.check_same(
            lambda: bpy.ops.malloc_vr.hints_make(),
            lambda: [
                self.call("make_hints", checkpoint_id=self.goal(index)["malloc_vr_uuid"])
                for index in (0, 1)
            ],
        )

    def test_saying_what_the_lesson_is(self) -> None:
        def press() -> None:
            scene = bpy.data.scenes["first"]
            scene.malloc_vr_lesson_title, scene.malloc_vr_lesson_author = "All", "Ada"
            scene.malloc_vr_lesson_licence = "CC0-1.0"
            scene.malloc_vr_lesson_languages = "en, de"

        self.check_same(
            press,
            lambda: self.call(
                "update_lesson_details",
                title="All",
                author="Ada",
                licence="CC0-1.0",
                languages=["en", "de"],
            ),
        )

    def test_showing_the_curriculum(self) -> None:
        self.check_same(
            lambda: (bpy.ops.malloc_vr.curriculum_show(), addon("runtime").refresh_if_stale()),
            lambda: self.call("arrange_curriculum"),
        )


if __name__ == "__main__":
    unittest.main()
