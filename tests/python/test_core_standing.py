"""How much a learner reads of a verdict, and for how long."""

import unittest
from dataclasses import replace
from typing import Any

from core import standing
from core.standing import Standing
from core.view import CheckpointView, SessionView
from running_unit_views import evaluation
from running_unit_views import judged as a_checkpoint

ORDER = {"violation": {"id": "bolts", "before": "guard"}}


def item(*reasons: str, **options: Any) -> CheckpointView:
    given = {"begun": True, **options}
    return CheckpointView("c1", "seat it", reasons=reasons, **given)


def session(checkpoint: CheckpointView, message: str = "0 of 1 passed.") -> SessionView:
    return SessionView("s1", "ada", "u1", "Unit", checkpoints=(checkpoint,), message=message)


def stands(shown: CheckpointView, *unmet: str, **options: Any) -> CheckpointView:
    """The checkpoint after it was followed, where it changed and is unmet as shown."""
    given = {"begun": True, "changed": True, "holds": not unmet, "reasons": unmet, **options}
    return standing.as_it_stands(session(shown), {"c1": Standing(**given)}).checkpoints[0]


def looked(
    shown: CheckpointView, before: CheckpointView, evidence: Any = None, *, again: bool = False
) -> SessionView:
    found = replace(evaluation(("x",)), evidence=evidence or {})
    judged = replace(a_checkpoint("c1", changed=not again), evaluation=found)
    return standing.after_look(session(shown), session(before), [judged])


class TickTest(unittest.TestCase):
    def test_what_passed_by_itself_gets_its_tick(self) -> None:
        shown = stands(item("It is tilted."), has_passed=True)

        self.assertIs(shown.passed, True)
        self.assertEqual(shown.reasons, ())

    def test_a_tick_that_was_lost_comes_back_only_with_the_work(self) -> None:
        self.assertIsNone(stands(item(), "It is tilted.", has_passed=True).passed)
        self.assertIs(stands(item(), has_passed=True).passed, True)

    def test_what_was_seen_once_keeps_its_tick(self) -> None:
        seen = stands(item(), "It is behind you.", has_passed=True, needs_view=True)

        self.assertIs(seen.passed, True)


class LookTest(unittest.TestCase):
    whole = "The tab is not up: turn it until it is."

    def test_a_first_look_is_brief_and_says_what_a_second_one_costs(self) -> None:
        for before in (item(), item("The tab is not up.")):  # also where that is shown by itself
            shown = looked(item(self.whole), before)

            self.assertEqual(shown.checkpoints[0].reasons, ("The tab is not up.",))
            said = "Check again says how to mend it, and counts as help."
            self.assertEqual(shown.message, said)
            self.assertEqual(standing.says_how_to_mend(shown), ())

    def test_a_second_look_at_the_same_says_all(self) -> None:
        first = looked(item(self.whole), item())

        second = looked(item(self.whole), first.checkpoints[0], again=True)

        third = looked(item(self.whole), second.checkpoints[0], again=True)
        for shown in (second, third):
            self.assertEqual(shown.checkpoints[0].reasons, (self.whole,))
            self.assertNotIn("Check again", shown.message)
            self.assertEqual(standing.says_how_to_mend(shown), ("c1",))

    def test_what_is_said_to_all_who_slip_or_hand_in_is_no_help(self) -> None:
        broken = looked(item("Too early. Undo takes that back."), item(), ORDER, again=True)
        failed = looked(item(self.whole, passed=False), item(), again=True)
        bare = looked(item("It is tilted."), item("It is tilted."), again=True)

        for shown in (broken, failed, bare):
            self.assertEqual(standing.says_how_to_mend(shown), ())

    def test_a_second_look_that_has_no_more_to_say_says_so(self) -> None:
        first = looked(item("It is tilted."), item("It is tilted."))
        self.assertEqual(first.message, "0 of 1 passed.")

        second = looked(item("It is tilted."), first.checkpoints[0], again=True)
        self.assertEqual(second.message, "Checked: no more can be said than stands here.")

    def test_help_is_said_to_be_help(self) -> None:
        self.assertEqual(
            standing.after_help(session(item(self.whole))).message,
            "That was help: what you mend now is passed with help.",
        )

    def test_another_trouble_begins_briefly_again(self) -> None:
        first = looked(item(self.whole), item())

        second = looked(item("It is tilted: turn it."), first.checkpoints[0], again=True)

        self.assertEqual(second.checkpoints[0].reasons, ("It is tilted.",))

    def test_what_ended_and_a_broken_order_with_its_way_back_are_told_as_a_whole(self) -> None:
        failed = looked(item(self.whole, passed=False), item())
        nested = {"children": [{}, ORDER]}
        broken = looked(item("Too early. Undo takes that back."), item(), nested)

        self.assertEqual(failed.checkpoints[0].reasons, (self.whole,))
        self.assertEqual(broken.checkpoints[0].reasons, ("Too early. Undo takes that back.",))

    def test_nothing_cut_offers_nothing_more(self) -> None:
        self.assertEqual(looked(item("It is tilted."), item()).message, "0 of 1 passed.")


