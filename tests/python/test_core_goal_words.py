"""What a goal is called by what it asks, and what its author has still to say of it.

scripts/test python
"""

import json
import unittest
from pathlib import Path
from typing import Any

from addon_package import addon_module
from core import condition_groups as groups
from core import condition_tree as tree
from core.condition_form import fresh, predicates
from core.condition_sentence import LONGEST_CHARS, sentence_of
from core.lesson import Lesson, Trigger, Unit, read_trigger
from core.limits import OBJECTIVE_LIMIT_CHARS
from core.mouse_reach import USUAL_WIDTH_M, is_reachable, pixels_of
from core.outline import lesson_view
from core.said import in_language
from core.scene_types import Condition
from core.unfinished_goals import next_step

REPO = Path(__file__).resolve().parents[2]
GERMAN = addon_module("translations").LANGUAGES["de_DE"]
STANDS = {"stands_on": {"object": "Cup", "on": "Saucer", "gap": 5, "unit": "mm"}}
TURNED = {"turned": {"object": "Red.001", "axis": "z", "min": 45, "unit": "deg"}}


class SentenceTest(unittest.TestCase):
    def test_names_objects_and_the_values_that_are_asked_with_their_units(self) -> None:
        near = {"near": {"object": "Cup", "to": "Saucer", "max": 5, "unit": "mm"}}
        between = {"moved": {"object": "Cup", "min": 0.5, "max": 2, "unit": "m"}}
        sized = {"dimensions": {"object": "Shelf", "axis": "x", "min": 1, "max": 2, "unit": "m"}}
        said: dict[str, dict[str, Any]] = {
            "Cup stands on Saucer": STANDS,
            "Red.001 is turned (about Z, at least 45°)": TURNED,
            "Cup is near Saucer (at most 5 mm)": near,
            "Cup was moved (0.5 m to 2 m)": between,
            "Shelf has the size (along X, 1 m to 2 m)": sized,
            "Works in the mode Edit Mesh": {"mode": {"is": "EDIT_MESH"}},
            "Cup has the material Blue glass": {
                "has_material": {"object": "Cup", "material": "Blue glass"}
            },
            "Cup has the material PVC": {"has_material": {"object": "Cup", "material": "PVC"}},
            "Cup has the modifier Subsurf NEW_1": {
                "has_modifier": {"object": "Cup", "type": "SUBSURF", "name": "NEW_1"}
            },
            "How many?": {"answer": {"question": "How many? ", "kind": "number", "correct": 4}},
        }
        for sentence, condition in said.items():
            self.assertEqual(sentence_of(condition), sentence)

    def test_combines_the_sentences_of_its_parts(self) -> None:
        seen = {"visible": {"object": "Cup"}}
        said: dict[str, dict[str, Any]] = {
            "Cup stands on Saucer and Cup is shown": {"all": [STANDS, seen]},
            "Cup stands on Saucer or Cup is shown": {"any": [STANDS, seen]},
            "Cup stands on Saucer": {"all": [STANDS, {"visible": {"object": ""}}]},
            "Not so: Cup is shown": {"not": seen},
            "At least 1 of these: Cup is shown": {"count": {"of": [seen], "min": 1}},
            "At most 2 of these: Cup is shown": {"count": {"of": [seen], "max": 2}},
            "Exactly 1 of these: Cup is shown": {"count": {"of": [seen], "min": 1, "max": 1}},
            "1 to 2 of these: Cup is shown; Cup is shown": {
                "count": {"of": [seen, seen], "min": 1, "max": 2}
            },
            "Cup is shown, held for 2 s": {"duration": {"of": seen, "min": 2, "unit": "s"}},
            "In this order: Cup stands on Saucer; Cup is shown": {
                "order": {"steps": [{"id": "a", "when": STANDS}, {"id": "b", "when": seen}]}
            },
        }
        for sentence, condition in said.items():
            self.assertEqual(sentence_of(condition), sentence)

    def test_lists_a_few_parts_and_counts_the_others(self) -> None:
        every = [{"visible": {"object": f"Bolt number {one:02}"}} for one in range(14)]
        listed = "; ".join(f"Bolt number {one:02} is shown" for one in range(6))
        named = sentence_of({"all": every})

        self.assertEqual(named, f"All of these: {listed} … and 8 more")
        own = in_language(named, lambda english: GERMAN.get(english, english))
        self.assertTrue(own.endswith("Bolt number 05 ist sichtbar … und 8 weitere"), own)

    def test_is_never_longer_than_tools_take(self) -> None:
        seen: dict[str, Any] = {"visible": {"object": "B" * 63}}
        asked: dict[str, Any] = {"question": "Why? " * 400, "kind": "number", "correct": 4}
        deep: dict[str, Any] = {"answer": asked}
        for _ in range(10):
            deep = {"all": [{"not": deep}, {"any": [deep, seen]}]}
        for condition in ({"answer": asked}, {"order": {"steps": [{"when": deep}]}}, deep):
            for own in (str, lambda english: GERMAN.get(english, english)):
                self.assertLessEqual(len(in_language(sentence_of(condition), own)), LONGEST_CHARS)

    def test_the_limit_is_well_below_that_of_the_tools(self) -> None:
        bounds = (REPO / "native" / "tools" / "bounds.hpp").read_text("utf-8")
        self.assertIn(f"objective_bounds = text(1, {OBJECTIVE_LIMIT_CHARS})", bounds)
        self.assertLess(LONGEST_CHARS, OBJECTIVE_LIMIT_CHARS)

    def test_has_none_while_an_object_is_still_to_be_chosen(self) -> None:
        self.assertEqual(sentence_of(fresh("stands_on", ("Cup",))), "")
        self.assertEqual(sentence_of({}), "")


