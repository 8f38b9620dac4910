"""The cup-and-saucer lesson through operators: authored, saved, opened again, done, reviewed.

scripts/blender 4.4 blender_tests/run.py test_cup_and_saucer.py
"""

import math
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon

SAUCER_TOP_M = 0.1
BESIDE = (0.0, -4.0, 0.9)
"""Where the cup stands first, on the saucer's ground; its handle points to -Y."""
ON_SAUCER = (0.0, 0.0, SAUCER_TOP_M + 1.0)
AT_RIM = (0.0, -2.0, SAUCER_TOP_M + 1.0)


class CupAndSaucerTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        modes = addon("modes")
        self.addCleanup(modes.choose, modes.Mode.LEARN)

    def test_is_authored_saved_opened_done_and_reviewed(self) -> None:
        file = self.author()
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        bpy.ops.wm.open_mainfile(filepath=str(file))
        self.learn()
        self.review()

    def author(self) -> Path:
        """Two units of demonstrations; returns the file."""
        self.lay_the_table()
        self.press("unit_add", source="SCENE", title="Serve the cup")
        self.show("Cup", to=ON_SAUCER, degrees=90)
        self.assertEqual(
            [item.sentence for item in self.offers() if item.ticked],
            ["Cup stands on Saucer.", "Cup's X axis points along +X."],
        )
        next(item for item in self.offers() if "X axis" in item.sentence).sentence = "It is right."
        self.press("demonstration_apply")
        self.press("unit_add", source="COPY_OWN", follows=True, title="Serve the left-handed")
        self.show("Cup.001", degrees=-90)
        said = [item.sentence for item in self.offers() if item.ticked]
        self.assertEqual(said, ["Cup's X axis points along -X."], "a copy's number is not said")
        self.press("demonstration_apply")
        for scene in bpy.data.scenes:
            hints = [obj.malloc_vr.hint_1 for obj in scene.objects if obj.get("assessment_trigger")]
            self.assertEqual(set(hints), {"Look at Cup."})
            self.assertIn("malloc_vr_start_poses", scene)
        first, second = self.view().lesson.units
        self.assertEqual(
            [goal.objective for goal in first.goals], ["Cup stands on Saucer.", "It is right."]
        )
        self.assertEqual(second.prerequisites, (first.unit_id,))
        self.try_as_learner()
        file = self.folder / "cup.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(file))
        return file

    def try_as_learner(self) -> None:
        """The second unit can be done, and nothing of that stays."""
        self.press("unit_try")
        self.turn("Cup.001", -90)
        self.press("step_check")
        self.assertTrue(self.view().session.passed, self.view().session)
        self.press("try_stop")
        self.assertAlmostEqual(bpy.data.objects["Cup.001"].rotation_euler.z, -math.pi / 2, 4)
        self.assertEqual(self.view().known_learners, ())

    def learn(self) -> None:
        """Both units, with a slip at the saucer's rim that is undone."""
        first, second = self.view().lesson.units
        self.press("unit_start", unit_id=first.unit_id, learner="ada")
        bpy.ops.ed.undo_push(message="Start")
        self.move("Cup", AT_RIM)
        reasons = " ".join(self.view().session.checkpoints[0].reasons)
        self.assertIn("off the centre of Saucer", reasons)
        bpy.ops.ed.undo()
        self.assertFalse(self.view().session.passed)
        self.assertAlmostEqual(bpy.data.objects["Cup"].location.y, BESIDE[1], 4)
        self.move("Cup", ON_SAUCER)
        self.turn("Cup", 90)
        self.press("work_submit")
        self.assertTrue(self.view().session.passed, self.view().session)
        self.press("unit_next")
        self.assertEqual(self.view().session.unit_id, second.unit_id)
        self.press("hint_show")
        self.turn("Cup.001", -90)
        self.press("work_submit")
        self.assertTrue(self.view().session.passed, self.view().session)
        self.press("session_end")
        self.assertEqual([unit.state.value for unit in self.view().lesson.units], ["passed"] * 2)

    def review(self) -> None:
        """Who worked, in what order, with what was measured and where the cup stood."""
        modes = addon("modes")
        modes.choose(modes.Mode.REVIEW)
        self.record()
        addon("reviewing.reading").read_again()
        self.assertEqual([row.learner_id for row in self.view().review.rows], ["ada"])
        first = self.view().lesson.units[0]
        self.press("review_show", learner="ada", unit_id=first.unit_id)
        shown = self.view().review
        kinds = [step.kind.value for step in shown.steps]
        self.assertEqual((kinds[0], kinds[-1]), ("started", "ended"), kinds)
        self.assertEqual(kinds.count("passed"), 2, kinds)
        self.assertTrue(any(step.boxes for step in shown.steps), "no step has a place to show")

    def lay_the_table(self) -> None:
        """A wide flat cylinder, and beside it one with a handle."""
        bpy.ops.mesh.primitive_cylinder_add()
        saucer = bpy.context.object
        saucer.name, saucer.scale = "Saucer", (2.0, 2.0, SAUCER_TOP_M)
        bpy.ops.mesh.primitive_cylinder_add()
        cup = bpy.context.object
        cup.name = "Cup"
        bpy.ops.mesh.primitive_torus_add(location=(1.1, 0, 0), rotation=(math.pi / 2, 0, 0))
        bpy.context.object.scale = (0.6, 0.6, 0.6)
        cup.select_set(True)
        bpy.context.view_layer.objects.active = cup
        self.assertEqual(bpy.ops.object.join(), {"FINISHED"})
        cup.location, cup.rotation_euler.z = BESIDE, -math.pi / 2
        bpy.context.view_layer.update()

    def press(self, name: str, **options: Any) -> None:
        """Press one of the buttons."""
        done = getattr(bpy.ops.malloc_vr, name)("EXEC_DEFAULT", True, **options)
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def show(
        self, name: str, *, to: tuple[float, float, float] | None = None, degrees: float
    ) -> None:
        """Demonstrate once."""
        self.press("demonstration_start")
        if to is not None:
            self.move(name, to)
        self.turn(name, degrees)
        self.press("demonstration_stop")

    def offers(self) -> Any:
        return bpy.context.scene.malloc_vr_show_me.offers

    def move(self, name: str, to: tuple[float, float, float]) -> None:
        """Move an object with Blender's own operator, as one step for Undo."""
        self.hold(name)
        at = bpy.data.objects[name].location
        way = [there - here for there, here in zip(to, at, strict=True)]
        self.assertEqual(bpy.ops.transform.translate("EXEC_DEFAULT", True, value=way), {"FINISHED"})
        bpy.context.view_layer.update()

    def turn(self, name: str, degrees: float) -> None:
        """Turn an object about the world's Z axis, likewise."""
        bpy.data.objects[name].rotation_euler.z += math.radians(degrees)
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="Rotate")

    def hold(self, name: str) -> None:
        """Select an object alone, as a click does."""
        for obj in bpy.context.view_layer.objects:
            obj.select_set(obj.name == name)
        bpy.context.view_layer.objects.active = bpy.data.objects[name]
