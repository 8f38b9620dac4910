"""How much a learner is told of a verdict, and for how long."""

import unittest
from typing import Any

from core import standing
from core.standing import Standing
from core.view import CheckpointView, SessionView

ORDER = {"violation": {"id": "bolts", "before": "guard"}}


def item(*reasons: str, **options: Any) -> CheckpointView:
    given = {"begun": True, **options}
    return CheckpointView("c1", "seat it", reasons=reasons, **given)


def session(checkpoint: CheckpointView, message: str = "0 of 1 passed.") -> SessionView:
    return SessionView("s1", "ada", "u1", "Unit", checkpoints=(checkpoint,), message=message)


def evaluation(*unmet: str, evidence: Any = None) -> dict[str, Any]:
    return {"passed": not unmet, "unmet": list(unmet), "evidence": evidence or {}}


def stands(shown: CheckpointView, *unmet: str, **options: Any) -> CheckpointView:
    """The checkpoint after it was followed, where it changed and is unmet as told."""
    now = Standing(**{"begun": True, "changed": True, "evaluation": evaluation(*unmet), **options})
    return standing.as_it_stands(session(shown), {"c1": now}).checkpoints[0]


def looked(shown: CheckpointView, before: CheckpointView, evidence: Any = None) -> SessionView:
    judged = [{"checkpoint_id": "c1", "evaluation": evaluation("x", evidence=evidence)}]
    return standing.after_look(session(shown), session(before), judged)


class BriefTest(unittest.TestCase):
    def test_what_is_wrong_is_told_from_how_to_mend_it(self) -> None:
        for said, short in (
            ("The tab is not up: turn it until it is.", "The tab is not up."),
            (
                "It is not readable from here. Orbit to the far side.",
                "It is not readable from here.",
            ),
            ("Is it up yet? Turn it.", "Is it up yet?"),
        ):
            with self.subTest(said):
                self.assertEqual(standing.briefly(said), short)

    def test_a_measure_and_a_single_sentence_stay_whole(self) -> None:
        for said in (
            "Cup is 4.5 mm from Saucer; at most 3 mm is allowed.",
            "Not all of the eight bolts are in the tray yet.",
            "Bolt: turn it.",
            "It is off by approx. 3 mm.",
        ):
            with self.subTest(said):
                self.assertEqual(standing.briefly(said), said)


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

    def test_a_pass_is_looked_at_until_it_is_ticked(self) -> None:
        def needs(shown: CheckpointView) -> bool:
            return standing.needs_evaluation(
                shown, changed=False, needs_view=False, has_passed=True
            )

        self.assertTrue(needs(item()))
        self.assertFalse(needs(item(passed=True)))


class LookTest(unittest.TestCase):
    whole = "The tab is not up: turn it until it is."

    def test_a_first_look_is_brief_and_says_how_to_read_more(self) -> None:
        shown = looked(item(self.whole), item())

        self.assertEqual(shown.checkpoints[0].reasons, ("The tab is not up.",))
        self.assertEqual(shown.message, "0 of 1 passed. Check again to read more.")

    def test_a_second_look_at_the_same_says_all(self) -> None:
        first = looked(item(self.whole), item())

        second = looked(item(self.whole), first.checkpoints[0])

        self.assertEqual(second.checkpoints[0].reasons, (self.whole,))
        self.assertNotIn("Check again", second.message)

    def test_another_trouble_begins_briefly_again(self) -> None:
        first = looked(item(self.whole), item())

        second = looked(item("It is tilted: turn it."), first.checkpoints[0])

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
        now = {"c1": Standing(begun=True, changed=True, evaluation=evaluation("it is tilted"))}

        self.assertIs(standing.as_it_stands(shown, now), shown)

    def test_a_reason_that_is_not_true_any_more_goes(self) -> None:
        self.assertEqual(stands(item("It is tilted."), "It is low.").reasons, ())

    def test_a_tick_goes_with_its_condition_and_a_cross_with_the_first_change(self) -> None:
        self.assertIsNone(stands(item(passed=True), "It is tilted.").passed)
        self.assertIs(stands(item(passed=True)).passed, True)
        self.assertIsNone(stands(item("It is low.", passed=False), "It is low.").passed)

    def test_what_was_seen_once_stays_seen(self) -> None:
        self.assertIs(stands(item(passed=True), "Too far.", needs_view=True).passed, True)

    def test_how_a_view_misses_is_followed(self) -> None:
        brief = item("Plate is 3 m away.", is_brief=True)

        self.assertEqual(
            stands(brief, "plate is 2 m away. Go nearer", needs_view=True).reasons,
            ("Plate is 2 m away.",),
        )
        self.assertEqual(stands(brief, needs_view=True).reasons, ())

    def test_only_what_may_have_become_untrue_is_evaluated(self) -> None:
        for shown, changed, needs_view, wanted in (
            (item(), True, True, False),
            (item("It is low."), False, False, False),
            (item("It is low."), True, False, True),
            (item("It is far."), False, True, True),
            (item(passed=True), True, False, True),
        ):
            with self.subTest(shown=shown, changed=changed, needs_view=needs_view):
                found = standing.needs_evaluation(
                    shown, changed=changed, needs_view=needs_view, has_passed=False
                )
                self.assertEqual(found, wanted)

    def test_the_sum_goes_once_one_of_its_parts_does(self) -> None:
        now = {"c1": Standing(begun=True, changed=True, evaluation=evaluation("It is low."))}

        shown = standing.as_it_stands(session(item(passed=True), "Passed."), now)

        self.assertEqual(shown.message, "")


if __name__ == "__main__":
    unittest.main()
