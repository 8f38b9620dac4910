"""Going on where one stopped: after leaving half-way, and after Blender was killed.

scripts/blender 4.4 blender_tests/run.py test_resume.py
"""

import json
import subprocess
import unittest

import bpy
from blender_tests_support import HERE, BlenderCase, addon, blender_command

LIMIT_SECONDS = 120.0


class ResumeTest(BlenderCase):
    def kill_half_way(self) -> None:
        """Have another Blender do half of a unit in `self.folder`, and kill it at once."""
        command = [*blender_command(HERE / "crash_child.py"), str(self.folder)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.addCleanup(child.wait, LIMIT_SECONDS)
        self.addCleanup(child.kill)
        assert child.stdout is not None
        said = next((line for line in child.stdout if line.strip() == "half"), "")
        child.kill()
        child.wait(LIMIT_SECONDS)
        child.stdout.close()
        self.assertEqual(said.strip(), "half", "it ended by itself")

    def test_after_a_crash_the_unit_that_was_begun_is_offered_with_what_was_passed(self) -> None:
        self.kill_half_way()
        self.use_record(self.folder / "vault")
        bpy.ops.wm.open_mainfile(filepath=str(self.folder / "lesson.blend"))
        self.record()

        self.assertEqual(self.view().known_learners, ("ada",))
        bpy.ops.malloc_vr.learner_set(learner="ada")

        view = self.view()
        self.assertEqual(view.resumes, "remove_guard")
        self.assertEqual(addon("learner_view").next_unit(view.lesson, view.resumes), "remove_guard")
        unit = view.lesson.unit("remove_guard")
        self.assertEqual((unit.passed_checkpoints, unit.checkpoints), (1, 2))

        bpy.ops.malloc_vr.unit_start(unit_id="remove_guard")
        before = [item.passed_before for item in self.view().session.checkpoints]
        self.assertEqual(sorted(before), [False, True])

    def test_a_goal_that_was_passed_before_and_still_stands_is_ticked_until_it_is_undone(
        self,
    ) -> None:
        part = self.half_done()

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        before, after = self.view().session.checkpoints
        self.assertEqual((before.still_stands, after.is_met), (True, False))
        self.assertFalse(self.view().session.passed, "nothing was done yet")

        part.location = (3, 0, 0)
        bpy.ops.malloc_vr.step_check()
        self.assertFalse(self.view().session.checkpoints[0].is_met)

        part.location = (0, 0, 0)
        bpy.data.objects["Other"].location = (0, 0, 0)
        bpy.ops.malloc_vr.work_submit()
        self.assertTrue(self.view().session.passed)

    def test_a_unit_of_which_all_was_passed_is_begun_from_its_start(self) -> None:
        self.half_done()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.data.objects["Other"].location = (0, 0, 0)
        bpy.ops.malloc_vr.work_submit()
        bpy.ops.malloc_vr.session_end()
        self.assertTrue(self.view().lesson.units[0].is_over)

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        places = [tuple(bpy.data.objects[name].location) for name in ("Part", "Other")]
        self.assertEqual(places, [(5, 0, 0), (9, 0, 0)])

    def test_where_the_work_went_back_to_a_captured_start_it_is_said_that_passes_stay(self) -> None:
        self.half_done(captured=True)

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))
        self.assertIn("stays passed", self.view().session.message)

    def half_done(self, *, captured: bool = False) -> bpy.types.Object:
        """Two goals, one of them passed; the unit, whose start may be captured, is left."""
        self.make_lesson()
        self.add_cube("Other", (9, 0, 0))
        near = {"distance": {"object": "Other", "to": "Seat", "max": 10, "unit": "mm"}}
        bpy.ops.malloc_vr.trigger_add(kind="JSON", objective="other", conditions=json.dumps(near))
        if captured:
            bpy.ops.malloc_vr.unit_capture_start()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        part = bpy.data.objects["Part"]
        part.location = (0, 0, 0)
        bpy.ops.malloc_vr.work_submit()
        bpy.ops.malloc_vr.session_end()
        return part

    def test_somebody_else_is_not_sent_to_where_another_one_stopped(self) -> None:
        self.make_lesson()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.ops.malloc_vr.session_end()

        bpy.ops.malloc_vr.learner_set(learner="grace")

        self.assertEqual(self.view().resumes, "")
        self.assertEqual(set(self.view().known_learners), {"ada"})


if __name__ == "__main__":
    unittest.main()
