"""The shipped geometry: appended once, linked into each unit's scene.

scripts/blender 4.4 blender_tests/run.py test_scene_assets.py
"""

from pathlib import Path

import bpy
from blender_tests_support import addon
from scene_support import SceneCase

FLANGE = {"asset": "bolted_flange"}


class Asset(SceneCase):
    def test_four_units_share_one_copy(self) -> None:
        self.add_unit("unit0", scene=FLANGE)
        objects, meshes = len(bpy.data.objects), len(bpy.data.meshes)
        for number in range(1, 4):
            self.add_unit(f"unit{number}", scene=FLANGE)

        added = 3  # one trigger for each further unit
        self.assertEqual(len(bpy.data.objects), objects + added)
        self.assertEqual(len(bpy.data.meshes), meshes + added)
        for scene in bpy.data.scenes:
            self.assertIs(scene.objects["Guard"], bpy.data.objects["Guard"])

    def test_the_scene_gets_its_camera_and_world(self) -> None:
        reply = self.add_unit(scene=FLANGE)
        scene = bpy.data.scenes[reply["scene_name"]]
        self.assertEqual(scene.camera.name, "Lesson camera")
        self.assertIsNotNone(scene.world)
        self.assertIn("Gasket", reply["objects"])

    def test_no_path_of_this_machine_stays_in_the_file(self) -> None:
        self.add_unit(scene=FLANGE)
        self.assertEqual(list(bpy.data.libraries), [])
        self.assertTrue(all(obj.library is None for obj in bpy.data.objects))
        self.assertTrue(bpy.data.objects["Guard"].data.vertices)

    def test_a_renamed_collection_is_still_the_asset(self) -> None:
        self.add_unit("one", scene=FLANGE)
        count = len(bpy.data.objects)
        bpy.data.collections["Flange joint"].name = "Mein Flansch"
        self.add_unit("two", scene=FLANGE)
        self.assertEqual(len(bpy.data.objects), count + 1)

    def test_a_name_that_is_taken_is_rejected(self) -> None:
        bpy.data.objects.new("Gasket", None)
        with self.rejected("CONFLICT", "scene_configuration.asset") as caught:
            self.add_unit(scene=FLANGE)
        self.assertIn("Gasket", caught.exception.message)

    def test_an_asset_that_is_missing_or_damaged_is_said(self) -> None:
        package = addon("scene.assets").__file__
        path = Path(package).parents[1] / "lessons" / "bolted_flange.blend"
        kept = path.rename(path.with_suffix(".kept"))
        self.addCleanup(lambda: kept.replace(path))
        with self.rejected("STORAGE_UNAVAILABLE"):
            self.add_unit(scene=FLANGE)
        path.write_bytes(kept.read_bytes()[:1000])
        with self.rejected("STORAGE_UNAVAILABLE"):
            self.add_unit(scene=FLANGE)
        bpy.data.libraries.write(str(path), {bpy.context.scene}, fake_user=True)
        with self.rejected("STORAGE_UNAVAILABLE"):
            self.add_unit(scene=FLANGE)

    def test_its_objects_can_have_start_poses_before_it_is_in_the_file(self) -> None:
        poses = {"Guard": {"location": [1, 2, 3], "rotation": [1, 0, 0, 0]}}
        self.add_unit(scene={**FLANGE, "start_poses": poses})
        self.start()
        self.assertEqual(tuple(bpy.data.objects["Guard"].location), (1, 2, 3))
        with self.rejected("VALIDATION_ERROR", "scene_configuration.start_poses.Gard"):
            self.add_unit("two", scene={**FLANGE, "start_poses": {"Gard": {}}})