class FollowTest(unittest.TestCase):
    def test_what_is_still_true_leaves_the_session_the_very_same(self) -> None:
        shown = session(item("It is tilted."))
        now = {"c1": Standing(begun=True, changed=True, reasons=("it is tilted",))}

        self.assertIs(standing.as_it_stands(shown, now), shown)
        self.assertIs(standing.as_it_stands(shown, {}), shown)

    def test_a_reason_follows_the_work_and_goes_with_it(self) -> None:
        self.assertEqual(stands(item("It is tilted."), "It is low.").reasons, ("It is low.",))
        self.assertEqual(stands(item("It is tilted.")).reasons, ())

    def test_what_is_begun_says_by_itself_what_is_not_right_and_not_how_to_mend_it(self) -> None:
        shown = stands(item(), "The tab is not up: turn it until it is.")

        self.assertEqual((shown.reasons, shown.is_brief), (("The tab is not up.",), True))
        self.assertIsNone(shown.passed)

    def test_what_is_not_begun_says_nothing(self) -> None:
        shown = stands(item(begun=False), "It is low.", begun=False)

        self.assertEqual((shown.begun, shown.reasons), (False, ()))

    def test_what_undo_put_back_is_not_called_wrong_until_more_is_done(self) -> None:
        passed = item(passed=True)

        undone = stands(passed, "It is 4 m off.", has_passed=True, is_put_back=True)
        moved = stands(undone, "It is 3 m off.", has_passed=True)

        self.assertEqual((undone.passed, undone.reasons), (None, ()))
        self.assertEqual(moved.reasons, ("It is 3 m off.",))

    def test_undo_does_not_hide_a_broken_order_or_a_time_that_is_over(self) -> None:
        for state in ({"is_broken": True}, {"is_time_over": True}):
            with self.subTest(state):
                shown = stands(item(), "So it is.", is_put_back=True, **state)
                self.assertEqual(shown.reasons, ("So it is.",))

    def test_a_broken_order_is_told_as_a_whole_at_once(self) -> None:
        said = "A bolt was moved too early. Undo takes that back."

        shown = stands(item(), said, is_broken=True)

        self.assertEqual((shown.reasons, shown.passed), ((said,), None))

    def test_a_try_that_failed_by_a_broken_order_is_crossed_out_until_it_is_taken_back(
        self,
    ) -> None:
        lost = stands(item(), "Too early.", is_broken=True, is_lost=True)

        self.assertIs(lost.passed, False)
        self.assertIsNone(stands(lost, "It is low.").passed)

    def test_time_that_is_over_is_told_also_of_what_was_not_begun(self) -> None:
        said = "The time for this is over; it was 60 s."

        late = stands(item(begun=False), said, begun=False, is_time_over=True)

        self.assertEqual((late.reasons, late.is_time_over), ((said,), True))
        self.assertFalse(stands(late, begun=False).is_time_over)

    def test_what_was_asked_for_stays_whole_until_the_next_change(self) -> None:
        whole = "The tab is not up: turn it until it is."

        self.assertEqual(stands(item(whole), whole, changed=False).reasons, (whole,))
        self.assertEqual(stands(item(whole), whole).reasons, ("The tab is not up.",))

    def test_a_tick_goes_with_its_condition_and_a_cross_with_the_first_change(self) -> None:
        ticked = item(passed=True)
        self.assertIsNone(stands(ticked, "It is tilted.").passed)
        self.assertIs(stands(ticked).passed, True)
        self.assertIsNone(stands(item("It is low.", passed=False), "It is low.").passed)

    def test_a_cross_stays_while_nothing_changes(self) -> None:
        crossed = item("It is low: lift it.", passed=False)

        self.assertEqual(stands(crossed, "It is low: lift it.", changed=False), crossed)

    def test_an_answer_that_failed_is_crossed_out_until_another_is_given(self) -> None:
        wrong = standing.with_failed_try(session(item(begun=False)), "c1", ("5 is not right",))

        (shown,) = wrong.checkpoints
        self.assertEqual(
            (shown.passed, shown.begun, shown.reasons), (False, True, ("5 is not right.",))
        )
        self.assertEqual(stands(shown, "5 is not right", changed=False), shown)

    def test_what_is_found_so_is_lost_by_work_and_won_by_nobody_elses(self) -> None:
        found = item(begun=False, passed_before=True, was_found_so=True, is_found_so=True)
        untouched = {"begun": False, "changed": False}

        self.assertTrue(stands(found, **untouched).still_stands)
        self.assertFalse((lost := stands(found, "Too far.")).still_stands)
        self.assertTrue(stands(lost, **untouched).still_stands, "Undo brought it back")
        put_so = item(begun=False, passed_before=True)
        self.assertFalse(stands(put_so, **untouched).still_stands, "a client put it so")
        self.assertTrue(stands(found, "Far.", needs_view=True, **untouched).still_stands)

    def test_what_was_seen_once_stays_seen(self) -> None:
        self.assertIs(stands(item(passed=True), "Too far.", needs_view=True).passed, True)

    def test_how_a_view_misses_is_followed_once_it_was_asked_for(self) -> None:
        brief = item("Plate is 3 m away.", is_brief=True, begun=False)
        view: dict[str, Any] = {"needs_view": True, "begun": False}

        self.assertEqual(
            stands(brief, "plate is 2 m away. Go nearer", **view).reasons,
            ("Plate is 2 m away.",),
        )
        self.assertEqual(stands(brief, **view).reasons, ())
        self.assertEqual(stands(item(begun=False), "Too far.", **view).reasons, ())

    def test_the_sum_goes_once_one_of_its_parts_does(self) -> None:
        now = {"c1": Standing(begun=True, changed=True, reasons=("It is low.",))}

        shown = standing.as_it_stands(session(item(passed=True), "Passed."), now)

        self.assertEqual(shown.message, "")

    def test_a_slip_that_is_taken_back_is_said_to_be_forgiven_until_the_work_goes_on(self) -> None:
        taken_back = {"c1": Standing(begun=True, changed=True, is_taken_back=True)}
        goes_on = {"c1": Standing(begun=True, changed=True, reasons=("it is low",))}

        forgiven = standing.as_it_stands(session(item("Too early."), "0 of 1 passed."), taken_back)
        after = standing.as_it_stands(forgiven, goes_on)

        self.assertIn("does not count against you", forgiven.message)
        self.assertEqual(after.message, "")


if __name__ == "__main__":
    unittest.main()
