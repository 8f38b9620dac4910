"""Following a running unit through everything that happens to the scene.

scripts/blender 4.4 blender_tests/run.py test_scene_tracking.py
"""

import math
from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import NEAR, SceneCase


def moved(name: str) -> dict[str, Any]:
    return {"moved": {"object": name, "min": 100, "unit": "mm"}}


FIRST_A_THEN_B = {
    "order": {"steps": [{"id": "a", "when": moved("A")}, {"id": "b", "when": moved("B")}]}
}


class Order(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        for name in ("A", "B", "Bystander"):
            self.add_box(name)

    def passed(self, checkpoint: str) -> bool:
        return bool(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

    def test_of_two_moves_right_after_each_other_is_kept(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        for order, is_right in ((("A", "B"), True), (("B", "A"), False)):
            for name in ("A", "B"):
                bpy.data.objects[name].location = (0, 0, 0)
            self.start(restart=True)
            for name in order:
                self.translate(name, (1, 0, 0))
            with self.subTest(order):
                self.assertEqual(self.passed(checkpoint), is_right)

    def test_a_step_that_came_too_early_and_was_undone_is_forgiven(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        bpy.ops.ed.undo_push(message="before")
        self.translate("B", (1, 0, 0))
        bpy.ops.ed.undo_push(message="B moved")
        self.assertFalse(self.passed(checkpoint))
        bpy.ops.ed.undo()
        for name in ("A", "B"):
            self.translate(name, (1, 0, 0))
            bpy.ops.ed.undo_push(message=name)
        self.assertTrue(self.passed(checkpoint))

    def test_turns_of_one_object_add_up_beyond_a_full_one(self) -> None:
        turned = {"turned": {"object": "A", "axis": "z", "min": 400, "tolerance": 1, "unit": "deg"}}
        checkpoint = self.add_trigger(turned)["checkpoint_id"]
        self.start()
        self.translate("A", (0, 0, 0))
        for _ in range(4):
            bpy.ops.transform.rotate(value=math.radians(-100), orient_axis="Z")
        judged = self.judge(checkpoint, session_id="s1")["evaluation"]
        self.assertAlmostEqual(abs(judged["evidence"]["measured"]), 400, places=2)

    def test_a_move_undone_by_hand_before_the_check_was_seen(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        self.translate("B", (1, 0, 0))
        self.translate("B", (-1, 0, 0))
        activity = self.judge(checkpoint, session_id="s1")["activity"]
        self.assertAlmostEqual(activity["path_length_m"], 2.0, places=5)

    def test_what_no_condition_names_is_no_activity(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        for _ in range(5):
            self.translate("Bystander", (1, 0, 0))
        activity = self.judge(checkpoint, session_id="s1")["activity"]
        self.assertEqual(activity["moves_by_object"], {})
        self.assertEqual(activity["path_length_m"], 0.0)

    def test_a_script_that_bypasses_the_dependency_graph_is_seen_at_the_check(self) -> None:
        checkpoint = self.add_trigger(moved("A"))["checkpoint_id"]
        self.start()
        bpy.data.objects["A"].location = (1, 0, 0)
        self.assertTrue(self.passed(checkpoint))


class Hazards(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.checkpoint = self.make_lesson()

    def evaluation(self) -> dict[str, Any]:
        return dict(self.judge(self.checkpoint, session_id="s1")["evaluation"])

    def test_undo_takes_the_state_back_and_keeps_the_history(self) -> None:
        self.start()
        bpy.ops.ed.undo_push(message="before")
        self.translate("Part", (-5, 0, 0))
        bpy.ops.ed.undo_push(message="moved")
        self.assertTrue(self.evaluation()["passed"])
        bpy.ops.ed.undo()
        self.assertFalse(self.evaluation()["passed"])
        bpy.ops.ed.redo()
        judged = self.judge(self.checkpoint, session_id="s1")
        self.assertTrue(judged["evaluation"]["passed"])
        self.assertAlmostEqual(judged["activity"]["path_length_m"], 15.0, places=4)

    def test_renamed_objects_are_still_meant(self) -> None:
        self.start()
        bpy.data.objects["Part"].name = "Bauteil"
        self.translate("Bauteil", (-5, 0, 0))
        self.assertTrue(self.evaluation()["passed"])

    def test_another_object_under_the_old_name_is_not_meant(self) -> None:
        bpy.data.objects["Part"].name = "Bauteil"
        self.add_box("Part", (0, 0, 0))
        self.start()
        self.assertFalse(self.evaluation()["passed"])

    def test_a_copy_is_not_mistaken_for_the_object(self) -> None:
        self.start()
        copy = bpy.data.objects["Part"].copy()
        copy.location = (0, 0, 0)
        bpy.context.scene.collection.objects.link(copy)
        self.assertFalse(self.evaluation()["passed"])

    def test_a_deleted_object_is_missing_not_passed(self) -> None:
        self.start()
        bpy.data.objects.remove(bpy.data.objects["Part"])
        judged = self.evaluation()
        self.assertFalse(judged["passed"])
        self.assertIn("missing", judged["evidence"]["problem"])

    def test_a_deleted_scene_ends_the_unit_with_a_reason(self) -> None:
        self.start()
        self.translate("Part", (1, 0, 0))
        bpy.data.scenes.new("Elsewhere")
        bpy.data.scenes.remove(bpy.data.scenes["move_it"])
        with self.assertRaises(addon("core.errors").Conflict) as caught:
            self.evaluation()
        self.assertIn("deleted", caught.exception.message)
        self.assertIsNone(addon("live.tracking").running())
        with self.refused("RESOURCE_NOT_FOUND", "session_id") as late:
            self.evaluation()
        self.assertIn("deleted", late.exception.message)
        ended = self.do("end_unit", session_id="s1")
        self.assertEqual(ended["activity"]["moves_by_object"], {"Part": 1})

    def test_a_deleted_scene_does_not_keep_a_session_from_ending(self) -> None:
        self.start()
        bpy.data.scenes.new("Elsewhere")
        bpy.data.scenes.remove(bpy.data.scenes["move_it"])
        self.assertEqual(self.do("end_unit", session_id="s1")["unit_id"], "move_it")

    def test_a_renamed_scene_is_still_the_units(self) -> None:
        self.start()
        bpy.data.scenes["move_it"].name = "Umbenannt"
        self.translate("Part", (-5, 0, 0))
        self.assertTrue(self.evaluation()["passed"])

    def test_a_deleted_trigger_is_refused_and_the_unit_goes_on(self) -> None:
        self.start()
        bpy.data.objects.remove(bpy.data.objects["assessment_trigger_the part is seated"])
        with self.refused("RESOURCE_NOT_FOUND", "checkpoint_id"):
            self.evaluation()
        self.assertIsNotNone(addon("live.tracking").running())

    def test_another_file_ends_the_unit(self) -> None:
        self.start()
        self.translate("Part", (1, 0, 0))
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertIsNone(addon("live.tracking").running())
        gone = addon("live.tracking").interrupted()
        self.assertEqual((gone.session_id, gone.unit_id), ("s1", "move_it"))
        self.assertIn("file", gone.reason)
        self.assertEqual(gone.activity["moves"], 1)

    def test_a_change_in_another_scene_is_not_taken_for_the_units(self) -> None:
        self.start()
        bpy.context.window.scene = bpy.data.scenes.new("Elsewhere")
        self.add_box("Foreign")
        self.translate("Foreign", (1, 0, 0))
        activity = self.judge(self.checkpoint, session_id="s1")["activity"]
        self.assertEqual(activity["moves"], 0)

    def test_a_render_disturbs_nothing(self) -> None:
        self.start()
        scene = bpy.context.scene
        scene.camera = self.add_object("Camera", bpy.data.cameras.new("Camera"), (0, 0, 10))
        scene.render.engine = "CYCLES"
        scene.cycles.samples, scene.cycles.use_denoising = 1, False
        scene.render.resolution_x = scene.render.resolution_y = 16
        bpy.ops.render.render()
        self.translate("Part", (-5, 0, 0))
        self.assertTrue(self.evaluation()["passed"])

    def test_a_second_unit_takes_the_place_of_the_first(self) -> None:
        self.start()
        self.add_unit("other")
        self.add_box("Knob")
        checkpoint = self.add_trigger({"visible": {"object": "Knob"}})["checkpoint_id"]
        self.start("other", "s2")
        judged = self.judge(checkpoint, session_id="s2")
        self.assertTrue(judged["evaluation"]["passed"])
        with self.refused("RESOURCE_NOT_FOUND", "session_id"):
            self.judge(self.checkpoint, session_id="s1")

    def test_a_mesh_that_is_moved_in_edit_mode_is_judged_where_it_is(self) -> None:
        region = self.add_object("Region", None, (20, 0, 0))
        region.empty_display_size = 2
        bpy.context.view_layer.update()
        inside = {"inside": {"object": "Part", "region": "Region", "tolerance": 0, "unit": "mm"}}
        checkpoint = self.add_trigger(inside, learning_objective="it is inside")["checkpoint_id"]
        self.start()
        for obj in bpy.context.view_layer.objects:
            obj.select_set(obj.name == "Part")
        bpy.context.view_layer.objects.active = bpy.data.objects["Part"]
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="SELECT")
        bpy.ops.transform.translate(value=(15, 0, 0))
        run = addon("live.tracking").running().run
        self.assertTrue(run.progress(checkpoint)["running"])
        self.assertTrue(run.holds(checkpoint))
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertTrue(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

    def test_what_the_program_shows_is_no_work_of_the_learner(self) -> None:
        arrow = self.add_box("Arrow", (0, 0, 3))
        arrow["malloc_vr_hint_for"], arrow["malloc_vr_hint_level"] = "move_it", 1
        arrow.hide_viewport = arrow.hide_render = True
        checkpoint = self.add_trigger(
            {"visible": {"object": "Arrow"}}, learning_objective="the arrow is seen"
        )["checkpoint_id"]
        self.start()
        self.translate("Part", (1, 0, 0))
        before = self.judge(self.checkpoint, session_id="s1")["activity"]

        self.do("show_hint", session_id="s1", level=1)

        self.assertFalse(arrow.hide_viewport)
        run = addon("live.tracking").running().run
        self.assertTrue(run.holds(checkpoint))
        self.assertFalse(run.progress(checkpoint)["begun"])
        after = self.judge(self.checkpoint, session_id="s1")["activity"]
        self.assertEqual(after["changes"], before["changes"])

    def test_what_a_handler_is_told_of_is_seen_without_a_look(self) -> None:
        self.start()
        run = addon("live.tracking").running().run
        run.take_changed()

        for change in (
            lambda: self.translate("Part", (-1, 0, 0)),
            lambda: bpy.data.objects["Part"].hide_set(True),
            lambda: bpy.data.objects.remove(bpy.data.objects["Seat"]),
        ):
            change()
            bpy.context.view_layer.update()
            self.assertEqual(run.take_changed(), [self.checkpoint])
        self.assertIn("missing", run.evaluate_json(self.checkpoint))

    def test_a_renamed_object_is_followed_on_without_a_look(self) -> None:
        self.start()
        bpy.data.objects["Part"].name = "Bauteil"
        self.translate("Bauteil", (-5, 0, 0))
        self.assertTrue(addon("live.tracking").running().run.holds(self.checkpoint))

    def test_another_object_in_the_place_of_a_deleted_one_is_not_meant(self) -> None:
        self.start()
        bpy.data.objects.remove(bpy.data.objects["Part"])
        self.add_box("Part", (0, 0, 0))
        judged = self.evaluation()
        self.assertFalse(judged["passed"])
        self.assertIn("missing", judged["evidence"]["problem"])

    def test_what_a_new_frame_moves_is_followed(self) -> None:
        part = bpy.data.objects["Part"]
        for frame, x in ((1, 5.0), (2, 0.0)):
            part.location.x = x
            part.keyframe_insert("location", frame=frame)
        bpy.context.scene.frame_set(1)
        self.start()
        bpy.context.scene.frame_set(2)
        self.assertTrue(addon("live.tracking").running().run.holds(self.checkpoint))

    def test_a_mode_alone_is_no_work(self) -> None:
        self.start()
        bpy.context.view_layer.objects.active = bpy.data.objects["Part"]
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertFalse(addon("live.tracking").running().run.progress(self.checkpoint)["begun"])

    def test_what_no_condition_names_concerns_no_condition(self) -> None:
        self.start()
        self.add_box("Bystander")
        run = addon("live.tracking").running().run
        run.take_changed()
        self.translate("Bystander", (1, 0, 0))
        self.assertEqual(run.take_changed(), [])

    def test_handlers_leave_with_the_add_on(self) -> None:
        handlers = addon("live.scene_updates")
        lists = ("depsgraph_update_post", "undo_post", "redo_post", "load_post")

        def ours() -> int:
            module = handlers.__name__
            return sum(
                handler.__module__ == module
                for name in lists
                for handler in getattr(bpy.app.handlers, name)
            )

        self.addCleanup(handlers.register)
        self.assertEqual(ours(), len(lists))
        self.start()
        handlers.unregister()
        self.assertEqual(ours(), 0)
        self.assertIsNone(addon("live.tracking").running())

    def test_near_is_the_condition_of_these_tests(self) -> None:
        (unit,) = self.lesson()["units"]
        self.assertEqual(unit["triggers"][0]["trigger_conditions"], NEAR)
