"""How long an adaptation lasts: until the run, the file or the learner changes, and across Undo.

scripts/blender 4.4 blender_tests/run.py test_scene_adaptation_lasts.py
"""

import bpy
from adaptation_support import AdaptationCase
from blender_tests_support import addon


class WhileTheUnitRuns(AdaptationCase):
    def test_adaptation_ends_with_the_unit(self) -> None:
        reply = self.adapt(support_level="high", guidance_level="high")
        self.assertEqual(reply["session_id"], "s1")
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])

        self.do("end_unit", session_id="s1")

        self.assertEqual(self.shown(), [])
        self.assertEqual(self.now().sentences, ())

    def test_starting_again_keeps_support_and_takes_asked_hints_back(self) -> None:
        self.adapt(support_level="moderate", guidance_level="high", show_hints=True)

        self.start(session_id="s2", restart=True)

        self.assertEqual(self.shown(), ["Hint 1"])

    def test_another_learner_begins_as_the_author_made_it(self) -> None:
        self.adapt(support_level="high")

        self.start(session_id="s2", restart=True, learner_label="bob")

        self.assertEqual(self.shown(), [])
        self.assertFalse(addon("live.tracking").running().tries.last_level_shown)

    def test_work_must_be_more_exact_where_the_unit_is_to_be_harder(self) -> None:
        checkpoint = self.add_trigger()["checkpoint_id"]  # within 10 mm
        self.start(restart=True)
        self.adapt(difficulty_adjustment=2.0)
        self.translate("Part", (-4.992, 0, 0))
        self.assertFalse(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

        self.adapt(difficulty_adjustment=0.5)

        self.assertTrue(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

    def test_the_goal_shown_by_support_counts_as_the_last_hint(self) -> None:
        tries = addon("live.tracking").running().tries
        self.adapt(support_level="moderate", guidance_level="high")
        self.assertFalse(tries.last_level_shown)

        self.adapt(support_level="high")

        self.assertTrue(tries.last_level_shown)
        self.assertEqual(tries.hints_shown, 0)

    def test_another_units_start_ends_it(self) -> None:
        self.adapt(support_level="high")
        self.add_unit("other")
        self.start("other", session_id="s2")
        self.assertEqual(self.shown(), [])

    def test_another_file_forgets_it(self) -> None:
        self.adapt(support_level="high")
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertEqual(self.now(), addon("core.adaptation").Adaptation())


class Undo(AdaptationCase):
    def begin(self) -> None:
        bpy.ops.ed.undo_push(message="authored")
        super().begin()

    def setUp(self) -> None:
        super().setUp()
        self.part.location = (1, 0, 0)
        bpy.ops.ed.undo_push(message="first move")

    def x(self) -> float:
        return float(bpy.data.objects["Part"].location.x)

    def test_takes_back_the_move_before_a_hint_and_leaves_the_hint(self) -> None:
        self.adapt(support_level="high")

        bpy.ops.ed.undo()

        self.assertEqual(self.x(), 5)
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])
        bpy.ops.ed.redo()
        self.assertEqual(self.x(), 1)
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])

    def test_does_not_bring_a_hint_back_that_was_put_away(self) -> None:
        self.adapt(support_level="high")
        bpy.data.objects["Part"].location = (2, 0, 0)
        bpy.ops.ed.undo_push(message="second move, which keeps the hints in its state")
        self.adapt(support_level="low")
        bpy.data.objects["Part"].location = (3, 0, 0)
        bpy.ops.ed.undo_push(message="third move")

        bpy.ops.ed.undo()

        self.assertEqual(self.x(), 2)
        self.assertEqual(self.shown(), [])
        bpy.ops.ed.redo()
        self.assertEqual(self.x(), 3)
        self.assertEqual(self.shown(), [])