class NextStepTest(unittest.TestCase):
    def test_says_what_is_to_be_done_in_words_of_the_sentence(self) -> None:
        said: list[tuple[dict[str, Any], str]] = [
            ({}, "Choose what must be so."),
            (fresh("stands_on"), "Choose both objects of “stands on”."),
            (fresh("stands_on", ("Cup",)), "Choose an object for “stands on”."),
            (fresh("near", ("Cup", "Cup")), "Choose two different objects for “is near”."),
            (fresh("has_material", ("Cup",)), "Fill in “material” of “has the material”."),
            (
                {"moved": {"object": "Cup", "min": 2, "max": 1, "unit": "m"}},
                "“At least” is more than “at most” for “was moved”. Change one of them.",
            ),
            ({"all": [STANDS, fresh("answer")]}, "Write the question."),
            (STANDS, ""),
        ]
        for condition, step in said:
            self.assertEqual(next_step(condition), step, condition)

    def test_every_predicate_is_finished_or_says_what_it_lacks(self) -> None:
        for name in predicates():
            if name in tree.COMBINING:
                continue
            for objects in ((), ("Cup",), ("Cup", "Saucer")):
                condition = fresh(name, objects)
                if next_step(condition):
                    continue
                Condition(json_of(condition))  # raises, were anything else wrong

    def test_an_unfinished_goal_is_no_fault_of_the_file(self) -> None:
        problems: list[str] = []
        values = {
            "learning_objective": "Goal 4",
            "trigger_conditions": json_of(fresh("stands_on", ("Cup",))),
        }
        trigger = read_trigger("assessment_trigger_Goal 4", values, problems)

        said = "The goal “Goal 4” is not finished. Choose an object for “stands on”."
        self.assertEqual((problems, trigger.problem), ([said], said))
        self.assertEqual(shown_problems(trigger, problems), ())

    def test_a_broken_goal_is_one(self) -> None:
        problems: list[str] = []
        values = {"trigger_conditions": '{"visible": {"objekt": "Cup"}}'}
        trigger = read_trigger("Goal", values, problems)

        self.assertEqual(trigger.next_step, "")
        self.assertIn("trigger_conditions", problems[0])
        self.assertEqual(shown_problems(trigger, problems), tuple(problems))


class GroupTest(unittest.TestCase):
    def test_each_predicate_that_combines_none_stands_in_one_group(self) -> None:
        offered = [
            name
            for column in groups.COLUMNS
            for group in column
            for name in groups.known(group, combining=False)
        ]
        leaves = [name for name in predicates() if name not in tree.COMBINING]
        self.assertCountEqual(offered, leaves)

    def test_no_column_is_taller_than_a_small_screen(self) -> None:
        for column in groups.COLUMNS:
            self.assertLessEqual(sum(len(group.predicates) + 2 for group in column), 18)


class DefaultTest(unittest.TestCase):
    def test_no_goal_is_too_fine_as_it_is_made_first_seen_by_blenders_own_camera(self) -> None:
        away_m, field_rad = 11.3, 0.4  # of the camera of Blender's start file
        found = 0
        for name in predicates():
            condition = fresh(name, ("Cup", "Saucer")) if name not in tree.COMBINING else {}
            if next_step(condition):
                continue
            for margin in Condition(json_of(condition)).margins:
                found += 1
                seen_px = pixels_of(margin.width_m, away_m, field_rad)
                self.assertTrue(is_reachable(margin.width_m, seen_px), name)
        self.assertGreaterEqual(found, 3)
        self.assertFalse(is_reachable(USUAL_WIDTH_M / 2, pixels_of(0.005, away_m, field_rad)))


def json_of(condition: dict[str, Any]) -> str:
    return json.dumps(condition)


def shown_problems(trigger: Trigger, problems: list[str]) -> tuple[str, ...]:
    """What the panel shows as faults of a lesson with this goal."""
    one = Unit(unit_id="u", scene_name="s", triggers=(trigger,))
    return lesson_view(Lesson((one,), ("u",), tuple(problems)), ()).problems


if __name__ == "__main__":
    unittest.main()
