"""What the tests of trying a unit share: a lesson whose author is about to try it."""

import time
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from whole_file import whole_file, windows

TURN_SECONDS = 0.05
QUIET_TURNS = 8


class TrialCase(BlenderCase):
    """Each test has a lesson with a part 5 m from its seat, saved, with its record open."""

    maxDiff = None

    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.scene_name = bpy.context.scene.name
        material = bpy.data.materials.new("Paint")
        bpy.data.objects["Part"].data.materials.append(material)
        bpy.data.objects["Part"].select_set(True)
        bpy.context.view_layer.objects.active = bpy.data.objects["Seat"]
        bpy.context.scene.frame_set(7)
        addon("modes").choose(addon("modes").Mode.AUTHOR)
        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "lesson.blend"))
        bpy.ops.ed.undo_push(message="saved")
        self.record()
        self.events = self.count_events()
        self.before, self.shown = whole_file(), windows()
        self.addCleanup(addon("authoring.trial").forget)

    def count_events(self) -> int:
        """How many events the record has, once nothing more comes: it is written on another thread."""
        runtime = addon("runtime")
        counts = [-1]
        while len(counts) <= QUIET_TURNS or len(set(counts[-QUIET_TURNS:])) > 1:
            runtime.deliver_tries()
            self.view()
            counts.append(int(runtime.engine().status().record.events))
            time.sleep(TURN_SECONDS)
        return counts[-1]

    def begin(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_try(unit_id="move_it"), {"FINISHED"})
        self.assertTrue(self.view().session.is_trial)

    def stop(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.try_stop(), {"FINISHED"})

    def step(self, name: str) -> None:
        """What was done becomes a step for Undo, as after any operator of a person."""
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message=name)

    def part(self) -> Any:
        return bpy.data.objects["Part"]

    def assert_as_before(self) -> None:
        self.assertIsNone(self.view().session)
        self.assertIsNone(addon("authoring.trial").running())
        self.assertEqual(whole_file(), self.before)
        self.assertEqual(windows(), self.shown)
