"""An instructor sees how it went: the class, a learner's steps, where things were.

scripts/blender 4.4 blender_tests/run.py test_review.py
"""

import unittest

import bpy
from blender_tests_support import addon
from review_support import ReviewCase


class ReviewTest(ReviewCase):
    def test_nobody_yet_is_an_empty_table_and_not_a_fault(self) -> None:
        shown = self.look()
        self.assertEqual((shown.rows, shown.problem), ((), ""))
        self.assertIsNotNone(shown.overview)

    def test_the_table_has_who_worked_and_how_far(self) -> None:
        self.work("ada", 1.0, 0.0)
        self.work("Bob")
        shown = self.look()
        self.assertEqual([row.learner_id for row in shown.rows], ["ada", "Bob"])
        self.assertEqual([row.cells for row in shown.rows], [("done",), ("started",)])
        unit = shown.by_name["ada"].units[0]
        self.assertEqual((unit.tries, unit.failed, unit.state), (2, 1, "done"))

    def test_it_is_read_only_while_review_is_shown(self) -> None:
        self.work("ada", 0.0)
        self.modes.choose(self.modes.Mode.AUTHOR)
        self.assertIsNone(self.view().review.overview)
        self.assertEqual(len(self.look().rows), 1)

    def test_what_is_recorded_later_appears_by_itself(self) -> None:
        self.work("ada", 0.0)
        self.assertEqual(len(self.look().rows), 1)
        self.work("bob", 1.0)
        addon("reviewing.reading")._asked.not_before_seconds = 0.0  # half a second later
        self.record()
        self.assertEqual([row.learner_id for row in self.view().review.rows], ["ada", "bob"])

    def test_three_misses_in_a_row_are_stuck_with_what_was_measured(self) -> None:
        self.work("ada", 1.0, 2.0, 3.0)
        shown = self.look()
        self.assertEqual(shown.rows[0].cells, ("stuck",))
        (found,) = shown.by_name["ada"].stuck
        self.assertIn("mm", found.last_failure)
        self.work("ada", 0.0)
        self.assertEqual(self.look().rows[0].cells, ("done",))

    def test_choosing_a_learner_shows_their_steps_with_places_and_measures(self) -> None:
        self.work("ada", 1.0, 0.0)
        self.look()
        shown = self.choose("ada")
        kinds = [step.kind.value for step in shown.steps]
        self.assertEqual(kinds, ["started", "failed", "passed", "ended"])
        failed = shown.steps[1]
        self.assertIn("1000 mm", failed.rows[0].measured)
        self.assertEqual(failed.rows[0].needed, "at most 10 mm")
        boxes = dict(failed.boxes)
        self.assertEqual(set(boxes), {"Part", "Seat"})
        self.assertEqual(sorted({x for x, _, _ in boxes["Part"]}), [0.5, 1.5])
        self.assertEqual(sorted({x for x, _, _ in dict(shown.steps[2].boxes)["Part"]}), [-0.5, 0.5])

    def test_a_list_chooses_as_the_button_does(self) -> None:
        self.work("ada", 0.0)
        self.work("bob", 1.0)
        self.look()
        manager = bpy.context.window_manager
        self.assertEqual(manager.malloc_vr_review_row, -1)
        manager.malloc_vr_review_row = 1
        self.assertEqual(self.view().review.learner, "bob")
        self.assertEqual(self.view().review.unit, "move_it")
        self.assertEqual(len(manager.malloc_vr_review_rows), 2)

    def test_who_is_not_known_is_not_shown(self) -> None:
        self.look()
        self.assertEqual(bpy.ops.malloc_vr.review_show(learner="eve"), {"CANCELLED"})

    def test_no_name_is_kept_in_the_file(self) -> None:
        self.work("ada-of-the-test", 0.0)
        self.look()
        self.choose("ada-of-the-test")
        path = self.folder / "lesson.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(path), compress=False)
        self.assertNotIn(b"ada-of-the-test", path.read_bytes())


class ReplayTest(ReviewCase):
    def setUp(self) -> None:
        super().setUp()
        self.work("ada", 1.0, 0.0)
        self.look()
        self.choose("ada")
        self.manager = bpy.context.window_manager
        self.ghosts = addon("reviewing.ghosts")

    def test_the_scrubber_goes_from_the_first_step_to_the_last_and_no_further(self) -> None:
        self.assertEqual(self.manager.malloc_vr_review_step, 1)
        for asked, shown in ((3, 3), (99, 4), (-5, 1)):
            self.manager.malloc_vr_review_step = asked
            self.assertEqual(self.manager.malloc_vr_review_step, shown)
        bpy.ops.malloc_vr.review_step(by=1)
        self.assertEqual(self.manager.malloc_vr_review_step, 2)

    def test_ghosts_are_shown_in_the_units_scene_alone_and_only_in_review(self) -> None:
        here = bpy.context.scene
        self.assertIsNone(self.ghosts.shown_step(here))
        self.manager.malloc_vr_review_ghosts = True
        self.manager.malloc_vr_review_step = 2
        self.assertEqual(self.ghosts.shown_step(here).kind.value, "failed")
        elsewhere = bpy.data.scenes.new("Elsewhere")
        self.assertIsNone(self.ghosts.shown_step(elsewhere))
        self.modes.choose(self.modes.Mode.LEARN)
        self.assertIsNone(self.ghosts.shown_step(here))

    def test_a_box_has_its_twelve_edges(self) -> None:
        part = dict(self.view().review.steps[1].boxes)["Part"]
        ends = list(self.ghosts.edges(part))
        self.assertEqual(len(ends), 24)
        lengths = [
            sum((a - b) ** 2 for a, b in zip(ends[i], ends[i + 1], strict=True)) ** 0.5
            for i in range(0, 24, 2)
        ]
        for length in lengths:
            self.assertAlmostEqual(length, 1.0, places=6)

    def test_a_box_whose_corners_are_counted_has_no_diagonals(self) -> None:
        corners = tuple((x, y, z) for x in (0.0, 1.0) for y in (0.0, 2.0) for z in (0.0, 3.0))
        ends = list(self.ghosts.edges(corners))
        pairs = [(ends[i], ends[i + 1]) for i in range(0, 24, 2)]
        for start, end in pairs:
            self.assertEqual(sum(a != b for a, b in zip(start, end, strict=True)), 1)
        self.assertEqual(len(set(pairs)), 12)

    def test_looking_changes_nothing_in_the_file(self) -> None:
        before = self.contents()
        self.manager.malloc_vr_review_ghosts = True
        for step in (1, 2, 3, 4):
            self.manager.malloc_vr_review_step = step
        self.assertEqual(self.contents(), before)

    @staticmethod
    def contents() -> object:
        """Every datablock of the file, and where its objects are."""
        collection = bpy.types.bpy_prop_collection
        kinds = [kind for kind in dir(bpy.data) if isinstance(getattr(bpy.data, kind), collection)]
        names = {kind: sorted(getattr(bpy.data, kind).keys()) for kind in kinds}
        return names, {thing.name: thing.matrix_world.copy() for thing in bpy.data.objects}


if __name__ == "__main__":
    unittest.main()
