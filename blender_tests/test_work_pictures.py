"""Without a window there are no pictures of the work, and no space is kept for them.

scripts/blender 4.4 blender_tests/run.py test_work_pictures.py
"""

import math
import unittest

import bpy
from blender_tests_support import BlenderCase, addon
from mathutils import Vector


class NoWindowTest(BlenderCase):
    def test_a_unit_is_done_without_pictures(self) -> None:
        self.make_lesson()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.context.view_layer.update()
        bpy.ops.malloc_vr.work_submit()

        self.assertTrue(self.view().session.passed)
        self.assertIsNone(addon("work_pictures").icons())
        self.assertFalse(bpy.ops.malloc_vr.work_picture.poll())


class MatricesTest(unittest.TestCase):
    def test_a_picture_shows_what_its_view_shows(self) -> None:
        viewport = addon("scene.viewport")
        fov_rad, aspect = math.radians(40.0), 4 / 3
        for parallel_height_m in (0.0, 3.0):
            with self.subTest(parallel_height_m=parallel_height_m):
                eye, forward, up = Vector((1, -5, 2)), Vector((0, 1, 0)), Vector((0, 0, 1))
                view = viewport.View(
                    tuple(eye),
                    tuple(forward),
                    tuple(up),
                    fov_rad,
                    2.0,
                    "viewport",
                    parallel_height_m,
                )
                to_eye, projection = viewport.matrices(view, aspect, (0.1, 100.0))
                half = parallel_height_m / 2 or 4.0 * math.tan(fov_rad / 2)
                corner = eye + 4.0 * forward + half * up + half * aspect * Vector((1, 0, 0))
                seen = projection @ to_eye @ corner.to_4d()
                self.assertAlmostEqual(seen.x / seen.w, 1.0, 5)
                self.assertAlmostEqual(seen.y / seen.w, 1.0, 5)
                self.assertTrue(-1.0 < seen.z / seen.w < 1.0)


if __name__ == "__main__":
    unittest.main()
