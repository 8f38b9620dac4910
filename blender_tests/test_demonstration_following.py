"""What is followed while a task is shown: Undo, other changes than places, and what ends it.

scripts/blender 4.4 blender_tests/run.py test_demonstration_following.py
"""

import time

import addon_utils
import bpy
from blender_tests_support import PACKAGE, addon
from demonstration_support import DemonstrationCase

MANY = 10_000
UPDATE_BUDGET_SECONDS = 0.005
"""Of one look at one object that is dragged, with all of Blender's own work taken off."""


class FollowingTest(DemonstrationCase):
    def setUp(self) -> None:
        super().setUp()
        bpy.ops.ed.undo_push(message="Cup and saucer")
        self.press("demonstration_start")

    def test_undo_takes_the_step_back(self) -> None:
        self.move("Cup", (0, 0, 0.005))
        self.move("Saucer", (0.1, 0, 0))
        self.assertEqual(self.following().changes, ("Cup moved", "Saucer moved"))
        bpy.ops.ed.undo()
        self.assertEqual(self.following().changes, ("Cup moved",))
        bpy.ops.ed.redo()
        self.assertEqual(self.following().changes, ("Cup moved", "Saucer moved"))
        bpy.ops.ed.undo()
        bpy.ops.ed.undo()
        self.assertEqual(self.following().changes, ())

    def test_nothing_done_says_so_and_is_not_kept(self) -> None:
        self.move("Cup", (0, 0, 0.005))
        bpy.ops.ed.undo()
        self.press("demonstration_stop")
        self.assertIn("Nothing changed", addon("runtime").view().problem)
        self.assertFalse(self.shown.demonstrations)

    def test_material_hiding_parent_and_property_are_offered(self) -> None:
        cup, saucer = bpy.data.objects["Cup"], bpy.data.objects["Saucer"]
        cup.data.materials.append(bpy.data.materials.new("Red"))
        cup["torque"] = 60
        bpy.context.view_layer.update()
        saucer.hide_viewport = True
        bpy.context.view_layer.update()
        self.press("demonstration_stop")
        sentences = [item.sentence for item in self.shown.offers if item.ticked]
        self.assertIn("Cup has the material Red.", sentences)
        self.assertIn("The property torque of Cup is 60.", sentences)
        self.assertIn("Saucer is hidden.", sentences)
        cup, saucer = bpy.data.objects["Cup"], bpy.data.objects["Saucer"]
        self.assertEqual([slot.name for slot in cup.material_slots], [])
        self.assertNotIn("torque", cup)
        self.assertFalse(saucer.hide_viewport)

    def test_an_edited_mesh_and_a_new_object_are_as_before_afterwards(self) -> None:
        self.hand("Cup")
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="SELECT")
        bpy.ops.mesh.subdivide()
        bpy.ops.object.mode_set(mode="OBJECT")
        self.move("Cup", (0, 0, 0.005))
        self.add_cube("Extra", (2, 2, 2))
        self.press("demonstration_stop")
        self.assertEqual(len(bpy.data.objects["Cup"].data.polygons), 6)
        self.assertNotIn("Extra", bpy.context.scene.objects)
        self.assertIn("Extra", self.shown.note)

    def test_a_deleted_object_comes_back_and_is_part_of_no_goal(self) -> None:
        self.move("Saucer", (0.1, 0, 0))
        self.move("Cup", (0.5, 0, 0.1))
        bpy.data.objects.remove(bpy.data.objects["Saucer"])
        bpy.context.view_layer.update()
        self.press("demonstration_stop")
        self.assertIn("Saucer", bpy.context.scene.objects)
        self.assertFalse([one for one in self.shown.offers if "Saucer" in one.sentence])

    def test_a_child_that_is_carried_along_was_not_moved(self) -> None:
        self.press("demonstration_discard")
        spoon = self.add_cube("Spoon", (0.4, 0.3, 1))
        spoon.parent = bpy.data.objects["Cup"]
        bpy.context.view_layer.update()
        self.press("demonstration_start")
        self.move("Cup", (0, 0, 0.005))
        self.assertEqual(self.following().changes, ("Cup moved",))

    def test_a_new_name_is_no_change_and_the_goal_has_it(self) -> None:
        self.move("Cup", (0, 0, 0.005))
        bpy.data.objects["Cup"].name = "Mug"
        self.press("demonstration_stop")
        self.assertEqual(self.shown.offers[0].sentence, "Mug stands on Saucer.")

    def test_discard_puts_everything_back_and_keeps_nothing(self) -> None:
        before = tuple(bpy.data.objects["Cup"].location)
        self.move("Cup", (0, 0, 0.005))
        self.press("demonstration_discard")
        self.assertEqual(tuple(bpy.data.objects["Cup"].location), before)
        self.assertFalse(self.shown.demonstrations)
        self.assertFalse(self.following().is_recording)


