"""Adapting a unit's scene to its learner, without a trace in the file or in Undo.

scripts/blender 4.4 blender_tests/run.py test_scene_adaptation.py
"""

import tempfile
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import SceneCase, dump

HINTS = ("Hint 1", "Hint 2", "Hint 3", "Foreign hint")
DECIDED = {
    "difficulty_adjustment": 0.465,
    "support_level": "high",
    "pacing_adjustment": "slower",
    "target_difficulty": -0.8,
    "guidance_level": "high",
    "next_unit": "move_it",
}
"""What a decision puts out for a learner who struggles."""


class AdaptationCase(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        addon("live.unit_adaptation").forget()
        self.addCleanup(addon("live.unit_adaptation").forget)
        self.scene = bpy.data.scenes[self.add_unit(title="Move it")["scene_name"]]
        self.part = self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")
        for level in (1, 2, 3):
            hint = self.add_object(f"Hint {level}")
            hint["malloc_vr_hint_for"], hint["malloc_vr_hint_level"] = "move_it", level
            hint.hide_viewport = hint.hide_render = True
        foreign = self.add_object("Foreign hint")
        foreign["malloc_vr_hint_for"], foreign["malloc_vr_hint_level"] = "another", 1
        foreign.hide_viewport = foreign.hide_render = True
        self.begin()

    def begin(self) -> None:
        """Start the unit, or do what a test needs before."""
        self.start()

    def adapt(self, scene_id: str = "move_it", **adaptation: Any) -> dict[str, Any]:
        return self.do(
            "update_scene_metadata",
            scene_id=scene_id,
            learning_progress={"passed": ["a"], "score": 0.5},
            adaptation_data=adaptation,
        )

    def shown(self) -> list[str]:
        return [name for name in HINTS if not bpy.data.objects[name].hide_viewport]

    def now(self) -> Any:
        return addon("live.unit_adaptation").of_unit("move_it")


class Adapt(AdaptationCase):
    def test_what_a_decision_puts_out_is_accepted_and_a_learner_is_told_of_it(self) -> None:
        reply = self.adapt(**DECIDED)

        self.assertTrue(reply["adaptation_applied"])
        self.assertEqual({**self.now().to_json(), **DECIDED}, self.now().to_json())
        changed = {item["property"]: (item["before"], item["after"]) for item in reply["changes"]}
        self.assertEqual(changed["difficulty_adjustment"], (1.0, 0.465))
        self.assertEqual(changed["support_level"], ("", "high"))
        self.assertEqual(changed["hide_viewport"], (True, False))
        self.assertEqual(len(self.now().sentences), 5)

    def test_the_reply_says_whose_it_is_and_nothing_is_written_into_the_file(self) -> None:
        before = dump()

        reply = self.adapt(guidance_level="high", difficulty_adjustment=1.5, next_unit="move_it")

        self.assertEqual(reply["session_id"], "s1")
        self.assertEqual(dump(), before)

    def test_no_byte_of_the_progress_or_the_adaptation_is_in_the_saved_file(self) -> None:
        marker = "Vh7Qd2"
        self.do(
            "update_scene_metadata",
            scene_id="move_it",
            learning_progress={"note": marker},
            adaptation_data=DECIDED,
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "lesson.blend"
            bpy.ops.wm.save_as_mainfile(filepath=str(path), copy=True, compress=False)
            content = path.read_bytes()
        self.assertIn(b"learning_unit_id", content)
        for text in (marker, "learning_progress", "guidance_level", "difficulty"):
            self.assertNotIn(text.encode(), content)

    def test_hints_are_shown_up_to_the_level_and_hidden_again(self) -> None:
        reply = self.adapt(show_hints=True, hint_level=2)
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2"])
        self.assertIn("hide_viewport", reply["properties_modified"])
        self.adapt(show_hints=True, hint_level=1)
        self.assertEqual(self.shown(), ["Hint 1"])
        self.adapt(show_hints=True)
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])
        self.adapt(guidance_level="low")
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])
        self.adapt(show_hints=False)
        self.assertEqual(self.shown(), [])

    def test_support_shows_where_to_work_and_then_the_goal(self) -> None:
        self.adapt(guidance_level="high")
        for level, expected in (
            ("low", []),
            ("moderate", ["Hint 1"]),
            ("high", ["Hint 1", "Hint 2", "Hint 3"]),
            ("low", []),
        ):
            with self.subTest(level):
                self.adapt(support_level=level)
                self.assertEqual(self.shown(), expected)

    def test_what_is_decided_of_a_learner_who_does_well_shows_no_hint_unasked(self) -> None:
        for guidance in ("moderate", "low"):
            reply = self.adapt(support_level="moderate", guidance_level=guidance)
            self.assertEqual(self.shown(), [])
            self.assertIn("guidance_level", reply["properties_modified"])
            self.assertIn("A hint is there whenever you want one.", self.now().sentences)
        self.assertFalse(addon("live.tracking").running().tries.last_level_shown)

    def test_a_unit_that_does_not_run_has_nobody_to_adapt_to(self) -> None:
        self.add_unit("other")
        with self.refused("CONFLICT", "scene_id") as caught:
            self.adapt("other", support_level="high")
        self.assertIn("other", caught.exception.message)
        self.assertIn("start_session", caught.exception.remedy)
        self.assertIn("move_it", caught.exception.remedy)
        self.do("end_unit", session_id="s1")
        with self.refused("CONFLICT", "scene_id") as caught:
            self.adapt(support_level="high")
        self.assertIn("move_it", caught.exception.message)
        self.assertEqual(self.shown(), [])

    def test_a_second_time_changes_nothing_and_says_so(self) -> None:
        self.adapt(**DECIDED, show_hints=True)
        reply = self.adapt(**DECIDED, show_hints=True)
        self.assertEqual(reply["changes"], [])
        self.assertEqual(reply["properties_modified"], [])

    def test_a_unit_is_found_by_its_scene_too(self) -> None:
        self.assertEqual(self.adapt("Move it")["scene_name"], "Move it")

    def test_unknown_and_plain_scenes_are_refused(self) -> None:
        bpy.data.scenes.new("Plain")
        for scene_id in ("nowhere", "Plain"):
            with self.refused("RESOURCE_NOT_FOUND", "scene_id"):
                self.adapt(scene_id, guidance_level="high")

    def test_a_next_unit_that_there_is_not_and_nothing_beside_it_is_taken(self) -> None:
        with self.refused("RESOURCE_NOT_FOUND", "adaptation_data.next_unit"):
            self.adapt(guidance_level="high", next_unit="nowhere")
        self.assertEqual(self.now(), addon("core.adaptation").Adaptation())

    def test_what_the_first_release_wrote_of_a_learner_goes_when_a_unit_is_authored(self) -> None:
        self.scene["malloc_vr_learning_progress"] = '{"score": 0.1}'
        self.scene["malloc_vr_guidance_level"] = "high"
        self.assertNotIn("guidance_level", self.lesson()["units"][0])

        self.add_unit("second")

        self.assertNotIn("malloc_vr_learning_progress", self.scene)
        self.assertNotIn("malloc_vr_guidance_level", self.scene)


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
