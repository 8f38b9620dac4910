"""Begin Again: everything of a unit's objects is what it was when the unit began.

scripts/blender 4.4 blender_tests/run.py test_begin_again.py
"""

import unittest
from pathlib import Path

import bpy
from start_support import BeginAgainCase, corners, delete


class BeginAgainTest(BeginAgainCase):
    """Of a unit of which its author captured no start."""

    def test_puts_objects_back_where_they_were(self) -> None:
        self.start()
        self.part.location = (1, 2, 3)
        self.part.rotation_euler = (1, 0, 0)

        self.begin_again()

        self.assertEqual(tuple(self.part.location), (5, 0, 0))
        self.assertEqual(tuple(self.part.rotation_euler), (0, 0, 0))

    def test_puts_back_also_what_was_moved_before_going_on(self) -> None:
        self.start()
        self.part.location = (1, 2, 3)
        bpy.ops.malloc_vr.session_end()
        self.start()
        self.assertEqual(tuple(self.part.location), (1, 2, 3), "it went on from there")

        self.begin_again()
        self.assertEqual(tuple(self.part.location), (5, 0, 0))

    def test_who_does_a_unit_from_the_start_finds_it_as_it_was_before_they_worked(self) -> None:
        self.start()
        self.part.location = (1, 2, 3)
        bpy.ops.malloc_vr.session_end()

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada", restart=True)

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))

    def test_what_its_author_moved_since_is_kept_also_from_the_start(self) -> None:
        self.start()
        self.part.location = (1, 2, 3)
        bpy.ops.malloc_vr.session_end()
        self.part.location = (4, 4, 4)

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada", restart=True)

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (4, 4, 4))

    def test_who_comes_after_one_that_went_on_starts_as_the_author_had_it(self) -> None:
        for place in ((1, 2, 3), (3, 2, 1)):
            self.start()
            self.part.location = place
            bpy.ops.malloc_vr.session_end()

        self.start(learner="grace")
        self.assertEqual(tuple(self.part.location), (5, 0, 0))

    def test_restores_scale(self) -> None:
        self.start()
        self.part.scale = (2, 2, 0.5)

        self.begin_again()

        self.assertEqual(tuple(self.part.scale), (1, 1, 1))

    def test_restores_vertices(self) -> None:
        before = corners("Part")
        self.start()
        for vertex in self.part.data.vertices:
            vertex.co.x += 1

        self.begin_again()

        self.assertEqual(corners("Part"), before)

    def test_restores_what_was_edited_in_edit_mode(self) -> None:
        before, mesh = corners("Part"), self.part.data
        self.start()
        bpy.context.view_layer.objects.active = self.part
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="SELECT")
        bpy.ops.transform.rotate(value=1.0, orient_axis="Z")
        bpy.ops.mesh.duplicate()
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertEqual(len(corners("Part")), 16)

        self.begin_again()

        self.assertEqual(corners("Part"), before)
        self.assertEqual(self.part.data, mesh)

    def test_takes_back_another_mesh(self) -> None:
        before = corners("Part")
        self.start()
        self.part.data = bpy.data.meshes.new("Another")

        self.begin_again()

        self.assertEqual(corners("Part"), before)

    def test_restores_visibility(self) -> None:
        self.start()
        for hide in (
            lambda: self.part.hide_set(True),
            lambda: setattr(self.part, "hide_viewport", True),
            lambda: setattr(self.part, "hide_render", True),
        ):
            hide()
            self.begin_again()
            seen = (self.part.hide_get(), self.part.hide_viewport, self.part.hide_render)
            self.assertEqual(seen, (False, False, False))

    def test_restores_collections(self) -> None:
        box = bpy.data.collections.new("Box")
        bpy.context.scene.collection.children.link(box)
        self.start()
        box.objects.link(self.part)
        bpy.context.scene.collection.objects.unlink(self.part)

        self.begin_again()

        self.assertEqual(list(self.part.users_collection), [bpy.context.scene.collection])

    def test_restores_the_parent(self) -> None:
        self.start()
        self.part.parent = bpy.data.objects["Seat"]

        self.begin_again()

        self.assertIsNone(self.part.parent)

    def test_brings_a_deleted_object_back_with_all_that_it_had(self) -> None:
        steel = bpy.data.materials.new("Steel")
        self.part.data.materials.append(steel)
        self.part.modifiers.new("Round", "BEVEL")
        limit = self.part.constraints.new("COPY_SCALE")
        limit.target = bpy.data.objects["Seat"]
        identity, before = self.part["malloc_vr_uuid"], corners("Part")
        for remove in (
            lambda: delete("Part"),
            lambda: bpy.data.objects.remove(bpy.data.objects["Part"]),
        ):
            self.start()
            remove()
            self.assertNotIn("Part", bpy.context.scene.objects)

            self.begin_again()

            self.assertIn("Part", bpy.context.scene.objects)
            self.assertEqual(self.part["malloc_vr_uuid"], identity)
            self.assertEqual(corners("Part"), before)
            self.assertEqual(tuple(self.part.location), (5, 0, 0))
            self.assertEqual(list(self.part.data.materials), [bpy.data.materials["Steel"]])
            self.assertEqual([item.type for item in self.part.modifiers], ["BEVEL"])
            self.assertEqual(self.part.constraints[0].target, bpy.data.objects["Seat"])
            self.assertTrue(all(item.library is None for item in bpy.data.user_map()))
            bpy.ops.malloc_vr.session_end()

    def test_a_deleted_object_that_came_back_is_judged(self) -> None:
        self.start()
        delete("Part", "Seat")
        self.begin_again()

        self.part.location = (0, 0, 0)
        bpy.context.view_layer.update()
        bpy.ops.malloc_vr.work_submit()

        self.assertTrue(self.view().session.passed)

    def test_an_object_that_was_added_stays(self) -> None:
        self.start()
        self.add_cube("Sketch")

        self.begin_again()

        self.assertIn("Sketch", bpy.context.scene.objects)

    def test_is_one_step_that_undo_takes_back(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        self.start()
        bpy.ops.ed.undo_push(message="started")
        self.part.data.vertices[0].co.x = 9
        delete("Seat")
        bpy.ops.ed.undo_push(message="edited")
        self.begin_again()
        bpy.ops.ed.undo_push(message="begun again")

        bpy.ops.ed.undo()

        self.assertNotIn("Seat", bpy.context.scene.objects)
        self.assertEqual(bpy.data.objects["Part"].data.vertices[0].co.x, 9)

    def test_what_the_author_edits_between_two_runs_is_never_taken_back(self) -> None:
        bpy.ops.malloc_vr.unit_capture_start()
        self.start()
        bpy.ops.malloc_vr.session_end()
        self.part.data.vertices[0].co.x = 9

        self.start()
        self.begin_again()

        self.assertEqual(self.part.data.vertices[0].co.x, 9)

    def test_nothing_of_it_is_in_the_file(self) -> None:
        before = {kind: len(getattr(bpy.data, kind)) for kind in ("objects", "meshes", "libraries")}
        self.start()
        self.part.data.vertices[0].co.x = 9
        delete("Seat")
        self.begin_again()

        after = {kind: len(getattr(bpy.data, kind)) for kind in before}
        self.assertEqual(after, before)
        self.assertFalse([key for key in dict(bpy.context.scene) if "state" in key])

    def test_one_copy_a_unit_is_kept_however_often_it_is_started(self) -> None:
        for place in range(3):
            self.part.location.x = place
            self.start()
            bpy.ops.malloc_vr.session_end()

        self.assertEqual(len(list(Path(bpy.app.tempdir).glob("malloc_vr_start/*.blend"))), 1)

    def test_an_unreadable_copy_is_no_reason_not_to_begin_again(self) -> None:
        self.start()
        for file in Path(bpy.app.tempdir).glob("malloc_vr_start/*.blend"):
            file.write_bytes(b"broken")
        self.part.data.vertices[0].co.x = 9

        self.begin_again()

        self.assertEqual(tuple(self.part.location), (5, 0, 0))


if __name__ == "__main__":
    unittest.main()
