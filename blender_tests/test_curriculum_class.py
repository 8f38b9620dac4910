"""The colours of the class: counted from the record, and not shown of a small one.

scripts/blender 4.4 blender_tests/run.py test_curriculum_class.py
"""

import unittest

import bpy
from blender_tests_support import addon, pump_until
from curriculum_support import CurriculumCase


class ClassColoursTest(CurriculumCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.record()
        self.addCleanup(self.choose, "LEARNER")

    def choose(self, whose: str) -> None:
        bpy.context.window_manager.malloc_vr_curriculum_colours = whose

    def learn(self, *learners: str, passes: bool) -> None:
        """Have learners begin the unit, and pass it or not."""
        for learner in learners:
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner=learner)
            if passes:
                bpy.data.objects["Part"].location = (0, 0, 0)
                bpy.context.view_layer.update()
            else:
                bpy.data.objects["Part"].location = (3, 0, 0)
                bpy.context.view_layer.update()
            bpy.ops.malloc_vr.work_submit()
            bpy.ops.malloc_vr.session_end()

    def counted(self) -> object:
        """The class once all its answers have come."""
        reading, engine = addon("curriculum.class_reading"), addon("runtime").engine()
        reading.forget()
        addon("runtime").refresh_if_stale()
        reading.look()
        while engine.has_posted:
            pump_until(lambda: not engine.has_posted)
            reading.look()
        return addon("runtime").view().class_progress

    def colour(self) -> object:
        unit = addon("runtime").view().lesson.units[0]
        return addon("curriculum.colours").of_unit(unit)

    def test_a_class_of_ten_is_counted_by_those_who_passed(self) -> None:
        self.learn(*(f"passed{n}" for n in range(7)), passes=True)
        self.learn("late0", "late1", passes=False)
        self.choose("CLASS")
        neutral = addon("curriculum.colours").NEUTRAL
        self.assertEqual(self.counted().learners, 9)
        self.assertEqual(self.colour(), neutral, "nine are too few")

        self.learn("late2", passes=False)
        counted = self.counted()
        self.assertEqual((counted.learners, dict(counted.passed)), (10, {"move_it": 7}))
        self.assertNotEqual(self.colour(), neutral)
        unit = addon("runtime").view().lesson.units[0]
        self.assertEqual(addon("curriculum.colours").share_words(unit), "60 to 80 %")

    def test_nobody_is_counted_while_the_colours_are_the_learners(self) -> None:
        self.learn("ada", passes=True)
        self.assertEqual(self.counted().learners, 0)


if __name__ == "__main__":
    unittest.main()
