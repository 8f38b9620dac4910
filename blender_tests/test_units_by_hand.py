"""Units by hand: from the scene as it is, in the author's order, without a form.

scripts/blender 4.4 blender_tests/run.py test_units_by_hand.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class NewUnitTest(BlenderCase):
    def add(self, source: str, **options: Any) -> Any:
        """Add a unit as the button does; returns its scene."""
        done = bpy.ops.malloc_vr.unit_add(source=source, follows=True, **options)
        self.assertEqual(done, {"FINISHED"})
        return bpy.context.scene

    def test_the_present_scene_becomes_the_first_unit_with_what_stands_in_it(self) -> None:
        cup = self.add_cube("Cup")
        present = bpy.context.scene

        scene = self.add("SCENE")

        self.assertEqual(scene, present)
        self.assertEqual(list(scene.objects), [cup])
        (unit,) = self.view().lesson.units
        self.assertEqual((unit.unit_id, unit.title), ("unit_1", "Unit 1"))

    def test_a_scene_with_a_name_gives_it_to_the_unit(self) -> None:
        bpy.context.scene.name = "Tasse wählen"
        self.add("SCENE")
        (unit,) = self.view().lesson.units
        self.assertEqual((unit.unit_id, unit.title), ("tasse_wahlen", "Tasse wählen"))

    def test_a_copy_with_own_objects_leaves_the_first_alone(self) -> None:
        cup = self.add_cube("Cup")
        first = self.add("SCENE", objectives="the cup is there")
        bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective="see it", conditions='{"visible": {"object": "Cup"}}'
        )

        second = self.add("COPY_OWN")

        self.assertNotEqual(second, first)
        (copy,) = second.objects  # the goals belong to the first unit
        self.assertNotEqual(copy, cup)
        self.assertNotIn("malloc_vr_uuid", copy)
        self.assertIn("malloc_vr_uuid", cup)
        copy.location.x = 3
        self.assertEqual(cup.location.x, 0)
        units = self.view().lesson.units
        self.assertEqual([unit.prerequisites for unit in units], [(), (units[0].unit_id,)])
        self.assertEqual(len(units[0].goals), 2)
        self.assertEqual(units[1].goals, ())

    def test_a_copy_with_linked_objects_shows_the_same_ones(self) -> None:
        cup = self.add_cube("Cup")
        self.add("SCENE")

        second = self.add("COPY_LINKED")

        self.assertEqual(list(second.objects), [cup])
        self.assertEqual(second.malloc_vr.title, "Unit 2")

    def test_a_scene_carries_one_unit_only(self) -> None:
        self.add("SCENE")
        self.assertEqual(bpy.ops.malloc_vr.unit_add(source="SCENE"), {"CANCELLED"})
        self.assertIn("a unit already", self.view().problem)
        self.assertEqual(len(self.view().lesson.units), 1)


class UnitPropertyTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        bpy.ops.malloc_vr.unit_add(source="SCENE", title="Tea")
        self.scene = bpy.context.scene
        self.unit = self.scene.malloc_vr

    def test_is_what_stands_in_the_file(self) -> None:
        self.unit.title = "Set the table"
        self.unit.instructions = "Put the cup onto its saucer."
        self.unit.minutes = 3
        self.unit.learning_event = "practice"

        self.assertEqual(self.scene["malloc_vr_title"], "Set the table")
        self.assertEqual(self.scene["malloc_vr_instructions"], "Put the cup onto its saucer.")
        self.assertEqual(self.scene["estimated_duration"], "3_minutes")
        self.assertEqual(self.scene["malloc_vr_learning_event"], "practice")
        self.scene["malloc_vr_title"] = "By a script"
        self.assertEqual(self.unit.title, "By a script")

    def test_a_hint_that_is_cleared_leaves_the_others_in_their_fields(self) -> None:
        self.unit.hint_1 = "Look at the table."
        self.unit.hint_2 = "The saucer."
        self.unit.hint_3 = "Move the cup onto the saucer."
        self.unit.hint_2 = " "

        self.assertEqual(
            json.loads(self.scene["malloc_vr_hints"]),
            ["Look at the table.", "", "Move the cup onto the saucer."],
        )
        self.assertEqual(self.unit.hint_3, "Move the cup onto the saucer.")

    def test_undo_takes_an_edit_back(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        self.unit.title = "Set the table"
        bpy.ops.ed.undo_push(message="title")

        bpy.ops.ed.undo()

        self.assertEqual(bpy.context.scene.malloc_vr.title, "Tea")


class UnitOrderTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        for title in ("c", "a", "b"):
            bpy.ops.malloc_vr.unit_add(source="EMPTY", title=title, follows=True)

    def titles(self) -> list[str]:
        addon("runtime").mark_stale()
        return [unit.title for unit in self.view().lesson.units]

    def show(self, title: str) -> None:
        scene = next(one for one in bpy.data.scenes if one.malloc_vr.title == title)
        bpy.context.window.scene = scene

    def needs(self) -> list[tuple[str, ...]]:
        return [unit.prerequisites for unit in self.view().lesson.units]

    def test_is_that_in_which_they_were_made(self) -> None:
        self.assertEqual(self.titles(), ["c", "a", "b"])
        self.assertEqual(self.needs(), [(), ("c",), ("a",)])

    def test_a_chain_stays_a_chain_when_a_unit_moves(self) -> None:
        self.show("b")

        self.assertEqual(bpy.ops.malloc_vr.unit_move(places=-1), {"FINISHED"})

        self.assertEqual(self.titles(), ["c", "b", "a"])
        self.assertEqual(self.needs(), [(), ("c",), ("b",)])

    def test_a_unit_never_comes_before_one_that_it_needs_by_its_authors_word(self) -> None:
        self.show("b")
        bpy.ops.malloc_vr.unit_need(other="c")  # b needs a and c: no mere chain

        self.assertEqual(bpy.ops.malloc_vr.unit_move(places=-1), {"CANCELLED"})

        self.assertEqual(self.view().problem, "B needs a, so it comes after it.")
        self.assertEqual(self.titles(), ["c", "a", "b"])

    def test_what_closes_a_circle_is_rejected_with_its_path(self) -> None:
        self.show("c")

        self.assertEqual(bpy.ops.malloc_vr.unit_need(other="b"), {"CANCELLED"})

        self.assertIn("c → a → b", self.view().problem)
        self.assertEqual(self.needs(), [(), ("c",), ("a",)])

    def test_what_needed_a_removed_unit_needs_what_that_one_needed(self) -> None:
        self.show("a")
        scenes = len(bpy.data.scenes)

        self.assertEqual(bpy.ops.malloc_vr.unit_remove(), {"FINISHED"})

        self.assertEqual(self.titles(), ["c", "b"])
        self.assertEqual(self.needs(), [(), ("c",)])
        self.assertEqual(len(bpy.data.scenes), scenes)

    def test_what_a_linked_unit_needs_is_never_left_wrong(self) -> None:
        units = [one.unit_id for one in self.view().lesson.units]
        self.link_anew(units[1])
        places, conflict = addon("authoring.unit_places"), addon("core.errors").Conflict
        first = addon("scene.unit_reading").scene_of_unit(units[0])
        for change in (
            lambda: places.order([units[1], units[0], units[2]]),
            lambda: places.remove(first),
        ):
            with self.assertRaisesRegex(conflict, f"unit {units[1]} needs .* is linked"):
                change()
            addon("runtime").mark_stale()
            self.assertEqual(self.needs(), [(), (units[0],), (units[1],)])
        self.assertEqual(first["learning_unit_id"], units[0])
        places.remove(addon("scene.unit_reading").scene_of_unit(units[2]))

    def link_anew(self, unit_id: str) -> None:
        """Have the scene of a unit come from another file."""
        scene = addon("scene.unit_reading").scene_of_unit(unit_id)
        name, path = scene.name, str(self.folder / "linked.blend")
        bpy.data.libraries.write(path, {scene})
        bpy.context.window.scene = next(one for one in bpy.data.scenes if one != scene)
        bpy.data.scenes.remove(scene)
        with bpy.data.libraries.load(path, link=True) as (_, wanted):
            wanted.scenes = [name]
        self.assertFalse(addon("scene.unit_reading").scene_of_unit(unit_id).is_editable)
        addon("runtime").mark_stale()


if __name__ == "__main__":
    unittest.main()
