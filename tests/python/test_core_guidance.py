"""What a learner at work reads, in the viewport and in the sidebar alike."""

import unittest
from dataclasses import replace
from typing import Any

from core.course import Course
from core.guidance import (
    EDIT_MODE,
    GO_BACK,
    LEAVE_EDIT_MODE,
    START_OVER,
    TAKE_BACK,
    Goal,
    Mark,
    guidance_of,
    next_unit,
)
from core.overlay_lines import MOST_LINES, lines_of
from core.view import CheckpointView, DecisionView, LessonView, SessionView, UnitState, UnitView


def goal(name: str, **options: Any) -> CheckpointView:
    return CheckpointView(name, name, **options)


def unit(name: str, state: UnitState = UnitState.READY) -> UnitView:
    return UnitView(name, name.title(), name, state)


LESSON = LessonView(units=(unit("first", UnitState.PASSED), unit("second", UnitState.STARTED)))


def at_work(*goals: CheckpointView, **options: Any) -> SessionView:
    given = {"instructions": "Do it\n well.", **options}
    return SessionView("s", "ada", "second", "Second", checkpoints=goals, **given)


def guide(*goals: CheckpointView, **options: Any) -> Any:
    return guidance_of(at_work(*goals, **options), LESSON)


def text(*goals: CheckpointView, adapted: str = "", **options: Any) -> list[str]:
    lines = lines_of(guide(*goals, **options), adapted)
    return ["  ".join(span.text for span in line) for line in lines]


class GuidanceTest(unittest.TestCase):
    def test_without_a_unit_there_is_nothing_to_say(self) -> None:
        self.assertIsNone(guidance_of(None, LESSON))

    def test_a_unit_says_which_of_the_lesson_it_is(self) -> None:
        self.assertEqual(guide(goal("a")).place, "2/2")
        alone = LessonView(units=LESSON.units[1:])
        guidance: Any = guidance_of(at_work(), alone)
        self.assertEqual(guidance.place, "")

    def test_a_slip_comes_before_what_was_begun_and_that_before_what_comes(self) -> None:
        waiting, begun = goal("waiting"), goal("begun", begun=True)
        slip = goal("slip", begun=True, reasons=("Too early.",), is_slip=True)

        self.assertEqual(guide(waiting).now, Goal("waiting", Mark.WAITING))
        self.assertEqual(guide(waiting, begun).now, Goal("begun", Mark.NOW))
        self.assertEqual(guide(waiting, begun, slip).now, Goal("slip", Mark.WRONG))

    def test_one_thing_is_wrong_with_its_value(self) -> None:
        for reasons, said in (
            (("It is tilted.",), "It is tilted."),
            (("It is tilted.", "It is at 4 deg."), "It is tilted. It is at 4 deg."),
            (("It is at 4 deg.", "It is 3 mm off."), "It is at 4 deg."),
        ):
            with self.subTest(reasons):
                shown = guide(goal("a", begun=True, reasons=reasons), goal("b", begun=True))
                self.assertEqual(shown.wrong, said)

    def test_a_slip_has_a_way_out_unless_its_author_names_it(self) -> None:
        slip = goal("a", begun=True, reasons=("That bolt comes later.",), is_slip=True)

        self.assertEqual(guide(slip).way_out, TAKE_BACK)
        self.assertEqual(guide(replace(slip, passed=False)).way_out, GO_BACK)
        named = replace(slip, reasons=("Take it back (Ctrl Z).",))
        self.assertEqual(guide(named).way_out, "")
        self.assertEqual(guide(replace(named, passed=False)).way_out, GO_BACK)
        self.assertEqual(guide(replace(slip, is_slip=False)).way_out, "")

    def test_time_that_is_over_comes_before_what_was_begun_with_the_way_to_start_over(self) -> None:
        said = ("The time for this is over; it was 60 s.",)
        late = goal("late", reasons=said, is_time_over=True)

        shown = guide(goal("begun", begun=True, reasons=("It is 4 mm off.",)), late)

        self.assertEqual(shown.now, Goal("late", Mark.WRONG))
        self.assertEqual((shown.wrong, shown.way_out), (said[0], START_OVER))
        handed_in = replace(late, begun=True, passed=False)
        self.assertEqual(guide(handed_in).way_out, START_OVER)

    def test_edit_mode_is_the_one_thing_wrong_where_moves_are_lost_in_it(self) -> None:
        shown = guide(goal("a", begun=True, reasons=("It is 4 mm off.",)), edits_mesh=True)

        self.assertEqual((shown.wrong, shown.way_out), (EDIT_MODE, LEAVE_EDIT_MODE))

    def test_many_goals_are_counted_and_the_one_at_work_is_named(self) -> None:
        done = [goal(f"done {n}", begun=True, passed=True) for n in range(3)]
        left = [goal(f"left {n}") for n in range(5)]

        lines = guide(*done, *left).goals

        self.assertEqual(
            lines,
            (
                Goal("Done", Mark.DONE, "3/8", is_sum=True),
                Goal("left 0", Mark.WAITING),
                Goal("left 1", Mark.WAITING),
                Goal("3 more to come", Mark.WAITING, is_sum=True),
            ),
        )

    def test_a_tick_with_help_and_a_goal_that_was_passed_before_are_marked(self) -> None:
        helped = goal("helped", begun=True, passed=True, course=Course(was_helped=True))
        before = goal("before", passed_before=True)

        notes = [one.note for one in guide(helped, before, goal("new")).goals]

        self.assertEqual(notes, ["with help", "passed before", ""])
        own = replace(helped, passed_before=True)
        self.assertEqual(guide(own).goals[0].note, "")

    def test_a_goal_that_was_passed_before_and_is_found_so_needs_nothing_more(self) -> None:
        found = goal("found", passed_before=True, is_found_so=True)
        ever_so = goal("ever so", is_found_so=True)  # nobody's doing

        guidance = guide(found, ever_so)

        self.assertEqual([one.mark for one in guidance.goals], [Mark.DONE, Mark.WAITING])
        self.assertEqual(guidance.goals[0].note, "passed before")
        self.assertEqual(guidance.marks, (True, False))
        self.assertEqual(guidance.now.text, "ever so")
        moved = guide(replace(found, is_found_so=False, begun=True), ever_so)
        self.assertEqual(moved.now.text, "found")

    def test_a_question_says_where_it_is_answered_until_there_is_more_to_say(self) -> None:
        asked = goal("how many", is_question=True)

        self.assertIn("Answer it in the sidebar", text(asked)[-1])
        self.assertNotIn("sidebar", text(goal("put it there"), asked)[-1], "it is not due yet")
        wrong = replace(asked, begun=True, passed=False, reasons=("4 is not right.",))
        self.assertIn("4 is not right.", text(wrong)[-1])

    def test_a_goal_of_many_parts_says_how_many_are_done(self) -> None:
        bolts = goal("bolts", begun=True, parts_done=3, parts=8)

        self.assertEqual(guide(bolts).now, Goal("bolts", Mark.NOW, "3/8"))
        self.assertEqual(guide(replace(bolts, begun=False)).now.count, "")


