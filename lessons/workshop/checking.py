"""What holds for every lesson whose `build.py` uses `workshop.building`; its `check.py` runs this.

    python check.py [LESSON.blend]    without a file the lesson is built in memory

The last line is `N passed, N failed`.
"""

# ruff: noqa: D102 (the name of a test is its sentence)
from __future__ import annotations

import sys
import unittest
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import bpy

from . import building, files, texts

_NAMING = ("object", "to", "region", "on")
HINTS = 3


class LessonCase(unittest.TestCase):
    """A lesson's file and its JSON; a subclass says which."""

    path: ClassVar[Path]
    build: ClassVar[Callable[[bpy.types.Scene], None]]
    movable: ClassVar[Mapping[str, Sequence[str]]]
    blend: ClassVar[Path | None] = None
    lesson: ClassVar[dict[str, Any]]

    @classmethod
    def setUpClass(cls) -> None:
        cls.lesson = files.load_lesson(cls.path)
        if cls.blend is None:
            cls.build(files.empty_scene())
        else:
            bpy.ops.wm.open_mainfile(filepath=str(cls.blend))

    def units(self) -> Iterator[tuple[dict[str, Any], bpy.types.Collection]]:
        """Each unit with the collection that it is taught in."""
        assets = self.lesson["assets"]
        for unit in self.lesson["units"]:
            name = assets[unit.get("asset") or next(iter(assets))]
            with self.subTest(unit=unit["unit_id"]):
                yield unit, bpy.data.collections[name]

    def test_every_text_is_short_and_has_one_instruction_a_sentence(self) -> None:
        for place, text in texts.texts_of(self.lesson):
            with self.subTest(place):
                self.assertEqual(texts.breaches(text), [])

    def test_every_object_that_a_unit_names_is_in_its_scene(self) -> None:
        for unit, collection in self.units():
            present = set(collection.all_objects.keys())
            named = set(_named(unit["triggers"])) | set(unit["start_poses"])
            named.add(unit.get("camera", self.lesson.get("camera")))
            self.assertGreater(len(named), 1)
            self.assertEqual(named - present, set())

    def test_start_poses_are_those_of_the_built_scene(self) -> None:
        self.assertEqual(self.lesson, building.with_poses(self.lesson, self.movable))

    def test_every_unit_has_goals_three_hints_and_something_hidden_to_show_where(self) -> None:
        for unit, collection in self.units():
            self.assertEqual(len(unit["hints"]), HINTS)
            self.assertEqual(
                [one["learning_objective"] for one in unit["triggers"]], unit["learning_objectives"]
            )
            shown = [o for o in collection.all_objects if o.get("malloc_vr_hint_for")]
            mine = [o for o in shown if o["malloc_vr_hint_for"] == unit["unit_id"]]
            self.assertEqual(len(mine), 1)
            self.assertTrue(all(o.hide_viewport and o.hide_render for o in shown))

    def test_what_a_learner_takes_hold_of_can_be_selected(self) -> None:
        for unit, collection in self.units():
            free = {o.name for o in collection.all_objects if not o.hide_select}
            hands_on = {*self.movable[unit["unit_id"]], *_selected(unit["triggers"])}
            self.assertEqual(hands_on - free, set())


def _selected(value: Any) -> Iterator[str]:
    """Names of the objects that a learner is asked to select."""
    if isinstance(value, Mapping):
        if "selected" in value:
            yield value["selected"]["object"]
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _selected(part)


def _named(value: Any) -> Iterator[str]:
    """Names of the objects in conditions."""
    if isinstance(value, Mapping):
        yield from (value[k] for k in _NAMING if isinstance(value.get(k), str))
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _named(part)


def main(case: type[LessonCase]) -> None:
    """Run the tests of a lesson and end with their counts.

    `case` is given by the module that is run, where `unittest` finds it.
    """
    case.blend = Path(sys.argv.pop()).resolve() if sys.argv[-1].endswith(".blend") else None
    print(f"Blender {bpy.app.version_string}, {case.blend or 'built in memory'}", file=sys.stderr)
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.skipped)
    print(f"{result.testsRun - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed or not result.testsRun else 0)
