"""A running unit means the objects and scenes it began with, renamed, copied or deleted.

scripts/blender 4.4 blender_tests/run.py test_scene_identity.py
"""

import bpy
from blender_tests_support import addon
from tracking_support import TrackingCase


class Identity(TrackingCase):
    def test_renamed_objects_are_still_meant(self) -> None:
        self.start()
        bpy.data.objects["Part"].name = "Bauteil"
        self.translate("Bauteil", (-5, 0, 0))
        self.assertTrue(self.evaluation()["passed"])

    def test_an_object_that_swaps_its_name_with_another_is_still_followed(self) -> None:
        self.start()
        part, seat = bpy.data.objects["Part"], bpy.data.objects["Seat"]
        part.name, seat.name, part.name = "Away", "Part", "Seat"
        bpy.context.view_layer.update()
        run = addon("live.tracking").running().run
        run.take_changed()
        self.translate("Seat", (-5, 0, 0))
        self.assertEqual(run.take_changed(), [self.checkpoint])
        self.assertTrue(run.holds(self.checkpoint))

    def test_a_renamed_parent_is_still_meant_and_its_namesake_is_not(self) -> None:
        child = self.add_trigger({"parented": {"object": "Part", "to": "Seat"}})
        self.start()
        run = addon("live.tracking").running().run
        part, seat = bpy.data.objects["Part"], bpy.data.objects["Seat"]
        seat.name = "Sitz"
        namesake = self.add_box("Seat")
        for parent, is_meant in ((seat, True), (namesake, False)):
            part.parent = parent
            addon("live.tracking").observe_now()
            with self.subTest(parent.name):
                self.assertEqual(run.holds(child["checkpoint_id"]), is_meant)

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
        with self.rejected("RESOURCE_NOT_FOUND", "session_id") as late:
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

    def test_a_deleted_trigger_is_rejected_and_the_unit_goes_on(self) -> None:
        self.start()
        bpy.data.objects.remove(bpy.data.objects["assessment_trigger_the part is seated"])
        with self.rejected("RESOURCE_NOT_FOUND", "checkpoint_id"):
            self.evaluation()
        self.assertIsNotNone(addon("live.tracking").running())

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
