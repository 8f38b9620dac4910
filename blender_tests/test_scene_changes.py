"""What changes in a scene reaches the unit that runs by itself, whatever brought the change about.

scripts/blender 4.4 blender_tests/run.py test_scene_changes.py
"""

import tempfile
import unittest
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import SceneCase


class SceneChangesTest(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        self.part = self.add_box("Part", (5, 0, 0))
        self.seat = self.add_box("Seat")

    def follow(self, *conditions: dict[str, Any]) -> list[str]:
        """Start a unit with these conditions; returns the ids of their checkpoints."""
        made = [
            self.add_trigger(one, learning_objective=f"goal {number}")["checkpoint_id"]
            for number, one in enumerate(conditions)
        ]
        self.start()
        return made

    def holds(self, checkpoint: str) -> bool:
        """As it was observed last: this looks at nothing."""
        bpy.context.view_layer.update()
        return bool(addon("live.tracking").running().run.holds(checkpoint))

    def test_a_parent_or_a_constraint_carries_the_object_along(self) -> None:
        holder = self.add_object("Holder", None, (5, 0, 0))
        self.part.parent = holder
        self.part.matrix_parent_inverse = holder.matrix_world.inverted()
        (near,) = self.follow({"near": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}})
        holder.location.x = 0
        self.assertTrue(self.holds(near))
        holder.location.x = 5
        self.assertFalse(self.holds(near))

        self.part.parent = None
        follower = self.part.constraints.new("COPY_LOCATION")
        follower.target = holder
        self.assertFalse(self.holds(near))
        holder.location.x = 0
        self.assertTrue(self.holds(near))

    def test_materials_and_modifiers_are_seen_as_they_are_set(self) -> None:
        material = {"has_material": {"object": "Part", "material": "Steel"}}
        modifier = {"has_modifier": {"object": "Part", "type": "BEVEL", "shown": True}}
        has_steel, is_bevelled = self.follow(material, modifier)
        self.part.data.materials.append(bpy.data.materials.new("Steel"))
        self.assertTrue(self.holds(has_steel))
        self.part.material_slots[0].material.name = "Iron"
        self.assertFalse(self.holds(has_steel))
        self.part.material_slots[0].material = bpy.data.materials.new("Steel")
        self.assertTrue(self.holds(has_steel))
        edge = self.part.modifiers.new("Edge", "BEVEL")
        self.assertTrue(self.holds(is_bevelled))
        edge.show_viewport = False
        self.assertFalse(self.holds(is_bevelled))
        edge.show_viewport = True
        self.assertTrue(self.holds(is_bevelled))
        self.part.modifiers.clear()
        self.assertFalse(self.holds(is_bevelled))

    def test_a_modifier_makes_the_box_larger_also_by_what_it_follows(self) -> None:
        region = self.add_object("Region", None)
        region.empty_display_size = 1
        (inside,) = self.follow({"inside": {"object": "Seat", "region": "Region"}})
        self.assertTrue(self.holds(inside))
        row = self.seat.modifiers.new("Row", "ARRAY")
        row.use_relative_offset, row.use_object_offset = False, True
        row.offset_object = self.add_object("Mark", None)
        self.assertTrue(self.holds(inside))
        bpy.data.objects["Mark"].location.x = 4  # moves nothing that the unit names
        self.assertFalse(self.holds(inside))

    def test_a_surface_follows_what_its_modifier_follows(self) -> None:
        for obj in (self.part, self.seat):
            obj.data.clear_geometry()
            obj.data.from_pydata(
                [(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], [], [(0, 1, 2, 3)]
            )
        self.part.location = (0, 0, 1)
        mark = self.add_object("Mark", None, (0, 0, 1))
        row = self.part.modifiers.new("Row", "ARRAY")
        row.use_relative_offset, row.use_object_offset, row.offset_object = False, True, mark
        (stands,) = self.follow({"stands_on": {"object": "Part", "on": "Seat"}})
        self.assertFalse(self.holds(stands))
        mark.location.z = 0  # a second one 1 m under the first
        self.assertTrue(self.holds(stands))

    def test_an_edited_mesh_and_another_mesh_are_counted_anew(self) -> None:
        (has_faces,) = self.follow({"mesh": {"object": "Part", "count_of": "faces", "min": 1}})
        self.assertFalse(self.holds(has_faces))
        self.part.data.clear_geometry()
        self.part.data.from_pydata([(0, 0, 0), (1, 0, 0), (0, 1, 0)], [], [(0, 1, 2)])
        self.part.data.update()
        self.assertTrue(self.holds(has_faces))
        self.part.data = self.seat.data
        self.assertFalse(self.holds(has_faces))

    def test_the_empty_of_a_region_is_followed_as_it_is_drawn(self) -> None:
        region = self.add_object("Region", None, (6, 0, 0))
        region.empty_display_size = 0.1
        (inside,) = self.follow({"inside": {"object": "Part", "region": "Region"}})
        self.assertFalse(self.holds(inside))
        region.empty_display_size = 2
        self.assertTrue(self.holds(inside))

    def test_hiding_and_showing_by_any_switch_is_seen(self) -> None:
        (shown,) = self.follow({"visible": {"object": "Part"}})
        box = bpy.data.collections.new("Box")
        bpy.context.scene.collection.children.link(box)
        box.objects.link(self.part)
        bpy.context.scene.collection.objects.unlink(self.part)
        layer = bpy.context.view_layer.layer_collection.children["Box"]
        for hide in (
            lambda it: self.part.hide_set(it),
            lambda it: setattr(self.part, "hide_viewport", it),
            lambda it: setattr(box, "hide_viewport", it),
            lambda it: setattr(layer, "exclude", it),
        ):
            hide(True)
            self.assertFalse(self.holds(shown))
            hide(False)
            self.assertTrue(self.holds(shown))

    def test_of_two_copies_under_other_names_the_first_is_followed_also_once_renamed(self) -> None:
        near = {"near": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
        (checkpoint,) = self.follow(near)
        copy = self.part.copy()
        bpy.context.scene.collection.objects.link(copy)
        copy.location.x = 0
        self.part.name, copy.name = "Zulu", "Yankee"
        self.assertTrue(self.holds(checkpoint), "the copy comes first by name")
        self.part.name = "Alpha"  # of neither that is followed has the name changed
        self.assertFalse(self.holds(checkpoint))

    def test_an_object_that_goes_and_comes_again_is_followed(self) -> None:
        (shown,) = self.follow({"visible": {"object": "Part"}})
        bpy.context.scene.collection.objects.unlink(self.part)
        self.assertFalse(self.holds(shown))
        bpy.context.scene.collection.objects.link(self.part)
        self.assertTrue(self.holds(shown))
        bpy.data.objects.remove(self.part)
        self.assertFalse(self.holds(shown))

    def test_all_objects_moved_at_once_are_followed(self) -> None:
        others = [self.add_box(f"Other {number}") for number in range(100)]
        (near,) = self.follow({"near": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}})
        for obj in (self.part, *others):
            obj.location.x -= 5
        self.assertTrue(self.holds(near))

    def test_objects_of_a_linked_library_are_followed_also_reloaded_and_made_local(self) -> None:
        folder = self.enterContext(tempfile.TemporaryDirectory())
        library = Path(folder) / "parts.blend"
        bpy.data.libraries.write(str(library), {self.part, self.seat})
        bpy.data.objects.remove(self.part)
        bpy.data.objects.remove(self.seat)
        with bpy.data.libraries.load(str(library), link=True) as (_, target):
            target.objects = ["Part", "Seat"]
        for obj in target.objects:
            bpy.context.scene.collection.objects.link(obj)
        bpy.context.view_layer.update()
        (near,) = self.follow({"near": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}})
        self.assertFalse(self.holds(near))

        bpy.data.libraries[0].reload()
        self.assertFalse(self.holds(near))
        self.assertTrue(addon("live.tracking").running().run)
        for name in ("Part", "Seat"):
            bpy.data.objects[name].make_local()
        bpy.data.objects["Part"].location.x = 0
        self.assertTrue(self.holds(near))


if __name__ == "__main__":
    unittest.main()
