"""What stands on what and how near it is, judged by the meshes themselves and not by their boxes.

scripts/blender 4.4 blender_tests/run.py test_surfaces.py
"""

import json
from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import SceneCase

STANDS = {"stands_on": {"object": "Cup", "on": "Saucer"}}

WELL_M = 0.005
"""Where the saucer is lowest; its rim is at 20 mm."""


class SurfaceTest(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        outer = [
            (x, y, 0.02) for x, y in ((-0.08, -0.08), (0.08, -0.08), (0.08, 0.08), (-0.08, 0.08))
        ]
        inner = [(x / 2, y / 2, WELL_M) for x, y, _ in outer]
        faces = [(4, 5, 6, 7), *[(i, (i + 1) % 4, 4 + (i + 1) % 4, 4 + i) for i in range(4)]]
        self.mesh("Saucer", [*outer, *inner], faces)
        half = 0.03
        corners = [(x, y, z) for z in (0.0, 0.08) for x in (-half, half) for y in (-half, half)]
        box = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
        self.cup = self.mesh("Cup", corners, box)

    def mesh(self, name: str, corners: list[Any], faces: list[Any]) -> bpy.types.Object:
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(corners, [], faces)
        obj = bpy.data.objects.new(name, mesh)
        bpy.context.scene.collection.objects.link(obj)
        return obj

    def judge(self, conditions: dict[str, Any]) -> tuple[bool, list[str]]:
        """Whether a condition holds now, and what is said where it does not."""
        types = addon("core.scene_types")
        bpy.context.view_layer.update()
        condition = types.Condition(json.dumps(conditions))
        run = types.SessionRun({"c": condition})
        names = dict.fromkeys(condition.object_names, "")
        feed = addon("live.scene_feed").SceneFeed(run, names, condition.surface_names)
        feed.tell_all(bpy.context.scene)
        run.start(0.0)
        evaluation = run.evaluate("c")
        return evaluation.passed, list(evaluation.unmet)

    def test_a_cup_stands_in_the_well_of_its_saucer_below_the_rim(self) -> None:
        self.cup.location = (0, 0, WELL_M)
        self.assertEqual(self.judge(STANDS), (True, []))

    def test_a_cup_that_hovers_or_is_sunk_does_not_and_is_told_by_how_much(self) -> None:
        for height_m, said in ((WELL_M + 0.03, "30 mm"), (WELL_M - 0.04, "40 mm")):
            with self.subTest(height_m):
                self.cup.location = (0, 0, height_m)
                passed, unmet = self.judge(STANDS)
                self.assertFalse(passed)
                self.assertIn(said, " ".join(unmet))

    def test_a_cup_beside_its_saucer_does_not_stand_on_it(self) -> None:
        self.cup.location = (0.3, 0, WELL_M)
        self.assertFalse(self.judge(STANDS)[0])

    def test_near_is_the_gap_of_the_surfaces(self) -> None:
        self.cup.location = (0, 0, WELL_M + 0.01)
        near = {"near": {"object": "Cup", "to": "Saucer", "max": 9, "unit": "mm"}}
        passed, unmet = self.judge(near)
        self.assertFalse(passed)
        self.assertIn("10 mm", " ".join(unmet))
        near["near"]["max"] = 11
        self.assertTrue(self.judge(near)[0])

    def test_an_empty_marks_a_point_and_only_one_drawn_as_a_cube_is_a_box(self) -> None:
        self.cup.location = (5, 0, 0)
        mark = self.add_object("Mark", None, (5, 0, 2))
        near = {"near": {"object": "Mark", "to": [5, 0, 1], "max": 1, "unit": "mm"}}
        for kind, passed in (("PLAIN_AXES", False), ("CUBE", True)):
            mark.empty_display_type = kind
            with self.subTest(kind):
                self.assertEqual(self.judge(near)[0], passed)

    def test_an_edit_of_the_mesh_inside_its_box_is_seen(self) -> None:
        self.cup.location = (0, 0, WELL_M)
        self.assertTrue(self.judge(STANDS)[0])
        for vertex in bpy.data.meshes["Saucer"].vertices[4:]:
            vertex.co.z = 0.02
        self.assertFalse(self.judge(STANDS)[0])
