# Over 250 lines: one short class for each predicate.
"""What a running unit says of the scene as a learner changes it, without being asked to look.

scripts/blender 4.4 blender_tests/run.py test_predicates.py
"""

import json
import math
from typing import Any

import bpy
from blender_tests_support import addon
from mathutils import Quaternion
from scene_support import SceneCase


class Judged(SceneCase):
    """A unit with a cube, judged by what Blender tells of it."""

    def begin(self, condition: dict[str, Any]) -> None:
        """Author a checkpoint with this condition in a unit with a cube, and start the unit."""
        self.add_unit()
        bpy.ops.mesh.primitive_cube_add(size=2.0)
        bpy.context.object.name = "Cube"
        self.checkpoint = str(self.add_trigger(condition)["checkpoint_id"])
        bpy.ops.object.select_all(action="DESELECT")
        self.start()

    @property
    def run_now(self) -> Any:
        """The run of the unit."""
        return addon("live.tracking").running().run

    def holds(self) -> bool:
        """Whether the condition holds by what was reported; nothing is looked at for it."""
        bpy.context.view_layer.update()  # Blender tells its handlers what changed
        return bool(self.run_now.holds(self.checkpoint))

    def sentences(self) -> list[str]:
        """What the learner reads."""
        return [message.text() for message in self.run_now.reasons(self.checkpoint)]

    def cube(self) -> Any:
        """The object that the conditions name."""
        return bpy.data.objects["Cube"]


class Shown(Judged):
    def test_what_the_learner_hides_is_hidden(self) -> None:
        self.begin({"hidden": {"object": "Cube"}})
        self.assertFalse(self.holds())
        self.assertEqual(self.sentences(), ["Cube is still visible; it must be hidden."])
        self.cube().hide_set(True)
        self.assertTrue(self.holds())
        self.cube().hide_set(False)
        self.assertFalse(self.holds())
        self.cube().hide_viewport = True
        self.assertTrue(self.holds())

    def test_what_a_hidden_collection_holds_is_hidden(self) -> None:
        self.begin({"hidden": {"object": "Cube"}})
        shelf = bpy.data.collections.new("Shelf")
        bpy.context.scene.collection.children.link(shelf)
        shelf.objects.link(self.cube())
        bpy.context.scene.collection.objects.unlink(self.cube())
        self.assertFalse(self.holds())
        bpy.context.view_layer.layer_collection.children["Shelf"].hide_viewport = True
        self.assertTrue(self.holds())

    def test_what_was_deleted_is_not_hidden(self) -> None:
        self.begin({"hidden": {"object": "Cube"}})
        bpy.data.objects.remove(self.cube())
        self.assertFalse(self.holds())
        self.assertIn("Cube is not in the scene.", self.sentences())


class Picked(Judged):
    def test_a_click_that_selects_is_told_and_one_that_selects_another_too(self) -> None:
        self.begin({"selected": {"object": "Cube", "active": True}})
        other = self.add_box("Other", (4, 0, 0))
        self.assertFalse(self.holds())
        self.assertEqual(self.sentences(), ["Cube is not selected; select it."])
        self.cube().select_set(True)
        bpy.context.view_layer.objects.active = self.cube()
        self.assertTrue(self.holds())
        other.select_set(True)
        bpy.context.view_layer.objects.active = other
        self.assertFalse(self.holds())
        self.assertIn("it is not the active object; select it last.", self.sentences()[0])

    def test_selecting_is_no_work_on_what_only_names_the_object(self) -> None:
        self.begin({"distance": {"object": "Cube", "to": [9, 0, 0], "max": 1, "unit": "m"}})
        bpy.ops.object.select_all(action="SELECT")
        self.holds()
        self.assertFalse(self.run_now.progress(self.checkpoint).begun)

    def test_an_object_that_undo_took_away_is_not_selected(self) -> None:
        self.begin({"selected": {"object": "Cube"}})
        self.cube().select_set(True)
        self.assertTrue(self.holds())
        bpy.data.objects.remove(self.cube())
        addon("live.tracking").observe_surroundings(
            addon("live.tracking").running(), bpy.context.scene
        )
        self.assertFalse(self.run_now.holds(self.checkpoint))


