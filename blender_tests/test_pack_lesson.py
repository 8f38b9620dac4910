"""Packing a lesson into one file, and opening it in another Blender.

scripts/blender 4.4 blender_tests/run.py test_pack_lesson.py
"""

import json
import unittest
from pathlib import Path

import bpy
from blender_tests_support import BlenderCase, addon, preferences
from whole_file import whole_file


class PackCase(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.scene = bpy.context.scene
        self.target = self.folder / "away" / "cups.blend"
        addon("modes").choose(addon("modes").Mode.AUTHOR)
        addon("runtime").mark_stale()

    def pack(self, **options: object) -> set[str]:
        given = {"filepath": str(self.target), **options}
        return set(bpy.ops.malloc_vr.lesson_pack(**given))

    def add_image(self) -> bpy.types.Image:
        """An image that lies in a file of its own."""
        path = self.folder / "label.png"
        made = bpy.data.images.new("made", 4, 4)
        made.filepath_raw, made.file_format = str(path), "PNG"
        made.save()
        bpy.data.images.remove(made)
        image = bpy.data.images.load(str(path))
        image.use_fake_user = True
        return image

    def read_packed(self) -> None:
        """Open it as somebody does to whom it was given, without the files that it came from."""
        (self.folder / "label.png").unlink(missing_ok=True)
        self.assertEqual(bpy.ops.malloc_vr.lesson_open(filepath=str(self.target)), {"FINISHED"})


class PackTest(PackCase):
    def test_writes_a_lesson_that_another_opens_and_does(self) -> None:
        self.assertEqual(self.pack(), {"FINISHED"})
        self.read_packed()
        self.assertEqual([one.unit_id for one in self.view().lesson.units], ["move_it"])
        self.assertEqual(
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada"), {"FINISHED"}
        )

    def test_the_open_file_stays_as_it_is(self) -> None:
        image = self.add_image()
        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "own.blend"))
        before, counts = whole_file(), len(bpy.data.collections)
        self.pack()
        self.assertEqual(whole_file(), before)
        self.assertEqual(len(bpy.data.collections), counts)
        self.assertFalse(image.packed_files)
        self.assertEqual(bpy.data.filepath, str(self.folder / "own.blend"))
        self.assertNotIn("malloc_vr_lesson", self.scene)

    def test_has_its_images_inside(self) -> None:
        self.add_image()
        self.pack()
        self.read_packed()
        image = bpy.data.images["label.png"]
        self.assertTrue(image.packed_files)
        self.assertEqual(tuple(image.size), (4, 4))

    def test_says_who_gives_it_and_under_which_licence(self) -> None:
        self.scene.malloc_vr_lesson_title = "Cups and saucers"
        self.scene.malloc_vr_lesson_author = "Ada"
        self.scene.malloc_vr_lesson_licence = "CC0-1.0"
        self.scene.malloc_vr_lesson_languages = "en, de"
        self.pack()
        self.read_packed()
        expected = {
            "title": "Cups and saucers",
            "author": "Ada",
            "licence": "CC0-1.0",
            "languages": ["en", "de"],
        }
        self.assertEqual(json.loads(bpy.context.scene["malloc_vr_lesson"]), expected)

    def test_is_called_as_its_first_unit_where_nobody_says_otherwise(self) -> None:
        self.pack()
        self.read_packed()
        self.assertEqual(json.loads(bpy.context.scene["malloc_vr_lesson"])["title"], "Move it")

    def test_holds_an_asset_that_other_files_find(self) -> None:
        self.scene.malloc_vr_lesson_author = "Ada"
        self.pack()
        with bpy.data.libraries.load(str(self.target), assets_only=True, link=True) as (there, got):
            self.assertEqual(list(there.collections), ["Move it"])
            got.collections = there.collections
        asset = got.collections[0]
        self.assertEqual(sorted(obj.name for obj in asset.objects), ["Part", "Seat"])
        self.assertEqual(asset.asset_data.author, "Ada")
        self.assertEqual(asset.asset_data.license, "CC-BY-4.0")
        self.assertEqual([tag.name for tag in asset.asset_data.tags], ["Malloc VR Lesson"])

    def test_runs_no_script_of_a_lesson_that_is_opened(self) -> None:
        text = bpy.data.texts.new("run_me.py")
        text.from_string("import bpy\nbpy.app.driver_namespace['ran'] = True\n")
        text.use_module = True
        self.pack()
        bpy.app.driver_namespace.pop("ran", None)
        self.read_packed()
        self.assertNotIn("ran", bpy.app.driver_namespace)
        self.assertIn("run_me.py", bpy.data.texts)


