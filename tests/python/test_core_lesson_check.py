"""What a check of a lesson finds, from the lesson and facts of its scenes."""

import unittest
from dataclasses import replace

from core import lesson_check
from core.lesson import Lesson, Trigger, Unit
from core.lesson_facts import GoalFacts, LessonFacts, SeenMargin


def goal(name: str = "Goal", **parts: object) -> Trigger:
    given: dict[str, object] = {
        "checkpoint_id": f"id of {name}",
        "trigger_object_name": name,
        "assessment_type": "authentic",
        "learning_objective": "the cup stands",
        "trigger_conditions": {"visible": {"object": "Cup"}},
        "named_objects": {},
    }
    return Trigger(**{**given, **parts})  # type: ignore[arg-type]


def unit(unit_id: str = "set_cup", **parts: object) -> Unit:
    given: dict[str, object] = {
        "unit_id": unit_id,
        "scene_name": f"scene {unit_id}",
        "title": unit_id.upper(),
        "learning_objectives": ("the cup stands",),
        "hints": ("Look at the saucer.",),
        "triggers": (goal(f"Goal of {unit_id}"),),
    }
    return Unit(**{**given, **parts})  # type: ignore[arg-type]


def lesson(*units: Unit) -> Lesson:
    return Lesson(units, tuple(one.unit_id for one in units))


def kinds(of: Lesson, facts: LessonFacts | None = None, unit_id: str = "") -> list[str]:
    checked = lesson_check.check(of, facts or LessonFacts(), unit_id)
    return [one.kind for one in checked.findings]


def seen(**facts: object) -> LessonFacts:
    one = GoalFacts(**facts)  # type: ignore[arg-type]
    return LessonFacts({("scene set_cup", "Goal of set_cup"): one})


class LessonCheckTest(unittest.TestCase):
    def test_finds_nothing_in_a_lesson_that_is_well_made(self) -> None:
        checked = lesson_check.check(lesson(unit(), unit("pour")), LessonFacts())

        self.assertEqual((checked.units, checked.goals, list(checked.findings)), (2, 2, []))

    def test_every_finding_is_sentences(self) -> None:
        facts = replace(
            seen(missing=("Cup",), is_true_at_start=True, margins=(SeenMargin("Cup", 1e-4),)),
            missing_libraries=("//cups.blend",),
        )
        bad = unit(title="", hints=(), learning_objectives=("other",), instructions="a" * 141)
        for one in lesson_check.check(lesson(bad), facts).findings:
            for text in (one.sentence, one.remedy, *filter(None, [one.fix])):
                self.assertRegex(text, r"^[A-Z“].*[.]$", one)

    def test_a_unit_that_needs_itself_over_others_is_out_of_reach_and_the_way_is_said(self) -> None:
        one = unit("a", prerequisite_units=("b",))
        two = unit("b", prerequisite_units=("a",))
        found = lesson_check.check(lesson(one, two), LessonFacts()).findings

        self.assertEqual([item.kind for item in found], ["prerequisite_cycle"] * 2)
        self.assertIn("A → B → A", found[0].sentence)

    def test_a_unit_behind_a_circle_is_not_blamed_for_it(self) -> None:
        behind = unit("c", prerequisite_units=("a",))
        circle = unit("a", prerequisite_units=("a",))
        self.assertEqual(kinds(lesson(circle, behind), unit_id="c"), [])

    def test_a_unit_that_needs_what_is_not_there_can_be_mended(self) -> None:
        found = lesson_check.check(lesson(unit(prerequisite_units=("gone",))), LessonFacts())

        self.assertEqual(found.findings[0].kind, "prerequisite_missing")
        self.assertTrue(found.findings[0].fix)

    def test_a_unit_that_needs_one_without_goal_is_out_of_reach(self) -> None:
        empty = unit("empty", triggers=())
        found = kinds(lesson(empty, unit(prerequisite_units=("empty",))))

        self.assertEqual(found, ["prerequisite_without_goal", "unit_without_goal"])

    def test_a_goal_whose_object_is_gone_is_found_with_its_name(self) -> None:
        found = lesson_check.check(lesson(unit()), seen(missing=("Cup",))).findings

        self.assertEqual([one.kind for one in found], ["goal_object_gone"])
        self.assertIn("“Cup”", found[0].sentence)
        self.assertEqual(found[0].object_name, "Goal of set_cup")

    def test_a_goal_that_holds_before_anything_is_done_is_found(self) -> None:
        self.assertEqual(kinds(lesson(unit()), seen(is_true_at_start=True)), ["goal_true_at_start"])

    def test_three_pixels_are_within_reach_and_less_is_not(self) -> None:
        for width_px, expected in ((3.0, []), (2.9, ["margin_too_fine"])):
            facts = seen(margins=(SeenMargin("Cup", 0.009, width_px),))
            self.assertEqual(kinds(lesson(unit()), facts), expected)

    def test_without_a_view_two_millimetres_are_within_reach_and_less_is_not(self) -> None:
        for width_m, expected in ((0.002, []), (0.0019, ["margin_too_fine"])):
            facts = seen(margins=(SeenMargin("Cup", width_m),))
            self.assertEqual(kinds(lesson(unit()), facts), expected)

    def test_says_which_margin_would_do(self) -> None:
        facts = seen(margins=(SeenMargin("Cup", 0.001, 1.0),))
        found = lesson_check.check(lesson(unit()), facts).findings

        self.assertIn("within 0.5 mm", found[0].sentence)
        self.assertIn("Allow 1.5 mm", found[0].remedy)

    def test_hints_titles_and_objectives_are_advice_and_stand_behind_obstacles(self) -> None:
        poor = unit(title=" ", hints=(), learning_objectives=("the cup stands", "another"))
        found = lesson_check.check(lesson(poor, unit("empty", triggers=())), LessonFacts()).findings

        self.assertEqual(
            [one.kind for one in found],
            ["unit_without_goal", "no_hint", "objective_without_goal", "title_empty"],
        )

    def test_hints_without_a_word_are_none(self) -> None:
        self.assertEqual(kinds(lesson(unit(hints=("", " ")))), ["no_hint"])

    def test_140_characters_are_read_at_a_glance_and_141_are_not(self) -> None:
        for length, expected in ((140, []), (141, ["text_too_long"])):
            self.assertEqual(kinds(lesson(unit(hints=("h" * length,)))), expected)

    def test_copies_with_the_same_ids_are_found_and_can_be_mended(self) -> None:
        copied_goal = unit(triggers=(goal("Goal"), goal("Goal.001", checkpoint_id="id of Goal")))
        copied_unit = replace(unit(), scene_name="copy")

        self.assertEqual(kinds(lesson(copied_goal)), ["checkpoint_id_shared"])
        self.assertEqual(kinds(lesson(unit(), copied_unit)), ["unit_id_shared"])

    def test_a_missing_library_concerns_the_file_and_no_unit(self) -> None:
        facts = LessonFacts(missing_libraries=("//cups.blend",))

        self.assertEqual(kinds(lesson(unit()), facts), ["library_missing"])
        self.assertEqual(kinds(lesson(unit()), facts, unit_id="set_cup"), [])

    def test_a_goal_that_cannot_be_judged_says_why_and_nothing_else(self) -> None:
        broken = unit(triggers=(goal("Goal of set_cup", problem="It is no JSON."),))
        found = lesson_check.check(lesson(broken), seen(missing=("Cup",))).findings

        self.assertEqual([one.kind for one in found], ["goal_broken"])


if __name__ == "__main__":
    unittest.main()