class Modified(Judged):
    def test_a_modifier_is_told_when_it_is_added_switched_off_and_removed(self) -> None:
        self.begin({"has_modifier": {"object": "Cube", "type": "SUBSURF", "shown": True}})
        self.assertFalse(self.holds())
        self.assertIn("it needs the modifier Subdivision Surface.", self.sentences()[0])
        modifier = self.cube().modifiers.new("Smooth", "SUBSURF")
        self.assertTrue(self.holds())
        modifier.show_viewport = False
        self.assertFalse(self.holds())
        self.assertEqual(
            self.sentences(),
            ["The modifier Smooth of Cube is off in the viewport; switch it on."],
        )
        modifier.show_viewport = True
        self.assertTrue(self.holds())
        self.cube().modifiers.remove(modifier)
        self.assertFalse(self.holds())

    def test_the_labels_are_those_of_blenders_own_menu(self) -> None:
        types = addon("core.scene_types")
        items = bpy.types.Modifier.bl_rna.properties["type"].enum_items
        labels = {one.identifier: one.name for one in items}
        self.assertGreater(len(labels), 40)
        for kind, label in labels.items():
            if kind.startswith("GREASE_PENCIL_"):
                continue
            condition = {"has_modifier": {"object": "Cube", "type": kind}}
            run = types.SessionRun({"c": types.Condition(json.dumps(condition))})
            run.set_object("Cube", "", "MESH", _UNMOVED, _BOX, True, "", True, [], [], {})
            run.start(0.0)
            with self.subTest(kind):
                self.assertIn(f" {label}.", run.reasons("c")[0].text())


_UNMOVED = [float(row == column) for row in range(4) for column in range(4)]
_BOX = [value for x in (0.0, 1.0) for y in (0.0, 1.0) for z in (0.0, 1.0) for value in (x, y, z)]


class Sized(Judged):
    def test_scaling_to_twice_is_what_blender_shows_as_dimensions(self) -> None:
        twice = {"object": "Cube", "axis": "x", "min": 3.99, "max": 4.01, "unit": "m"}
        self.begin({"dimensions": twice})  # of a cube of 2 m
        self.assertFalse(self.holds())
        self.assertEqual(
            self.sentences(), ["Cube measures 2 m along its x axis; at least 3.99 m is needed."]
        )
        self.cube().rotation_euler = (0.3, 0.2, 0.1)
        self.cube().scale = (2.0, 1.0, 1.0)
        self.assertTrue(self.holds())
        measured = self.run_now.evaluate(self.checkpoint).evidence["measured"]
        self.assertAlmostEqual(measured, self.cube().dimensions.x, places=5)

    def test_dimensions_are_with_modifiers(self) -> None:
        self.begin({"dimensions": {"object": "Cube", "axis": "x", "min": 6, "unit": "m"}})
        array = self.cube().modifiers.new("Array", "ARRAY")
        array.count = 2
        self.assertFalse(self.holds())
        array.count = 3
        self.assertTrue(self.holds())


class Meshed(Judged):
    def open_edges(self) -> int | None:
        """What is reported of the cube's mesh."""
        counts = addon("live.object_reading").mesh_counts(self.cube())
        found: int | None = counts.open_edges
        return found

    def test_what_is_cut_in_edit_mode_counts_at_once(self) -> None:
        self.begin({"mesh": {"object": "Cube", "count_of": "faces", "min": 24}})
        self.assertFalse(self.holds())
        self.assertEqual(self.sentences(), ["Cube has 6 faces; it needs at least 24."])
        bpy.context.view_layer.objects.active = self.cube()
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="SELECT")
        bpy.ops.mesh.subdivide()  # each of the 6 faces becomes 4
        self.assertTrue(self.holds())
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertTrue(self.holds())

    def test_modifiers_do_not_count(self) -> None:
        self.begin({"mesh": {"object": "Cube", "count_of": "vertices", "min": 9}})
        self.cube().modifiers.new("Smooth", "SUBSURF").levels = 2
        self.assertFalse(self.holds())
        self.assertEqual(self.sentences(), ["Cube has 8 vertices; it needs at least 9."])

    def test_a_mesh_is_closed_until_a_face_is_deleted(self) -> None:
        self.begin({"manifold": {"object": "Cube"}})
        self.assertTrue(self.run_now.evaluate(self.checkpoint).passed)
        bpy.context.view_layer.objects.active = self.cube()
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="DESELECT")
        bpy.ops.mesh.select_mode(type="FACE")
        bpy.ops.object.mode_set(mode="OBJECT")
        self.cube().data.polygons[0].select = True
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.delete(type="ONLY_FACE")
        self.assertFalse(self.holds())
        self.assertIn("4 edges of Cube do not lie", self.sentences()[0])
        bpy.ops.object.mode_set(mode="OBJECT")
        self.assertFalse(self.holds())
        self.assertEqual(self.open_edges(), 4)

    def test_a_larger_mesh_than_the_limit_is_not_looked_at(self) -> None:
        reading = addon("live.object_reading")
        limit, reading.MESH_LIMIT_EDGES = reading.MESH_LIMIT_EDGES, 11
        self.addCleanup(setattr, reading, "MESH_LIMIT_EDGES", limit)
        self.begin({"manifold": {"object": "Cube"}})
        self.assertIsNone(self.open_edges())
        self.assertEqual(
            self.sentences(), ["This could not be measured: the mesh has too many edges."]
        )

    def test_a_lamp_is_no_mesh(self) -> None:
        self.assertIsNone(
            addon("live.object_reading").mesh_counts(
                self.add_object("Lamp", bpy.data.lights.new("Lamp", "POINT"))
            )
        )