class EndingTest(DemonstrationCase):
    def test_another_file_ends_it_with_a_notice(self) -> None:
        self.press("demonstration_start")
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertFalse(self.following().is_recording)
        self.assertIn("another file was opened", self.following().notice)

    def test_a_unit_that_starts_ends_it_with_a_notice(self) -> None:
        self.press("demonstration_start")
        done = bpy.ops.malloc_vr.unit_start(unit_id="serve", learner="ada")
        self.assertEqual(done, {"FINISHED"}, self.view().problem)
        self.assertFalse(self.following().is_recording)
        self.assertIn("a unit was started", self.following().notice)

    def test_a_deleted_scene_ends_it_with_a_reason(self) -> None:
        self.press("demonstration_start")
        scene, other = bpy.context.scene, bpy.data.scenes.new("Other")
        bpy.context.window.scene = other
        bpy.data.scenes.remove(scene)
        self.assertEqual(bpy.ops.malloc_vr.demonstration_stop(), {"CANCELLED"})
        self.assertIn("is gone", addon("runtime").view().problem)
        self.assertFalse(self.following().is_recording)

    def test_no_handler_is_left_when_none_goes_on(self) -> None:
        handlers = bpy.app.handlers
        kinds = (handlers.depsgraph_update_post, handlers.undo_post, handlers.load_post)
        before = [len(kind) for kind in kinds]
        self.press("demonstration_start")
        self.assertEqual([len(kind) for kind in kinds], [count + 1 for count in before])
        self.press("demonstration_discard")
        self.assertEqual([len(kind) for kind in kinds], before)

    def test_disabling_the_add_on_ends_it_without_a_trace(self) -> None:
        kinds = (bpy.app.handlers.depsgraph_update_post, bpy.app.handlers.undo_post)
        self.press("demonstration_start")
        addon_utils.disable(PACKAGE, default_set=True)
        self.addCleanup(lambda: addon_utils.check(PACKAGE)[1] or self.enable())
        left = [one for kind in kinds for one in kind if PACKAGE in one.__module__]
        self.assertEqual(left, [])
        self.move("Cup", (0, 0, 0.005))
        self.enable()
        self.assertFalse(self.following().is_recording)

    def enable(self) -> None:
        addon_utils.enable(PACKAGE, default_set=True)

    def test_it_cannot_begin_without_a_unit_or_twice(self) -> None:
        self.press("demonstration_start")
        self.assertFalse(bpy.ops.malloc_vr.demonstration_start.poll())
        self.press("demonstration_discard")
        bpy.context.window.scene = bpy.data.scenes.new("Other")
        self.assertFalse(bpy.ops.malloc_vr.demonstration_start.poll())


class ManyObjectsTest(DemonstrationCase):
    def test_of_ten_thousand_objects_only_those_that_change_are_looked_at(self) -> None:
        data = bpy.data.objects["Cup"].data
        for number in range(MANY):
            obj = bpy.data.objects.new(f"Part {number}", data)
            obj.location = (1 + number % 100, 1 + number // 100, 0)
            bpy.context.scene.collection.objects.link(obj)
        bpy.context.view_layer.update()
        began = time.perf_counter()
        self.press("demonstration_start")
        print(f"start: {time.perf_counter() - began:.2f} s", flush=True)

        recording = addon("authoring.demonstration_recording")
        taken, follow = [], recording.follow_updates

        def timed(*arguments: object) -> bool:
            at = time.perf_counter()
            result = follow(*arguments)
            taken.append(time.perf_counter() - at)
            return bool(result)

        recording.follow_updates = timed
        self.addCleanup(setattr, recording, "follow_updates", follow)
        cup = bpy.data.objects["Cup"]
        for step in range(50):
            cup.location.x = 0.4 - step / 125
            bpy.context.view_layer.update()
        taken.sort()
        print(f"update: p50 {taken[len(taken) // 2] * 1e3:.2f} ms, of {len(taken)}", flush=True)
        self.assertGreaterEqual(len(taken), 50)
        self.assertLess(taken[len(taken) // 2], UPDATE_BUDGET_SECONDS)

        began = time.perf_counter()
        self.press("demonstration_stop")
        print(f"stop: {time.perf_counter() - began:.2f} s", flush=True)
        self.assertTrue(self.shown.offers)
