"""Adapting a unit's scene to its learner, without a trace in the file.

scripts/blender 4.4 blender_tests/run.py test_scene_adaptation.py
"""

import tempfile
from pathlib import Path

import bpy
from adaptation_support import AdaptationCase
from blender_tests_support import addon
from scene_support import dump

DECIDED = {
    "difficulty_adjustment": 0.465,
    "support_level": "high",
    "pacing_adjustment": "slower",
    "target_difficulty": -0.8,
    "guidance_level": "high",
    "next_unit": "move_it",
}
"""What a decision puts out for a learner who struggles."""


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
        with self.rejected("CONFLICT", "scene_id") as caught:
            self.adapt("other", support_level="high")
        self.assertIn("other", caught.exception.message)
        self.assertIn("start_session", caught.exception.remedy)
        self.assertIn("move_it", caught.exception.remedy)
        self.do("end_unit", session_id="s1")
        with self.rejected("CONFLICT", "scene_id") as caught:
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

    def test_unknown_and_plain_scenes_are_rejected(self) -> None:
        bpy.data.scenes.new("Plain")
        for scene_id in ("nowhere", "Plain"):
            with self.rejected("RESOURCE_NOT_FOUND", "scene_id"):
                self.adapt(scene_id, guidance_level="high")

    def test_a_next_unit_that_there_is_not_and_nothing_beside_it_is_taken(self) -> None:
        with self.rejected("RESOURCE_NOT_FOUND", "adaptation_data.next_unit"):
            self.adapt(guidance_level="high", next_unit="nowhere")
        self.assertEqual(self.now(), addon("core.adaptation").Adaptation())

    def test_what_the_first_release_wrote_of_a_learner_goes_when_a_unit_is_authored(self) -> None:
        self.scene["malloc_vr_learning_progress"] = '{"score": 0.1}'
        self.scene["malloc_vr_guidance_level"] = "high"
        self.assertNotIn("guidance_level", self.lesson()["units"][0])

        self.add_unit("second")

        self.assertNotIn("malloc_vr_learning_progress", self.scene)
        self.assertNotIn("malloc_vr_guidance_level", self.scene)
