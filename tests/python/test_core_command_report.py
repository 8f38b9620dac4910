"""What the panels show of a running unit after a scene command."""

import unittest
from dataclasses import replace

from core.command_report import after_command
from core.scene_shapes import (
    CheckpointObserved,
    EndUnit,
    HintShownInScene,
    LessonSaved,
    ObserveCheckpoint,
    ObservedActivitySums,
    SaveLesson,
    ShowHint,
    UnitEnded,
)
from running_unit_views import (
    CHECKPOINTS,
    START,
    ended,
    info,
    judged,
    look,
    marks,
    reasons,
    started,
    unit_started,
)


class SessionTest(unittest.TestCase):
    def test_begins_with_every_checkpoint_unchecked(self) -> None:
        session = started()

        self.assertEqual([item.passed for item in session.checkpoints], [None, None])
        self.assertEqual(session.learner, "ada")
        self.assertFalse(session.passed)

    def test_checkpoints_stand_in_the_order_of_the_objectives_and_others_after_them(self) -> None:
        reply = unit_started((info("c0", "extra"), *CHECKPOINTS), ("in order", "guard off"))

        session = after_command(None, START, reply, reasons())

        assert session is not None
        self.assertEqual([item.checkpoint_id for item in session.checkpoints], ["c2", "c1", "c0"])

    def test_what_is_not_begun_stays_without_mark_and_reason(self) -> None:
        session = look(
            started(),
            judged("c1", "guard is on", begun=False),
            judged("c2"),
            ends=[ended("c2", "passed")],
        )

        self.assertEqual(marks(session), [None, True])
        self.assertFalse(session.checkpoints[0].begun)
        self.assertEqual(session.checkpoints[0].reasons, ())

    def test_a_condition_that_holds_without_having_been_begun_is_no_tick(self) -> None:
        session = look(started(), judged("c1", begun=False), judged("c2", begun=False))

        self.assertEqual(marks(session), [None, None])

    def test_what_holds_though_no_try_of_it_passed_is_no_tick(self) -> None:
        failed = look(started(), judged("c1", "too low"), ends=[ended("c1", "failed", "too low")])

        undone = look(failed, judged("c1"))

        self.assertEqual((marks(undone)[0], undone.checkpoints[0].reasons), (None, ()))

    def test_how_a_view_misses_is_told_before_it_is_entered(self) -> None:
        unmet = "plate is turned 52° away from the eye"
        session = look(started(), judged("c1", unmet, begun=False, needs_view=True))

        self.assertEqual(
            session.checkpoints[0].reasons, ("Plate is turned 52° away from the eye.",)
        )
        self.assertIsNone(session.checkpoints[0].passed)

    def test_what_is_under_way_is_told_with_its_measure_and_not_crossed_out(self) -> None:
        session = look(started(), judged("c1", "guard is 3 mm too low"))

        self.assertIsNone(session.checkpoints[0].passed)
        self.assertTrue(session.checkpoints[0].begun)
        self.assertEqual(session.checkpoints[0].reasons, ("Guard is 3 mm too low.",))

    def test_what_was_submitted_untrue_is_crossed_out_until_something_changes(self) -> None:
        failed = look(started(), judged("c1", "too low"), ends=[ended("c1", "failed", "too low")])
        self.assertEqual(marks(failed)[0], False)

        same = look(failed, judged("c1", "too low", changed=False))
        self.assertEqual(marks(same)[0], False)

        moved = look(same, judged("c1", "too high"))
        self.assertIsNone(marks(moved)[0])

    def test_a_tick_goes_when_what_passed_is_undone(self) -> None:
        passed = look(started(), judged("c1"), ends=[ended("c1", "passed")])
        undone = look(passed, judged("c1", "guard is on"))

        self.assertEqual((marks(passed)[0], marks(undone)[0]), (True, None))

    def test_what_was_seen_once_stays_ticked_when_the_work_is_handed_in_from_elsewhere(
        self,
    ) -> None:
        seen = look(started(), judged("c1", needs_view=True), ends=[ended("c1", "passed")])
        elsewhere = look(seen, judged("c1", "plate is outside the view", needs_view=True))

        self.assertEqual((marks(seen)[0], marks(elsewhere)[0]), (True, True))
        self.assertEqual(elsewhere.checkpoints[0].reasons, ())

    def test_one_checkpoint_that_a_client_had_judged_is_shown(self) -> None:
        session = after_command(
            started(), checkpoint_looked_at(), checkpoint_observed("s1"), reasons()
        )

        assert session is not None
        self.assertEqual(marks(session), [None, True])

    def test_is_left_alone_by_what_does_not_concern_it(self) -> None:
        session = started()
        other = EndUnit(session_id="s2")
        ended_other = UnitEnded(session_id="s2", activity=ObservedActivitySums())
        hint = HintShownInScene(unit_id="u", level=1, last_level=False, hints_shown=1)
        unrelated = (
            (checkpoint_looked_at(), checkpoint_observed("s2")),
            (other, ended_other),
            (ShowHint(session_id="s2"), hint),
            (SaveLesson(), LessonSaved(path="lesson.blend", size_bytes=1)),
        )

        for command, reply in unrelated:
            with self.subTest(command.NAME):
                self.assertIs(after_command(session, command, reply, reasons()), session)

    def test_ends_with_its_unit(self) -> None:
        reply = UnitEnded(session_id="s1", activity=ObservedActivitySums())

        self.assertIsNone(after_command(started(), EndUnit(session_id="s1"), reply, reasons()))

    def test_shows_as_many_hints_as_were_asked_for_and_no_more_than_there_are(self) -> None:
        session = started()
        shown = []
        for count in (1, 2, 3):
            reply = HintShownInScene(unit_id="u", level=1, last_level=False, hints_shown=count)
            after = after_command(session, ShowHint(session_id="s1"), reply, reasons())
            assert after is not None
            shown.append(after.hints_shown)

        self.assertEqual(shown, [1, 2, 2])

    def test_a_reason_is_read_in_the_language_of_the_reader_whatever_the_reply_says(self) -> None:
        german = reasons({"c2": ("zu hoch",)}, {"c2": ("war zu hoch",)})
        look_reply = replace(checkpoint_observed("s1", "too high"), begun=True)
        end_reply = replace(look_reply, ended=(ended("c2", "failed", "was too high"),))

        for reply, said in ((look_reply, "Zu hoch."), (end_reply, "War zu hoch.")):
            after = after_command(started(), checkpoint_looked_at(), reply, german)
            assert after is not None
            self.assertEqual(after.checkpoints[1].reasons, (said,))


def checkpoint_looked_at() -> ObserveCheckpoint:
    return ObserveCheckpoint(checkpoint_id="c2", assessment_type="authentic", submit=False)


def checkpoint_observed(session_id: str, *unmet: str) -> CheckpointObserved:
    return CheckpointObserved(
        **vars(judged("c2", *unmet)),
        unit_id="remove_guard",
        scene_name="Guard",
        session_id=session_id,
        history=True,
        activity=ObservedActivitySums(),
        ended=(ended("c2", "passed"),) if not unmet else (),
        steps=(),
        unit_checkpoints=("c1", "c2"),
    )


if __name__ == "__main__":
    unittest.main()
