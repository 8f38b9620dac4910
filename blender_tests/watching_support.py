"""What the tests of watching share: a camera to look through, a clock, and what a pan is."""

from collections.abc import Callable
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, pump_until, tool


class WatchingCase(BlenderCase):
    """Ada works at a unit with a part and its seat, looked at through a camera."""

    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.camera = bpy.data.objects.new("Eye", bpy.data.cameras.new("Eye"))
        bpy.context.scene.collection.objects.link(self.camera)
        bpy.context.scene.camera = self.camera
        self.see_from(0.0)
        self.now = 100.0
        addon("live.tracking")._state.clock = lambda: self.now
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(done, {"FINISHED"})
        self.session_id = self.view().session.session_id
        for space, _ in addon("scene.viewport").viewports(bpy.context.scene):
            space.region_3d.view_perspective = "CAMERA"

    def see_from(self, x: float) -> None:
        """Look along Y at the middle between part and seat."""
        self.camera.location = (x, -8.0, 0.0)
        self.camera.rotation_euler = (1.5707963, 0.0, 0.0)
        bpy.context.view_layer.update()

    def look(self, count: int = 1) -> None:
        """As the timer does, ten times a second."""
        for _ in range(count):
            self.now += 0.1
            addon("live.scene_updates")._sample()

    def pan(self) -> None:
        """Rest, go 2 m to the right in 20 looks, rest."""
        self.look(5)
        for step in range(1, 21):
            self.see_from(0.1 * step)
            self.look()
        self.look(6)

    def observed(self) -> Any:
        return addon("runtime").call(tool("track_learner_interaction", interaction_data={}))

    def deliver(self) -> None:
        """As the pump does, until the record has answered."""
        engine = addon("runtime").engine()
        addon("runtime").deliver_tries()
        pump_until(lambda: not engine.has_posted)
        pump_until(lambda: engine.status().record.pending == 0)

    def deliver_until(self, holds: Callable[[], bool]) -> None:
        """Deliver again and again, as the pump does."""

        def delivered() -> bool:
            addon("runtime").deliver_tries()
            return holds()

        pump_until(delivered)

    def trace(self) -> Any:
        traces: list[Any] = []
        asked = tool("get_session_replay", session_id=self.session_id)
        addon("runtime").engine().post(asked, traces.append, traces.append)
        pump_until(lambda: bool(traces))
        return traces[0]

    def known(self) -> Any:
        """The learner's answer as the panels have it, once the record said it."""
        addon("runtime").refresh_if_stale()
        engine = addon("runtime").engine()
        pump_until(lambda: not engine.has_posted)
        return self.view().consent

    def reviewed(self) -> Any:
        """Leave the unit, and look at it as the instructor."""
        if self.view().session is not None:
            bpy.ops.malloc_vr.session_end()
        self.deliver()
        self.deliver()
        modes = addon("modes")
        modes.choose(modes.Mode.REVIEW)
        self.known()
        reading = addon("reviewing.reading")

        def is_read() -> bool:
            reading.read_again()
            if self.view().review.learner != "ada":
                reading.choose("ada", "move_it")
            return bool(self.view().review.attention)

        self.deliver_until(is_read)
        self.known()
        return self.view().review

    @staticmethod
    def seconds_of(shown: Any, name: str) -> float:
        """How long a part was in the picture."""
        return float(dict(shown.attention)[name])

    def shares(self) -> Any:
        return addon("reviewing.attention").shares(bpy.context.scene)
