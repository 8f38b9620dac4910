"""Adapting a unit's scene to its learner.

scripts/blender 4.4 blender_tests/run.py test_scene_adaptation.py
"""

import json
from typing import Any

import bpy
from scene_support import SceneCase


class Adapt(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.scene = bpy.data.scenes[self.add_unit(title="Move it")["scene_name"]]
        for level in (1, 2, 3):
            hint = self.add_object(f"Hint {level}")
            hint["malloc_vr_hint_for"], hint["malloc_vr_hint_level"] = "move_it", level
            hint.hide_viewport = hint.hide_render = True
        foreign = self.add_object("Foreign hint")
        foreign["malloc_vr_hint_for"], foreign["malloc_vr_hint_level"] = "another", 1
        foreign.hide_viewport = True

    def adapt(self, scene_id: str = "move_it", **adaptation: Any) -> dict[str, Any]:
        return self.do(
            "update_scene_metadata",
            scene_id=scene_id,
            learning_progress={"passed": ["a"], "score": 0.5},
            adaptation_data=adaptation,
        )

    def shown(self) -> list[str]:
        names = ("Hint 1", "Hint 2", "Hint 3", "Foreign hint")
        return [name for name in names if not bpy.data.objects[name].hide_viewport]

    def test_progress_and_guidance_are_kept_in_the_scene(self) -> None:
        reply = self.adapt(guidance_level="high", difficulty_adjustment=0.75, support_level="low")

        self.assertEqual(
            json.loads(self.scene["malloc_vr_learning_progress"]), {"passed": ["a"], "score": 0.5}
        )
        self.assertEqual(self.scene["malloc_vr_guidance_level"], "high")
        self.assertEqual(self.scene["malloc_vr_difficulty"], 0.75)
        self.assertTrue(reply["adaptation_applied"])
        difficulty = next(
            change for change in reply["changes"] if change["property"] == "malloc_vr_difficulty"
        )
        self.assertEqual((difficulty["before"], difficulty["after"]), (None, 0.75))
        self.assertEqual(difficulty["target"], "Move it")
        (unit,) = self.do("read_lesson")["units"]
        self.assertEqual((unit["guidance_level"], unit["difficulty"]), ("high", 0.75))

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

    def test_a_second_time_changes_nothing_and_says_so(self) -> None:
        self.adapt(guidance_level="high", show_hints=True)
        reply = self.adapt(guidance_level="high", show_hints=True)
        self.assertEqual(reply["changes"], [])
        self.assertEqual(reply["properties_modified"], [])

    def test_a_unit_is_found_by_its_scene_too(self) -> None:
        self.assertEqual(self.adapt("Move it")["scene_name"], "Move it")

    def test_unknown_and_plain_scenes_are_refused(self) -> None:
        bpy.data.scenes.new("Plain")
        for scene_id in ("nowhere", "Plain"):
            with self.refused("RESOURCE_NOT_FOUND", "scene_id"):
                self.adapt(scene_id, guidance_level="high")

    def test_wrong_values_by_their_path(self) -> None:
        wrong = {
            "guidance_level": "extreme",
            "difficulty_adjustment": 2.5,
            "support_level": "adaptive",
            "show_hints": "yes",
            "hint_level": 4,
        }
        for key, value in wrong.items():
            with self.refused("VALIDATION_ERROR", f"adaptation_data.{key}"):
                # The good value beside the wrong one must not be written either.
                self.adapt(**{"guidance_level": "high", "difficulty_adjustment": 1.5, key: value})
        with self.refused("VALIDATION_ERROR", "learning_progress"):
            self.do("update_scene_metadata", scene_id="move_it")
        with self.refused("VALIDATION_ERROR", "learning_progress"):
            self.do(
                "update_scene_metadata", scene_id="move_it", learning_progress={"x": float("nan")}
            )
