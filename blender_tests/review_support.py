"""A class that worked in a lesson, and an instructor who looks at it."""

from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class ReviewCase(BlenderCase):
    """Ada misses and then passes the one unit; Bob only begins it. Nobody is at work afterwards."""

    def setUp(self) -> None:
        super().setUp()
        self.modes = addon("modes")
        self.addCleanup(self.modes.choose, self.modes.Mode.LEARN)
        self.make_lesson()
        self.reading = addon("reviewing.reading")

    def work(self, learner: str, *places: float) -> None:
        """Put the part so far from its seat (m), and hand that in, once for each place."""
        started = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner=learner, restart=True)
        self.assertEqual(started, {"FINISHED"})
        for metres in places:
            bpy.data.objects["Part"].location = (metres, 0, 0)
            self.assertEqual(bpy.ops.malloc_vr.work_submit(), {"FINISHED"})
        bpy.ops.malloc_vr.session_end()
        bpy.data.objects["Part"].location = (5, 0, 0)

    def look(self) -> Any:
        """What Review shows once everything asked for came."""
        self.modes.choose(self.modes.Mode.REVIEW)
        self.record()
        self.reading.read_again()
        return self.view().review

    def choose(self, learner: str, unit_id: str = "move_it") -> Any:
        """Choose by the button of a list."""
        done = bpy.ops.malloc_vr.review_show(learner=learner, unit_id=unit_id)
        self.assertEqual(done, {"FINISHED"})
        return self.view().review