class Aligned(Judged):
    def test_a_turn_of_half_a_circle_leaves_it_aligned_and_a_tilt_does_not(self) -> None:
        level = {"object": "Cube", "axis": "z", "to_axis": "z", "max_angle": 3, "unit": "deg"}
        self.begin({"aligned": level})
        self.cube().rotation_euler = (math.radians(30.0), 0.0, 0.0)
        self.assertFalse(self.holds())
        self.assertEqual(
            self.sentences(),
            ["The z axis of Cube is 30° off the z axis of the world; at most 3° is allowed."],
        )
        self.cube().rotation_euler = (math.radians(180.0), 0.0, math.radians(77.0))
        self.assertTrue(self.holds())


class InTime(Judged):
    def test_the_time_is_that_of_the_run(self) -> None:
        near = {"distance": {"object": "Cube", "to": [9, 0, 0], "max": 1, "unit": "m"}}
        self.begin({"within": {"of": near, "max": 60, "unit": "s"}})
        tracking, now = addon("live.tracking"), addon("live.tracking").now_seconds()
        tracking._state.clock = lambda: now + 61.0
        tracking.observe_now()
        self.assertTrue(self.run_now.is_lost(self.checkpoint))
        self.assertEqual(self.sentences(), ["The time for this is over; it was 60 s."])


class Asked(Judged):
    def test_a_question_is_listed_answered_and_judged(self) -> None:
        bolts = ["Bolt 1", "Bolt 3"]
        asked = {"question": "Which comes first?", "options": bolts, "correct": "Bolt 3"}
        self.begin({"answer": asked})
        listed = self.run_now.questions()[0]
        self.assertEqual(listed.checkpoint_id, self.checkpoint)
        self.assertEqual(
            (listed.question, listed.kind, listed.options, listed.given),
            ("Which comes first?", "choice", bolts, None),
        )
        self.answer("Bolt 1")
        self.assertEqual(
            self.sentences(),
            ["Your answer to “Which comes first?” is “Bolt 1”; that is not right yet."],
        )
        self.answer("Bolt 3")
        self.assertTrue(self.holds())
        self.assertEqual(self.run_now.questions()[0].given, "Bolt 3")

    def test_what_is_no_answer_is_rejected(self) -> None:
        self.begin({"answer": {"question": "How many?", "kind": "number", "correct": 4}})
        errors = addon("core.errors")
        with self.assertRaises(errors.BadArgument):
            self.run_now.set_answer("How many?", "four")
        with self.assertRaises(errors.NotFound):
            self.run_now.set_answer("How much?", 4.0)
        self.run_now.set_answer("How many?", 4)
        addon("live.tracking").observe_now()
        self.assertTrue(self.holds())

    def answer(self, value: str) -> None:
        """Answer as the panel does."""
        self.run_now.set_answer("Which comes first?", value)
        addon("live.tracking").observe_now()


class Viewed(Judged):
    """The viewport of the program or, in the module, of its start file."""

    def region_3d(self) -> Any:
        """Of the viewport that is looked through."""
        space, _ = next(addon("scene.viewport").viewports(bpy.context.scene))
        return space.region_3d

    def look(self) -> None:
        """As the timer does ten times a second."""
        tracking = addon("live.tracking")
        tracking.observe_surroundings(tracking.running(), bpy.context.scene)

    def test_orbiting_there_and_back_adds_up(self) -> None:
        self.begin({"view_turned": {"min": 90, "unit": "deg"}})
        region_3d = self.region_3d()
        region_3d.view_perspective = "PERSP"
        self.look()
        before = region_3d.view_rotation.copy()
        self.assertEqual(self.sentences(), ["The view was not turned yet; turn it."])
        region_3d.view_rotation = Quaternion((0, 0, 1), math.radians(50.0)) @ before
        self.look()
        self.assertFalse(self.run_now.holds(self.checkpoint))
        measured = self.run_now.evaluate(self.checkpoint).evidence["measured"]
        self.assertAlmostEqual(measured, 50.0, places=3)
        region_3d.view_rotation = before
        self.look()
        self.assertTrue(self.run_now.holds(self.checkpoint))

    def test_zooming_to_half_the_distance_is_a_factor_of_two(self) -> None:
        self.begin({"view_zoomed": {"min": 2}})
        region_3d = self.region_3d()
        region_3d.view_perspective = "PERSP"
        self.look()
        region_3d.view_distance /= 2.0
        self.look()
        self.assertTrue(self.run_now.holds(self.checkpoint))