class RejectionTest(PackCase):
    def problem(self) -> str:
        return str(self.view().problem)

    def test_an_obstacle_is_said_first_and_can_be_passed_over(self) -> None:
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.context.view_layer.update()
        self.assertEqual(self.pack(), {"CANCELLED"})
        self.assertIn("stop a learner", self.problem())
        self.assertEqual(self.view().checked.findings[0].kind, "goal_true_at_start")
        self.assertFalse(self.target.exists())
        self.assertEqual(self.pack(even_so=True), {"FINISHED"})

    def test_a_missing_image_is_named_and_nothing_is_written(self) -> None:
        image = self.add_image()
        (self.folder / "label.png").unlink()
        image.reload()
        before = whole_file()
        self.assertEqual(self.pack(), {"CANCELLED"})
        self.assertIn("label.png", self.problem())
        self.assertFalse(self.target.exists())
        self.assertEqual(whole_file(), before)

    def test_what_is_linked_is_rejected_with_its_file(self) -> None:
        library = self.folder / "cups.blend"
        bpy.data.libraries.write(str(library), {bpy.data.objects["Seat"].data})
        with bpy.data.libraries.load(str(library), link=True) as (there, got):
            got.meshes = there.meshes
        bpy.data.objects["Seat"].data = got.meshes[0]
        self.assertEqual(self.pack(), {"CANCELLED"})
        self.assertIn("cups.blend", self.problem())

    def test_does_not_write_over_the_open_file_nor_into_the_add_ons_folders(self) -> None:
        own = self.folder / "own.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(own))
        content = own.read_bytes()
        for path in (own, self.folder / "vault" / "lesson.blend"):
            self.assertEqual(self.pack(filepath=str(path)), {"CANCELLED"}, path)
        self.assertEqual(own.read_bytes(), content)

    def test_a_folder_that_cannot_be_written_is_said(self) -> None:
        blocked = self.folder / "a file"
        blocked.write_text("")
        with self.assertRaisesRegex(RuntimeError, "disk is full or the folder read-only"):
            self.pack(filepath=str(blocked / "x.blend"))
        self.assertIn("could not be packed", self.problem())

    def test_what_is_no_lesson_is_not_opened(self) -> None:
        text = self.folder / "cups.txt"
        text.write_text("hello")
        broken = self.folder / "broken.blend"
        broken.write_text("no file of Blender's")
        for path in (text, broken, self.folder / "missing.blend"):
            self.assertEqual(bpy.ops.malloc_vr.lesson_open(filepath=str(path)), {"CANCELLED"}, path)
        self.assertEqual(len(self.view().lesson.units), 1, "this file is still open")


class PropertiesTest(PackCase):
    def test_a_licence_of_ones_own_is_kept_by_its_name(self) -> None:
        self.scene.malloc_vr_lesson_licence = "OTHER"
        self.scene.malloc_vr_lesson_own_licence = "MIT"
        self.assertEqual(self.scene.malloc_vr_lesson_licence, "OTHER")
        self.assertEqual(json.loads(self.scene["malloc_vr_lesson"])["licence"], "MIT")
        self.scene.malloc_vr_lesson_licence = "CC-BY-SA-4.0"
        self.assertEqual(json.loads(self.scene["malloc_vr_lesson"])["licence"], "CC-BY-SA-4.0")

    def test_what_was_broken_by_hand_is_shown_as_empty(self) -> None:
        self.scene["malloc_vr_lesson"] = "{not json"
        self.assertEqual(self.scene.malloc_vr_lesson_title, "")

    def test_speaks_for_the_lesson_wherever_its_units_are_ordered(self) -> None:
        self.scene.malloc_vr_lesson_title = "Cups"
        self.add_unit("second", prerequisites="move_it")
        self.assertEqual(self.view().lesson.head_scene, self.scene.name)


class LibraryTest(PackCase):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(setattr, preferences(), "lessons_folder", "")
        preferences().lessons_folder = str(self.target.parent)

    def shown(self) -> list[str]:
        self.assertEqual(bpy.ops.malloc_vr.lessons_look(), {"FINISHED"})
        return [one.title for one in self.view().library]

    def test_lists_the_lessons_of_the_folder_that_the_preferences_name(self) -> None:
        self.assertEqual(self.shown(), [])
        self.pack()
        (self.target.parent / "notes.txt").write_text("no lesson")
        self.assertEqual(self.shown(), ["cups"])
        self.assertEqual(Path(self.view().library[0].file), self.target)

    def test_is_drawn_for_learning_and_only_where_this_file_has_no_lesson(self) -> None:
        panel = bpy.types.MALLOC_VR_PT_lesson_library
        addon("modes").choose(addon("modes").Mode.LEARN)
        self.view()
        self.assertFalse(panel.poll(bpy.context))
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.view()
        self.assertTrue(panel.poll(bpy.context))


if __name__ == "__main__":
    unittest.main()
