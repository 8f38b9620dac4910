"""Where a learner stands when a unit begins.

scripts/blender 4.4 blender_tests/run.py test_scene_framing.py
"""

import math
from typing import Any

import bpy
from blender_tests_support import addon
from mathutils import Vector
from scene_support import SceneCase

FAR_AWAY_M = 40.0


class Framing(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_box("Part", (0.0, 0.0, 1.0))
        self.scene = bpy.context.scene
        areas = bpy.context.window_manager.windows[0].screen.areas
        self.area = next(area for area in areas if area.type == "VIEW_3D")
        self.region_3d = self.area.spaces.active.region_3d
        self.region_3d.view_perspective = "PERSP"
        self.region_3d.view_distance = FAR_AWAY_M

    def add_camera(self) -> Any:
        camera = bpy.data.objects.new("Eye", bpy.data.cameras.new("Eye"))
        camera.location = (4.0, -3.0, 2.0)
        towards = Vector((0.0, 0.0, 1.0)) - camera.location
        camera.rotation_euler = towards.to_track_quat("-Z", "Y").to_euler()
        self.scene.collection.objects.link(camera)
        self.scene.camera = camera
        bpy.context.view_layer.update()
        return camera

    def test_the_viewport_looks_where_the_camera_looks_and_shows_as_much(self) -> None:
        self.add_camera()
        camera = addon("scene.viewport").read_camera(self.scene)

        addon("scene.framing").stand_at_camera(self.scene)

        view = addon("scene.viewport").read_view(self.scene)
        self.assertEqual(view.source, "viewport")
        self.assertLess((Vector(view.forward) - Vector(camera.forward)).length, 1e-4)
        target = Vector((0.0, 0.0, 1.0))
        off = Vector(self.region_3d.view_location) - target
        self.assertLess(abs(off.dot(Vector(camera.up))), 1e-4)
        self.assertLess(abs(off.dot(Vector(camera.forward))), 1e-4)
        shown = (Vector(self.region_3d.view_location) - Vector(view.eye)).length * math.tan(
            view.vertical_fov_rad / 2
        )
        framed = (target - Vector(camera.eye)).length * math.tan(camera.vertical_fov_rad / 2)
        self.assertGreaterEqual(shown, framed * 0.999)
        self.assertGreaterEqual(shown * view.aspect, framed * camera.aspect * 0.999)

    def test_the_captured_view_is_in_the_middle_of_what_other_regions_leave_free(self) -> None:
        self.add_camera()
        window = next(region for region in self.area.regions if region.type == "WINDOW")
        free = addon("region_space").free_space(self.area, window)
        self.assertGreater(free.left, 0, "no toolbar lies over this viewport")

        addon("scene.framing").stand_at_camera(self.scene)

        view = addon("scene.viewport").read_view(self.scene)
        seen = Vector((0.0, 0.0, 1.0)) - Vector(view.eye)
        right = Vector(view.forward).cross(Vector(view.up))
        across = seen.dot(right) / seen.dot(Vector(view.forward))
        half_width = math.tan(view.vertical_fov_rad / 2) * view.aspect
        pixel = window.width / 2 * (1 + across / half_width)
        self.assertAlmostEqual(pixel, (free.left + free.right) / 2, delta=0.5)

    def test_looking_through_the_camera_gives_way_to_a_view_that_can_be_turned(self) -> None:
        self.add_camera()
        self.region_3d.view_perspective = "CAMERA"

        addon("scene.framing").stand_at_camera(self.scene)

        self.assertEqual(self.region_3d.view_perspective, "PERSP")

    def test_a_scene_without_a_camera_leaves_the_viewport_alone(self) -> None:
        self.scene.camera = None

        addon("scene.framing").stand_at_camera(self.scene)

        self.assertEqual(self.region_3d.view_distance, FAR_AWAY_M)
