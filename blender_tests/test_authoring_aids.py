"""What helps authors is hidden from who learns, and comes back exactly as it was.

scripts/blender 4.4 blender_tests/run.py test_authoring_aids.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from review_support import ReviewCase

LINES, HELPERS = "show_relationship_lines", "show_extras"


def overlays() -> list[Any]:
    """Of every 3D viewport of the window."""
    screen = bpy.context.window_manager.windows[0].screen
    return [area.spaces.active.overlay for area in screen.areas if area.type == "VIEW_3D"]


class AidsTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.assertTrue(overlays(), "there is no viewport")
        for overlay in overlays():
            setattr(overlay, LINES, True)
            setattr(overlay, HELPERS, True)

    def shown(self) -> set[tuple[bool, bool]]:
        return {(getattr(one, LINES), getattr(one, HELPERS)) for one in overlays()}

    def start(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def test_they_are_hidden_while_a_unit_runs_and_shown_again_after_it(self) -> None:
        self.start()
        self.assertEqual(self.shown(), {(False, False)})

        bpy.ops.malloc_vr.session_end()
        self.assertEqual(self.shown(), {(True, True)})

    def test_what_was_hidden_before_stays_hidden(self) -> None:
        for overlay in overlays():
            setattr(overlay, HELPERS, False)
        self.start()
        bpy.ops.malloc_vr.session_end()

        self.assertEqual(self.shown(), {(True, False)})

    def test_what_the_learner_shows_meanwhile_stays_shown(self) -> None:
        self.start()
        for overlay in overlays():
            setattr(overlay, HELPERS, True)
        addon("live.authoring_aids").follow()

        self.assertEqual(self.shown(), {(False, True)})

    def test_a_helper_that_the_learner_works_with_stays(self) -> None:
        part = bpy.data.objects["Part"]
        bpy.data.objects.remove(part)
        empty = bpy.data.objects.new("Part", None)
        bpy.context.scene.collection.objects.link(empty)
        bpy.context.view_layer.update()
        self.start()

        self.assertEqual(self.shown(), {(False, True)})

    def test_a_window_on_another_scene_shows_them(self) -> None:
        self.start()
        bpy.context.window_manager.windows[0].scene = bpy.data.scenes.new("Elsewhere")
        addon("live.authoring_aids").follow()

        self.assertEqual(self.shown(), {(True, True)})

    def test_a_saved_file_and_the_next_one_show_them(self) -> None:
        self.start()
        path = str(self.folder / "lesson.blend")
        bpy.ops.wm.save_as_mainfile(filepath=path)
        self.assertEqual(self.shown(), {(False, False)}, "saving ended it")

        bpy.ops.wm.open_mainfile(filepath=path, load_ui=True)
        self.assertEqual(self.shown(), {(True, True)})

    def test_a_file_opened_without_its_own_windows_shows_them(self) -> None:
        path = str(self.folder / "lesson.blend")
        bpy.ops.wm.save_as_mainfile(filepath=path)
        self.start()

        bpy.ops.wm.open_mainfile(filepath=path, load_ui=False)

        self.assertEqual(self.shown(), {(True, True)})

    def test_they_make_no_step_of_undo(self) -> None:
        self.start()
        bpy.ops.ed.undo_push(message="Start")
        bpy.data.objects["Part"].location.x = 4.0
        bpy.ops.ed.undo_push(message="Work")
        bpy.ops.ed.undo()

        self.assertEqual(bpy.data.objects["Part"].location.x, 5.0)
        self.assertEqual(self.shown(), {(False, False)})

    def test_the_add_on_leaves_them_shown_when_it_is_disabled(self) -> None:
        self.start()
        addon("live.scene_updates").unregister()
        self.addCleanup(addon("live.scene_updates").register)

        self.assertEqual(self.shown(), {(True, True)})


class ReviewTest(ReviewCase):
    """An instructor looks at work in the viewport."""

    def setUp(self) -> None:
        super().setUp()
        for overlay in overlays():
            setattr(overlay, LINES, True)
            setattr(overlay, HELPERS, True)
        self.work("ada", 0.0)
        self.look()
        self.choose("ada")

    def shown(self) -> set[tuple[bool, bool]]:
        addon("live.authoring_aids").follow()
        return {(getattr(one, LINES), getattr(one, HELPERS)) for one in overlays()}

    def test_they_are_hidden_while_work_is_shown_over_the_scene(self) -> None:
        bpy.context.window_manager.malloc_vr_review_ghosts = True
        self.assertEqual(self.shown(), {(False, False)})

        bpy.context.window_manager.malloc_vr_review_ghosts = False
        self.assertEqual(self.shown(), {(True, True)})

    def test_a_file_that_is_saved_meanwhile_shows_them(self) -> None:
        bpy.context.window_manager.malloc_vr_review_ghosts = True
        self.assertEqual(self.shown(), {(False, False)})

        path = str(self.folder / "reviewed.blend")
        bpy.ops.wm.save_as_mainfile(filepath=path)
        self.modes.choose(self.modes.Mode.AUTHOR)
        bpy.ops.wm.open_mainfile(filepath=path, load_ui=True)
        self.modes.choose(self.modes.Mode.AUTHOR)
        self.assertEqual(self.shown(), {(True, True)})

    def test_they_are_shown_again_in_another_mode(self) -> None:
        bpy.context.window_manager.malloc_vr_review_ghosts = True
        self.assertEqual(self.shown(), {(False, False)})

        self.modes.choose(self.modes.Mode.AUTHOR)
        self.assertEqual(self.shown(), {(True, True)})


class EditModeTest(BlenderCase):
    def test_moves_in_edit_mode_are_said_to_be_lost_until_it_is_left(self) -> None:
        self.make_lesson()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        part = bpy.data.objects["Part"]
        bpy.context.view_layer.objects.active = part
        guidance = addon("learner_view").guidance

        bpy.ops.object.mode_set(mode="EDIT")
        bpy.context.view_layer.update()
        self.assertIn("Edit Mode", guidance().wrong)
        self.assertEqual(guidance().way_out, "Tab goes back.")

        bpy.ops.object.mode_set(mode="OBJECT")
        bpy.context.view_layer.update()
        self.assertNotIn("Edit Mode", guidance().wrong)


if __name__ == "__main__":
    unittest.main()
