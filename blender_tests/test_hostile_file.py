"""A file that a stranger made: whatever its properties hold, the rest of the lesson works.

scripts/blender 4.4 blender_tests/run.py test_hostile_file.py
"""

import contextlib
import json
import unittest
from collections.abc import Iterator
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool

TEXTS = ("estimated_duration", "malloc_vr_title", "malloc_vr_instructions")
SCENE_NAMES = ("learning_unit_id", "malloc_vr_uuid", "malloc_vr_learning_event")
SCENE_JSON = (
    "prerequisites",
    "learning_objectives",
    "malloc_vr_hints",
    "malloc_vr_start_poses",
    "malloc_vr_start_states",
)
TRIGGER_TEXTS = ("assessment_type", "learning_objective", "malloc_vr_uuid", "malloc_vr_skill")
TRIGGER_JSON = ("trigger_conditions", "malloc_vr_named_objects")
NOT_READ = tuple(
    f"malloc_vr_{name}" for name in ("run", "asset", "difficulty", "learning_progress")
)

BROKEN_JSON = (
    "",
    "[",
    "null",
    '"text"',
    '{"a": NaN}',
    '{"a": 1e999}',
    '{"a": Infinity}',
    '{"a": ' + "9" * 400 + "}",
    '{"a": ' + "9" * 20 + "}",
    '["\\ud800"]',
    '{"\\ud800": "a"}',
    '{"a": 1, "a": 2}',
    '{"not":' * 60 + '{"visible": {"object": "Part"}}' + "}" * 60,
    "[" * 300 + "]" * 300,
    '{"a":' * 300 + "1" + "}" * 300,
    '{"a":' * 50_000 + "1" + "}" * 50_000,
    '{"a": "' + "x" * 1_000_001 + '"}',
)
WRONG_FOR_A_KEY = {
    "prerequisites": ("{}", "[5]"),
    "learning_objectives": ("{}", "[null]"),
    "malloc_vr_hints": ('{"a": "b"}', "[[]]"),
    "malloc_vr_start_poses": (
        "[]",
        '{"Part": 5}',
        '{"Part": {"location": [1, 2]}}',
        '{"Part": {"location": [1e38, 0, 0]}}',
        '{"Part": {"rotation": [0, 0, 0, 0]}}',
        '{"Part": {"hidden": 1}}',
        '{"Part": {"uuid": []}}',
    ),
    "malloc_vr_start_states": (
        "[]",
        '{"Part": []}',
        '{"Part": {"scale": "big"}}',
        '{"Part": {"hide": "no"}}',
        '{"Part": {"collections": [5]}}',
    ),
    "trigger_conditions": (
        "[]",
        '{"visible": []}',
        '{"visible": {"object": ["Part"]}}',
        '{"distance": {"object": "Part", "to": "Seat", "max": "far", "unit": "mm"}}',
        '{"distance": {"object": "Part", "to": "Seat", "max": 1e308, "unit": "mm"}, "id": 5}',
        '{"all": {}}',
        '{"all": [' + ",".join(['{"visible": {"object": "Part"}}'] * 5000) + "]}",
    ),
    "malloc_vr_named_objects": ("[]", '{"Part": 5}', '{"Part": ["a"]}'),
    "estimated_duration": ("soon", "-5_minutes", "9" * 200 + "_minutes", "PT" + "1" * 200 + "M"),
    "assessment_type": ("guess", "a\nb"),
    "learning_unit_id": ("a\nb", "x" * 300),
    "malloc_vr_uuid": ("a\nb", "x" * 300),
}


def wrong_types() -> tuple[Any, ...]:
    """What a property can hold that is no text."""
    return (
        5,
        -1.5,
        float("nan"),
        float("inf"),
        True,
        b"\xff\xfe",
        [1, 2, 3],
        [0.5, float("nan")],
        {"a": {"b": [1]}},
        {},
        bpy.data.objects["Part"],
        bpy.data.scenes[0],
    )


class HostileFileTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        bpy.ops.malloc_vr.unit_capture_start()
        self.scene = bpy.context.scene
        self.trigger = next(o for o in self.scene.objects if o.get("assessment_trigger"))
        self.hint = bpy.data.objects.new("Ghost", None)
        self.scene.collection.objects.link(self.hint)
        self.hint["malloc_vr_hint_for"] = "move_it"
        self.add_unit("good", title="Good", prerequisites="", objectives="see it")
        visible = json.dumps({"visible": {"object": "Lamp"}})
        self.add_cube("Lamp")
        bpy.ops.malloc_vr.trigger_add(kind="JSON", objective="see it", conditions=visible)

    def lesson(self) -> dict[str, Any]:
        """The lesson as a client reads it: through the native module, which parses every byte."""
        addon("runtime").mark_stale()  # as an edit in the interface does
        return addon("runtime").call(tool("get_lesson")).to_json()  # type: ignore[no-any-return]

    @contextlib.contextmanager
    def holding(self, owner: Any, key: str, value: Any) -> Iterator[dict[str, Any]]:
        """Read the lesson while a property holds a value."""
        had, before = key in owner, owner.get(key)
        owner[key] = value
        with self.subTest(key, type=type(value).__name__, start=str(value)[:24]):
            yield self.lesson()
        del owner[key]
        if had:
            owner[key] = before

    def assert_only_this_is_lost(self, lesson: dict[str, Any], owner: Any, key: str) -> None:
        (good,) = (unit for unit in lesson["units"] if unit["unit_id"] == "good")
        self.assertEqual(len(good["triggers"]), 1)
        said = [text for text in lesson["problems"] if key in text and owner.name in text]
        self.assertEqual(len(said), 1, lesson["problems"])

    def test_a_value_of_a_wrong_type_is_reported_in_its_place(self) -> None:
        for owner, keys in (
            (self.scene, (*TEXTS, *SCENE_NAMES, *SCENE_JSON)),
            (self.trigger, (*TRIGGER_TEXTS, *TRIGGER_JSON)),
            (self.hint, ("malloc_vr_hint_for",)),
        ):
            for key in keys:
                for value in wrong_types():
                    with self.holding(owner, key, value) as lesson:
                        self.assert_only_this_is_lost(lesson, owner, key)

    def test_broken_json_is_reported_in_its_place(self) -> None:
        for owner, keys in ((self.scene, SCENE_JSON), (self.trigger, TRIGGER_JSON)):
            for key in keys:
                for value in BROKEN_JSON:
                    with self.holding(owner, key, value) as lesson:
                        self.assert_only_this_is_lost(lesson, owner, key)

    def test_what_a_key_cannot_mean_is_reported_in_its_place(self) -> None:
        for key, values in WRONG_FOR_A_KEY.items():
            for owner in (self.scene, self.trigger):
                if key not in owner:
                    continue
                for value in values:
                    with self.holding(owner, key, value) as lesson:
                        self.assert_only_this_is_lost(lesson, owner, key)

    def test_a_number_out_of_its_range_is_reported_in_its_place(self) -> None:
        for owner, key in (
            (self.trigger, "malloc_vr_item_difficulty"),
            (self.hint, "malloc_vr_hint_level"),
        ):
            for value in (0, 11, -5, 2**31 - 1, 2.5, float("nan"), "3", b"3", [1], {"a": 1}, True):
                with self.holding(owner, key, value) as lesson:
                    self.assert_only_this_is_lost(lesson, owner, key)

    def test_what_is_not_read_can_hold_anything(self) -> None:
        for key in (*NOT_READ, "assessment_trigger"):
            for owner in (self.scene, self.hint):
                for value in wrong_types():
                    if key == "assessment_trigger" and owner == self.hint:
                        continue  # that makes it one
                    with self.holding(owner, key, value) as lesson:
                        self.assertEqual(lesson["problems"], [])
                        self.assertEqual(len(lesson["units"]), 2)

    def test_the_rest_of_the_lesson_can_be_learned(self) -> None:
        deep = '{"a":' * 300 + "1" + "}" * 300
        for key in (*TEXTS, *SCENE_NAMES, *SCENE_JSON):
            self.scene[key] = [1, 2, 3]
        for key in (*TRIGGER_TEXTS, "malloc_vr_named_objects"):
            self.trigger[key] = {"a": 1}
        self.trigger["trigger_conditions"] = deep
        self.hint["malloc_vr_hint_level"] = "high"

        done = bpy.ops.malloc_vr.unit_start(unit_id="good", learner="ada")

        self.assertEqual(done, {"FINISHED"}, self.view().problem)
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})
        self.assertEqual(bpy.ops.malloc_vr.session_end(), {"FINISHED"})

    def test_a_unit_with_a_checkpoint_that_cannot_be_judged_does_not_start_without_it(self) -> None:
        self.trigger["trigger_conditions"] = "[" * 300

        self.assertEqual(
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada"), {"CANCELLED"}
        )

        self.assertIn(self.trigger.name, self.view().problem)

    def test_a_unit_whose_identity_is_no_text_starts_all_the_same(self) -> None:
        for value in (5, [1, 2], {"a": 1}):
            self.scene["malloc_vr_uuid"] = value

            done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

            self.assertEqual(done, {"FINISHED"}, self.view().problem)
            bpy.ops.malloc_vr.session_end()

    def test_names_that_are_no_utf_8_are_replaced_and_said(self) -> None:
        self.hint.name = "GhostQQQQ"
        self.scene.name = "SceneQQQQ"
        bpy.data.meshes.new("MeshQQQQ").use_fake_user = True
        self.scene["malloc_vr_title"] = "TitleQQQQ"
        self.trigger["malloc_vr_skill"] = "SkillQQQQ"
        bpy.data.objects["Part"]["KeyQQQQ"] = 1
        bpy.data.objects["Lamp"]["note"] = "NoteQQQQ"
        self.hint["malloc_vr_uuid"] = "UuidQQQQ"
        path = self.folder / "hostile.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(path), compress=False)
        path.write_bytes(path.read_bytes().replace(b"QQQQ", b"\xff\xfe\xc3\x28"))
        bpy.ops.wm.open_mainfile(filepath=str(path))

        lesson = self.lesson()

        self.assertEqual({unit["unit_id"] for unit in lesson["units"]}, {"move_it", "good"})
        said = " ".join(lesson["problems"])
        self.assertEqual(said.count("the name of this"), 3, said)
        self.assertIn("Part: a custom property had a name that was no UTF-8", said)
        self.assertTrue(bpy.data.objects["Part"]["malloc_vr_uuid"])
        for key in ("malloc_vr_title", "malloc_vr_skill"):
            self.assertIn(f"{key} is no UTF-8", said)
        for unit_id in ("move_it", "good"):
            done = bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada")
            self.assertEqual(done, {"FINISHED"}, self.view().problem)


if __name__ == "__main__":
    unittest.main()
