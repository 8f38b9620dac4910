"""A lesson that ships, done to its end by one of the three scripted hands."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import BlenderCase

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.append(str(REPOSITORY / "scripts" / "lib" / "in_blender"))

from lesson_hands import MANNERS, LessonHands, Way


def units_of(lesson: str) -> Mapping[str, Mapping[str, Any]]:
    """The units of a lesson's JSON, by id."""
    path = REPOSITORY / "lessons" / lesson / "lesson.json"
    return {unit["unit_id"]: unit for unit in json.loads(path.read_text("utf-8"))["units"]}


class LessonWorkCase(BlenderCase):
    """Adds the lesson and goes through its units."""

    maxDiff = None

    def work(self, manner: str, lesson: str, ways: Mapping[str, Way]) -> LessonHands:
        """Do all units of the lesson in this manner; each has to be passed at its end."""
        added = bpy.ops.malloc_vr.lesson_add_example(lesson=lesson)
        self.assertEqual(added, {"FINISHED"})
        self.assertEqual(list(ways), list(units_of(lesson)))
        hands = LessonHands(manner)
        for unit_id, way in ways.items():
            with self.subTest(unit=unit_id, manner=manner):
                MANNERS[manner](hands, unit_id, way)
                self.assertPassed(unit_id)
                hands.press("session_end")
        for unit in self.view().lesson.units:
            self.assertEqual(unit.state.value, "passed", unit.unit_id)
        return hands

    def slip_only(self, lesson: str, ways: Mapping[str, Way]) -> None:
        """Hand in the slip of each unit; none is passed by it."""
        bpy.ops.malloc_vr.lesson_add_example(lesson=lesson)
        for scene in bpy.data.scenes:
            scene["prerequisites"] = "[]"
        hands = LessonHands("wrong")
        for unit_id, way in ways.items():
            with self.subTest(unit=unit_id):
                hands.start(unit_id)
                way.slip(hands)
                hands.press("work_submit")
                self.assertFalse(self.view().session.passed)
                hands.press("session_end")

    def assertPassed(self, unit_id: str) -> None:  # noqa: N802  as unittest names them
        """The running unit is passed, with each of its goals."""
        running = self.view().session
        self.assertIsNotNone(running)
        self.assertEqual(running.unit_id, unit_id)
        open_goals = {
            one.objective: (one.passed, one.reasons)
            for one in running.checkpoints
            if one.passed is not True
        }
        self.assertEqual(open_goals, {}, running.message)
