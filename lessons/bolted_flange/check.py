"""Checks the built lesson: nothing collides, goals are reachable, data and geometry agree.

Run with any Python that has the bpy module:

    python check.py                     builds in memory
    python check.py flange.blend        appends the collection from a file, as a user would

The last line is `N passed, N failed`. `scripts/test lessons` runs it on the file that ships.
"""

# ruff: noqa: D102 (the name of a test is its sentence)
from __future__ import annotations

import itertools
import sys
import unittest
from math import degrees, pi, radians
from pathlib import Path

import bpy
from mathutils import Quaternion, Vector
from mathutils.bvhtree import BVHTree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bolted_flange import dimensions as d
from bolted_flange import geometry, lesson_file, poses, stage

BLEND: Path | None = Path(sys.argv.pop()).resolve() if sys.argv[-1].endswith(".blend") else None
CONTACT = 0.00005
"""Parts that touch share a surface; only what goes deeper than this collides. Metres."""


def open_lesson() -> None:
    """An empty file with the lesson's collection in it."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    if BLEND is None:
        geometry.build(bpy.context.scene)
        return
    with bpy.data.libraries.load(str(BLEND)) as (source, target):
        target.collections = [n for n in source.collections if n == geometry.COLLECTION]
    bpy.context.scene.collection.children.link(target.collections[0])


def thing(name: str) -> bpy.types.Object:
    """An object of the lesson."""
    return bpy.data.objects[name]


def lay_out(layout: poses.Poses) -> None:
    """Moves the objects and brings their world matrices up to date."""
    for name, pose in layout.items():
        geometry.apply_pose(thing(name), pose)
    bpy.context.view_layer.update()


def solid(body: bpy.types.Object) -> BVHTree:
    """The body's surface in the world, drawn in by the contact allowance."""
    mesh, world = body.data, body.matrix_world
    turn = world.to_3x3().normalized()
    points = [world @ v.co - turn @ v.normal * CONTACT for v in mesh.vertices]
    return BVHTree.FromPolygons(points, [tuple(p.vertices) for p in mesh.polygons])


def box_centre(body: bpy.types.Object) -> Vector:
    """Centre of the bounding box, in the world."""
    return body.matrix_world @ (sum((Vector(c) for c in body.bound_box), Vector()) / 8)


def is_inside(point: Vector, region: bpy.types.Object) -> bool:
    """Whether the point lies in the region's cube."""
    return max(abs(c) for c in region.matrix_world.inverted() @ point) <= 1.0


