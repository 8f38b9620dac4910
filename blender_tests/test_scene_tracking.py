"""Following a running unit through everything that happens to the scene.

scripts/blender 4.4 blender_tests/run.py test_scene_tracking.py
"""

import bpy
from blender_tests_support import addon
from scene_support import NEAR
from tracking_support import TrackingCase


class Hazards(TrackingCase):
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

    def test_another_file_ends_the_unit(self) -> None:
        self.start()
        self.translate("Part", (1, 0, 0))
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertIsNone(addon("live.tracking").running())
        gone = addon("live.tracking").interrupted()
        self.assertEqual((gone.session_id, gone.unit_id), ("s1", "move_it"))
        self.assertIn("file", gone.reason)
        self.assertEqual(gone.left.activity.moves, 1)

    def test_a_change_in_another_scene_is_not_taken_for_the_units(self) -> None:
        self.start()
        bpy.context.window.scene = bpy.data.scenes.new("Elsewhere")
        self.add_box("Foreign")
        self.translate("Foreign", (1, 0, 0))
        activity = self.judge(self.checkpoint, session_id="s1")["activity"]
        self.assertEqual(activity["moves"], 0)

    def test_a_copy_of_the_scene_is_another_scene_also_once_the_units_own_is_gone(self) -> None:
        self.start()
        scene = bpy.context.scene
        bpy.ops.scene.new(type="FULL_COPY")
        copy = bpy.context.scene
        part = next(one for one in copy.objects if one.name.startswith("Part"))

        part.location = (0, 0, 0)
        bpy.context.view_layer.update()

        run = addon("live.tracking").running().run
        self.assertFalse(run.evaluate(self.checkpoint).passed)
        bpy.data.scenes.remove(scene)
        with self.assertRaises(addon("core.errors").Conflict):
            addon("live.tracking").observe_now()

    def test_a_property_that_a_script_sets_with_a_move_is_seen_with_it(self) -> None:
        self.checkpoint = self.add_trigger(
            {"property": {"object": "Part", "name": "torque", "min": 60}}
        )["checkpoint_id"]
        self.start()
        part = bpy.data.objects["Part"]

        part["torque"] = 60
        part.location.x += 1
        bpy.context.view_layer.update()

        self.assertTrue(addon("live.tracking").running().run.evaluate(self.checkpoint).passed)

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
        with self.rejected("RESOURCE_NOT_FOUND", "session_id"):
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
        self.assertTrue(run.progress(checkpoint).running)
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
        self.assertFalse(run.progress(checkpoint).begun)
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
        self.assertIn("missing", run.evaluate(self.checkpoint).evidence)

    def test_what_a_new_frame_moves_is_followed(self) -> None:
        part = bpy.data.objects["Part"]
        for frame, x in ((1, 5.0), (2, 0.0)):
            part.location.x = x
            part.keyframe_insert("location", frame=frame)
        bpy.context.scene.frame_set(1)
        self.start()
        run = addon("live.tracking").running().run

        bpy.context.scene.frame_set(2)

        self.assertTrue(run.holds(self.checkpoint))
        self.assertFalse(run.progress(self.checkpoint).begun)  # pressing Play is no work
        addon("live.pause").pause()
        bpy.context.scene.frame_set(1)
        self.assertTrue(run.is_paused)

    def test_a_mode_alone_is_no_work(self) -> None:
        self.start()
        bpy.context.view_layer.objects.active = bpy.data.objects["Part"]
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertFalse(addon("live.tracking").running().run.progress(self.checkpoint).begun)

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
