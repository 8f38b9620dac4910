"""What a learner put on an object, and what they left behind: for whom it is taken back.

scripts/blender 4.4 blender_tests/run.py test_begin_again_setup.py
"""

import bpy
from start_support import BeginAgainCase, corners, delete


class SetupTest(BeginAgainCase):
    def test_restores_materials(self) -> None:
        steel, paint = (bpy.data.materials.new(name) for name in ("Steel", "Paint"))
        box = bpy.data.meshes.new("Box")
        box.from_pydata([(0, 0, 0), (1, 0, 0), (0, 1, 0)], [], [(0, 1, 2)])
        box.materials.append(steel)
        self.part.data = box
        self.start()
        self.part.data.materials[0] = paint
        self.part.data.materials.append(steel)
        self.part.data.polygons[0].material_index = 1

        self.begin_again()

        self.assertEqual(list(self.part.data.materials), [steel])
        self.assertEqual(self.part.data.polygons[0].material_index, 0)

    def test_takes_back_what_was_put_on_an_object(self) -> None:
        seat = bpy.data.objects["Seat"]

        def set_property() -> None:
            self.part["torque"] = 60

        def constrain() -> None:
            self.part.constraints.new("COPY_LOCATION").target = seat

        def animate() -> None:
            self.part.location = (0, 0, 0)
            self.part.keyframe_insert("location", frame=1)

        self.start()
        for change in (
            set_property,
            constrain,
            animate,
            lambda: self.part.modifiers.new("Round", "BEVEL"),
            lambda: setattr(self.part, "delta_location", (-5, 0, 0)),
        ):
            change()

            self.begin_again()

            self.assertNotIn("torque", self.part)
            self.assertEqual((len(self.part.modifiers), len(self.part.constraints)), (0, 0))
            self.assertIsNone(self.part.animation_data)
            self.assertEqual(tuple(self.part.delta_location), (0, 0, 0))
            bpy.context.view_layer.update()
            self.assertEqual(tuple(self.part.matrix_world.translation), (5, 0, 0))

    def test_what_points_to_an_object_that_is_put_back_goes_on_to_do_so(self) -> None:
        cap = bpy.data.objects.new("Cap", None)
        bpy.context.scene.collection.objects.link(cap)
        cap.parent = self.part
        bpy.context.view_layer.objects.active = self.part
        self.start()
        self.part.modifiers.new("Round", "BEVEL")

        self.begin_again()

        self.assertEqual(cap.parent, self.part)
        self.assertEqual(bpy.context.view_layer.objects.active, self.part)
        self.assertEqual([one.name for one in bpy.data.objects if "Part" in one.name], ["Part"])

    def test_brings_a_deleted_object_back_though_another_one_took_its_name(self) -> None:
        before, identity = corners("Part"), self.part["malloc_vr_uuid"]
        self.start()
        delete("Part")
        bpy.context.scene.collection.objects.link(bpy.data.objects.new("Part", None))

        self.begin_again()

        self.assertIsNone(self.part.data)  # the other one stays
        back = next(one for one in bpy.data.objects if one.get("malloc_vr_uuid") == identity)
        self.assertEqual(corners(back.name), before)
        self.assertEqual(tuple(back.location), (5, 0, 0))


class LeftWorkTest(BeginAgainCase):
    """Of a unit of which its author captured no start."""

    def leave_moved(self) -> None:
        self.start("ada")
        self.part.location = (1, 2, 3)
        bpy.context.view_layer.update()
        bpy.ops.malloc_vr.session_end()

    def test_who_comes_after_another_learner_finds_what_the_author_left(self) -> None:
        self.leave_moved()

        self.start("bob")

        self.assertEqual(tuple(self.part.location), (5, 0, 0))

    def test_who_comes_back_goes_on_with_what_they_did(self) -> None:
        self.leave_moved()

        self.start("ada")

        self.assertEqual(tuple(self.part.location), (1, 2, 3))

    def test_what_the_author_changed_since_is_the_start_for_all(self) -> None:
        self.leave_moved()
        self.part.location = (7, 0, 0)

        self.start("bob")

        self.assertEqual(tuple(self.part.location), (7, 0, 0))

    def test_a_file_that_is_opened_amid_the_work_ends_the_unit_and_says_so(self) -> None:
        self.start("ada")

        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

        self.assertIsNone(self.view().session)
        self.assertIn("was left, because another file was opened", self.view().problem)