class LinesTest(unittest.TestCase):
    def test_a_start_shows_unit_task_and_what_comes_first(self) -> None:
        self.assertEqual(text(goal("a"), goal("b")), ["2/2  Second  ○○", "Do it well.", "○ a"])

    def test_a_tick_stands_before_what_is_next(self) -> None:
        shown = text(goal("a", begun=True, passed=True), goal("b", begun=True))

        self.assertEqual(shown[0], "2/2  Second  ●○")
        self.assertEqual(shown[2], "✓ a  ▸ b")

    def test_a_slip_stands_with_its_way_out(self) -> None:
        slip = goal("a", begun=True, reasons=("That bolt comes later.",), is_slip=True)

        self.assertEqual(text(slip)[-1], f"✗ That bolt comes later.  {TAKE_BACK}")

    def test_a_hint_stands_below_the_task(self) -> None:
        shown = text(goal("a"), hints=("Look left.", "Turn."), hints_shown=1)

        self.assertEqual(shown[1:], ["Do it well.", "Hint 1/2  Look left.", "○ a"])
        said = text(goal("a"), hints=("Look left.",), hints_shown=1, message="Said.")
        self.assertEqual(said[1:], ["Do it well.", "Hint 1/1  Look left.", "Said."])

    def test_beside_task_and_hint_the_one_thing_that_is_wrong_comes_first(self) -> None:
        wrong = goal("a", begun=True, reasons=("It is tilted.",))

        shown = text(wrong, hints=("Look left.",), hints_shown=1)

        self.assertEqual(shown[1:], ["Do it well.", "Hint 1/1  Look left.", "✗ It is tilted."])

    def test_what_was_said_and_what_is_adapted_give_way_to_what_is_wrong(self) -> None:
        wrong = goal("a", begun=True, reasons=("It is tilted.",))

        self.assertEqual(text(goal("a"), adapted="Take your time.")[-1], "Take your time.")
        self.assertEqual(text(goal("a"), message="Done.", adapted="Take your time.")[-1], "Done.")
        self.assertEqual(text(wrong, adapted="Take your time.")[-1], "✗ It is tilted.")

    def test_what_a_look_said_stands_below_what_is_wrong(self) -> None:
        wrong = goal("a", begun=True, reasons=("It is tilted.",))

        shown = text(wrong, message="Check again.")

        self.assertEqual(shown[1:], ["Do it well.", "✗ It is tilted.", "Check again."])

    def test_a_decision_amid_the_work_leaves_task_and_goals_in_sight(self) -> None:
        go_on = DecisionView("continue_current_event", "Go on: one part of this unit is left.")
        goals = (goal("a", begun=True, passed=True), goal("b"))

        shown = text(*goals, decision=go_on)
        self.assertEqual(shown[1:], ["Do it well.", "✓ a  ○ b", go_on.text])
        self.assertEqual(text(*goals, decision=go_on, message="You took it back.")[-1][:3], "You")

    def test_there_are_never_more_than_four_beside_the_buttons(self) -> None:
        wrong = goal("a", begun=True, reasons=("It is tilted.",))
        goals = [goal(str(n), begun=True, passed=n < 4) for n in range(9)]

        shown = text(wrong, *goals, hints=("x",), hints_shown=1, message="Said.", adapted="So.")

        self.assertLessEqual(len(shown), MOST_LINES)

    def test_a_pause_says_how_it_ends(self) -> None:
        self.assertEqual(len(text(goal("a"), is_paused=True)), 2)


class NextUnitTest(unittest.TestCase):
    def test_one_goes_on_where_one_stopped_else_with_the_first_that_is_open(self) -> None:
        units = (
            unit("done", UnitState.PASSED),
            unit("open"),
            unit("begun"),
            unit("shut", UnitState.LOCKED),
        )
        lesson = LessonView(units=units)

        self.assertEqual(next_unit(lesson), "open")
        self.assertEqual(next_unit(lesson, "begun"), "begun")
        self.assertEqual(next_unit(lesson, "done"), "open")
        self.assertEqual(next_unit(lesson, "of another file"), "open")
        self.assertEqual(next_unit(LessonView(units=units[:1])), "")
        half_done = replace(units[2], passed_checkpoints=1)
        self.assertEqual(next_unit(LessonView(units=(*units[:2], half_done))), "begun")


if __name__ == "__main__":
    unittest.main()