class LessonGeometry(unittest.TestCase):
    """The scene as learners meet it."""

    @classmethod
    def setUpClass(cls) -> None:
        open_lesson()

    def bodies(self) -> list[bpy.types.Object]:
        """Everything solid that could be run into; painted numbers lie in their surface."""
        names = [o.name for o in bpy.data.collections[geometry.PARTS].objects]
        names += ["Workbench", "Fixed support", "Spool support"]
        return [thing(name) for name in names if not name.startswith("Bolt label")]

    def collisions(self) -> list[str]:
        """Pairs of bodies that go into each other."""
        surfaces = {body.name: solid(body) for body in self.bodies()}
        pairs = itertools.combinations(surfaces, 2)
        return [f"{a} / {b}" for a, b in pairs if surfaces[a].overlap(surfaces[b])]

    def test_no_unit_starts_or_ends_with_parts_inside_each_other(self) -> None:
        for unit_id in poses.UNITS:
            start, goal = poses.start_poses(unit_id), poses.goal_poses(unit_id)
            for moment, layout in (("start", start), ("goal", start | goal)):
                with self.subTest(unit=unit_id, moment=moment):
                    lay_out(layout)
                    self.assertEqual(self.collisions(), [])

    def test_collisions_would_be_noticed(self) -> None:
        lay_out(poses.start_poses("tighten_star"))
        thing("Bolt 3").location.y += 0.003
        bpy.context.view_layer.update()
        self.assertIn("Bolt 3", " ".join(self.collisions()))

    def test_bolts_stand_on_the_bolt_circle_and_share_one_mesh(self) -> None:
        lay_out(poses.start_poses("tighten_star"))
        bolts = [thing(poses.bolt_name(n)) for n in range(1, d.BOLT_COUNT + 1)]
        for bolt in bolts:
            arm = bolt.matrix_world.translation - Vector(poses.JOINT_CENTRE)
            self.assertAlmostEqual(arm.length, d.BOLT_CIRCLE_RADIUS, places=6)
            self.assertAlmostEqual((bolt.matrix_world.to_3x3() @ Vector((0, 0, 1))).x, 1.0, 6)
        self.assertEqual(len({bolt.data.name for bolt in bolts}), 1)

    def test_each_even_step_of_the_star_crosses_to_the_opposite_bolt(self) -> None:
        lay_out(poses.start_poses("tighten_star"))
        for a, b in zip(poses.STAR_ORDER[::2], poses.STAR_ORDER[1::2], strict=True):
            ends = [thing(poses.bolt_name(n)).matrix_world.translation for n in (a, b)]
            middle = (ends[0] + ends[1]) / 2
            self.assertLess((middle - Vector(poses.JOINT_CENTRE)).length, 1e-6)

    def test_tightening_is_a_negative_turn_about_the_bolts_own_axis(self) -> None:
        for turn in poses.PASS_TURNS:
            start = Quaternion(poses.bolt_in_hole(4).rotation)
            by_hand = start @ Quaternion((0, 0, 1), radians(-turn))
            done = Quaternion(poses.bolt_in_hole(4, turn).rotation)
            self.assertLess(degrees(done.rotation_difference(by_hand).angle), 0.01)

    def test_goals_lie_in_their_regions_and_starts_do_not(self) -> None:
        zones = {"Guard": "Guard zone"}
        zones |= {poses.bolt_name(n): "Bolt zone" for n in range(1, d.BOLT_COUNT + 1)}
        start, goal = poses.start_poses("remove_guard"), poses.goal_poses("remove_guard")
        for layout, expected in ((start, False), (goal, True)):
            lay_out(layout)
            for name, zone in zones.items():
                with self.subTest(object=name, expected=expected):
                    self.assertEqual(is_inside(box_centre(thing(name)), thing(zone)), expected)

    def test_a_guard_that_is_sunk_into_the_bench_or_held_above_it_is_not_in_its_tray(self) -> None:
        lay_out(poses.goal_poses("remove_guard"))
        centre = box_centre(thing("Guard"))
        for off in (-0.1, 0.1):
            with self.subTest(off):
                self.assertFalse(is_inside(centre + Vector((0, 0, off)), thing("Guard zone")))

    def test_the_steps_of_the_gasket_hint_lead_to_the_seat(self) -> None:
        turned = Quaternion(poses.GASKET_ON_REST.rotation)
        for axis, angle in (((0, 0, 1), 68), ((1, 0, 0), 90), ((0, 0, 1), 90)):
            turned = Quaternion(axis, radians(angle)) @ turned
        off = turned.rotation_difference(Quaternion(poses.GASKET_SEAT.rotation)).angle
        self.assertLess(min(off, 2 * pi - off), radians(0.01))

    def first_hit(self, eye: tuple[float, float, float], target: Vector) -> str:
        """The object that somebody at `eye` sees when looking at `target`."""
        graph = bpy.context.evaluated_depsgraph_get()
        start = Vector(eye)
        found = bpy.context.scene.ray_cast(graph, start, (target - start).normalized())
        return found[4].name if found[0] else ""

    def test_the_serial_plate_is_hidden_in_front_and_readable_behind(self) -> None:
        lay_out(poses.start_poses("find_serial_plate"))
        plate = thing("Serial plate")
        face = [
            plate.matrix_world @ Vector((x * 0.056, y * 0.024, 0.0016))
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
        ]
        in_front = {self.first_hit(stage.CAMERA_EYE, point) for point in face}
        behind = {self.first_hit(poses.SERIAL_PLATE_EYE, point) for point in face}
        self.assertNotIn("Serial plate", in_front)
        self.assertEqual(behind, {"Serial plate"})
        outward = plate.matrix_world.to_3x3() @ Vector((0, 0, 1))
        sight = (Vector(poses.SERIAL_PLATE_EYE) - plate.matrix_world.translation).normalized()
        self.assertLess(degrees(outward.angle(sight)), 40)

    def test_hints_are_hidden_and_every_unit_has_all_three_levels(self) -> None:
        hints = bpy.data.collections[geometry.HINTS].objects
        self.assertTrue(all(h.hide_viewport and h.hide_render for h in hints))
        levels = {(h["malloc_vr_hint_for"], h["malloc_vr_hint_level"]) for h in hints}
        self.assertEqual(levels, set(itertools.product(poses.UNITS, (1, 2, 3))))

    def test_the_first_hint_about_the_trays_frames_both(self) -> None:
        hint = thing("Hint trays")
        for x, y in (d.GUARD_TRAY_AT, d.BOLT_TRAY_AT):
            with self.subTest(tray=(x, y)):
                place = Vector((x, y))
                near = [v for v in hint.data.vertices if (v.co.xy - place).length < 0.3]
                self.assertTrue(any(v.co.x < x for v in near) and any(v.co.x > x for v in near))

    def test_marked_objects_have_unit_scale(self) -> None:
        for body in self.bodies():
            self.assertEqual(body.matrix_world.to_scale().to_tuple(4), (1.0, 1.0, 1.0))


class LessonFile(unittest.TestCase):
    """lesson.json against poses and objects."""

    def test_poses_in_the_lesson_are_those_of_this_code(self) -> None:
        lesson = lesson_file.load()
        self.assertEqual(lesson, lesson_file.with_poses(lesson))

    def test_the_star_has_three_passes_in_order(self) -> None:
        lesson = lesson_file.load()
        conditions = lesson["units"][3]["triggers"][1]["trigger_conditions"]  # type: ignore[index]
        ids = [step["id"] for step in conditions["all"][0]["order"]["steps"]]
        expected = [f"pass{p}_bolt{n}" for p in (1, 2, 3) for n in poses.STAR_ORDER]
        self.assertEqual(ids, expected)

    def test_every_object_that_a_condition_names_exists(self) -> None:
        open_lesson()
        named: set[str] = set()

        def collect(value: object) -> None:
            if isinstance(value, dict):
                named.update(
                    v
                    for k, v in value.items()
                    if k in ("object", "region", "to") and isinstance(v, str)
                )
            for item in value.values() if isinstance(value, dict) else value:  # type: ignore
                if isinstance(item, (dict, list)):
                    collect(item)

        collect(lesson_file.load()["units"])
        self.assertEqual({name for name in named if name not in bpy.data.objects}, set())
        self.assertIn("Gasket seat", named)


if __name__ == "__main__":
    print(f"Blender {bpy.app.version_string}, {BLEND or 'built in memory'}", file=sys.stderr)
    result = unittest.main(verbosity=1, exit=False).result
    failed = len(result.failures) + len(result.errors) + len(result.skipped)
    print(f"{result.testsRun - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed or not result.testsRun else 0)
