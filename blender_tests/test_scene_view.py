"""What the learner looks through, without a window.

scripts/blender 4.4 blender_tests/run.py test_scene_view.py
"""

import math
from typing import Any

import bpy
from blender_tests_support import addon
from mathutils import Quaternion, Vector
from scene_support import SceneCase


class View(SceneCase):
    def space(self) -> Any:
        areas = bpy.context.window_manager.windows[0].screen.areas
        return next(area.spaces.active for area in areas if area.type == "VIEW_3D")

    def look(self, eye: Any, target: Any, lens_mm: float = 50.0) -> Any:
        space, eye, target = self.space(), Vector(eye), Vector(target)
        region_3d = space.region_3d
        region_3d.view_perspective = "PERSP"
        region_3d.view_location = target
        region_3d.view_rotation = (target - eye).to_track_quat("-Z", "Y")
        region_3d.view_distance = (target - eye).length
        space.lens = lens_mm
        return addon("scene.viewport").read_view(bpy.context.scene)

    def test_the_viewport_is_read_as_it_was_turned(self) -> None:
        view = self.look((3, -4, 2), (0, 0, 1))
        forward = (Vector((0, 0, 1)) - Vector((3, -4, 2))).normalized()
        self.assertLess((Vector(view.eye) - Vector((3, -4, 2))).length, 1e-5)
        self.assertLess((Vector(view.forward) - forward).length, 1e-6)
        self.assertAlmostEqual(Vector(view.forward).dot(Vector(view.up)), 0.0, places=6)
        self.assertGreater(view.up[2], 0)
        self.assertEqual((view.source, view.parallel_height_m), ("viewport", 0.0))

    def test_the_field_of_view_is_that_of_blenders_window_matrix(self) -> None:
        # Read from RegionView3D.window_matrix of Blender 4.3.2 in a window: size, lens, degrees.
        for width, height, lens_mm, degrees in (
            (1057, 692, 50.0, 50.475736),
            (1057, 692, 85.0, 30.994995),
            (739, 692, 85.0, 43.265871),
            (265, 692, 50.0, 71.507777),
        ):
            fov_rad = addon("scene.viewport").viewport_fov_rad(lens_mm, width / height)
            self.assertAlmostEqual(math.degrees(fov_rad), degrees, places=4)

    def test_a_parallel_view_says_how_much_it_shows(self) -> None:
        self.look((0, -5, 0), (0, 0, 0), 85.0)
        region_3d = self.space().region_3d
        region_3d.view_perspective = "ORTHO"
        view = addon("scene.viewport").read_view(bpy.context.scene)
        # Perspective shows as much at the point it turns about.
        height_m = 2 * 5 * math.tan(view.vertical_fov_rad / 2)
        self.assertAlmostEqual(view.parallel_height_m, height_m, places=5)

    def test_a_scene_in_no_window_is_seen_through_its_camera(self) -> None:
        scene = bpy.data.scenes.new("Elsewhere")
        data = bpy.data.cameras.new("Camera")
        data.sensor_fit, data.sensor_height, data.lens = "VERTICAL", 24.0, 24.0
        camera = bpy.data.objects.new("Camera", data)
        camera.location = (1, 2, 3)
        camera.rotation_mode = "QUATERNION"
        camera.rotation_quaternion = Quaternion((1, 0, 0), math.pi / 2)  # level, towards +Y
        scene.collection.objects.link(camera)
        scene.camera = camera
        scene.render.resolution_x, scene.render.resolution_y = 1600, 800
        scene.view_layers[0].update()

        view = addon("scene.viewport").read_view(scene)

        self.assertEqual(view.source, "camera")
        self.assertEqual(tuple(round(v, 5) for v in view.eye), (1, 2, 3))
        self.assertEqual(tuple(round(v, 5) for v in view.forward), (0, 1, 0))
        self.assertAlmostEqual(view.vertical_fov_rad, 2 * math.atan(12 / 24), places=5)
        self.assertAlmostEqual(view.aspect, 2.0, places=5)

    def test_looking_through_the_camera_is_the_cameras_view(self) -> None:
        camera = self.add_object("Camera", bpy.data.cameras.new("Camera"), (0, 0, 10))
        bpy.context.scene.camera = camera
        self.space().region_3d.view_perspective = "CAMERA"
        view = addon("scene.viewport").read_view(bpy.context.scene)
        self.assertEqual(view.source, "camera")
        self.assertEqual(tuple(round(v, 5) for v in view.forward), (0, 0, -1))

    def test_without_window_and_camera_there_is_no_view(self) -> None:
        self.assertIsNone(addon("scene.viewport").read_view(bpy.data.scenes.new("Elsewhere")))

    def test_what_is_in_view_is_judged_from_where_the_learner_looks(self) -> None:
        self.add_unit()
        self.add_box("Plate", (0, 0, 0))
        seen = {"in_view": {"object": "Plate", "max_distance": 4, "unit": "m"}}
        checkpoint = self.add_trigger(seen)["checkpoint_id"]
        self.start()
        for eye, target, passes in (
            ((0, -3, 0), (0, 0, 0), True),
            ((0, -9, 0), (0, 0, 0), False),
            ((0, -3, 0), (0, -6, 0), False),
        ):
            self.look(eye, target)
            with self.subTest(eye=eye, target=target):
                judged = self.judge(checkpoint, session_id="s1")["evaluation"]
                self.assertEqual(judged["passed"], passes, judged)

    def test_who_turned_the_view_in_vain_hands_it_in_and_is_told_why(self) -> None:
        self.add_unit()
        self.add_box("Plate", (0, 0, 0))
        self.look((0, -9, 0), (0, 0, 0))
        seen = {"in_view": {"object": "Plate", "max_distance": 4, "unit": "m"}}
        checkpoint = self.add_trigger(seen)["checkpoint_id"]
        self.start()
        untouched = self.do("observe_unit", session_id="s1", submit=True)
        self.assertEqual((untouched["ended"], untouched["not_begun"]), ([], [checkpoint]))

        self.look((0, -6, 0), (0, 0, 0))
        looked = self.do("observe_unit", session_id="s1")
        handed_in = self.do("observe_unit", session_id="s1", submit=True)

        self.assertEqual(looked["ended"], [])
        (one,) = handed_in["ended"]
        self.assertEqual((one["outcome"], handed_in["not_begun"]), ("failed", []))
        (reason,) = one["evaluation"]["unmet"]
        self.assertRegex(reason, r"Plate.* m\b")
