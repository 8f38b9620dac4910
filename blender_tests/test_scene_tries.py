"""What counts as a try where each checkpoint stands for itself.

scripts/blender 4.4 blender_tests/run.py test_scene_tries.py
"""

from typing import Any

import bpy
from blender_tests_support import addon
from try_support import TryCase, is_own, near


class Unit(TryCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit(hints=["look", "move", "exactly so"])
        self.add_box("Seat")
        self.ids = {}
        for name in ("A", "B", "C"):
            self.add_box(name, (5, 0, 0))
            made = self.add_trigger(near(name), learning_objective=f"{name} is seated")
            self.ids[name] = made["checkpoint_id"]
        bpy.ops.malloc_vr.unit_capture_start()
        self.start()

    def seat(self, name: str) -> None:
        self.translate(name, (-5, 0, 0))

    def outcomes(self, reply: dict[str, Any]) -> dict[str, str]:
        names = {identity: name for name, identity in self.ids.items()}
        return {names[one["checkpoint_id"]]: one["outcome"] for one in reply["ended"]}

    def left(self, reply: dict[str, Any]) -> dict[str, str]:
        """Outcomes of all that the record is not known to have, as leaving tells them."""
        tries = [one for step in reply["steps"] for one in step["tries"]]
        return self.outcomes({"ended": tries})

    def test_three_parts_looked_at_after_each_count_three_of_three(self) -> None:
        ended = []
        for name in ("A", "B", "C"):
            self.seat(name)
            ended += self.unit()["ended"]
        ended += self.unit(submit=True)["ended"]

        self.assertEqual([one["outcome"] for one in ended], ["passed"] * 3)
        self.assertTrue(all(is_own(one) for one in ended))

    def test_looking_forty_times_with_nothing_moved_is_no_try(self) -> None:
        for _ in range(40):
            reply = self.unit()
            self.assertEqual(reply["ended"], [])
            self.assertFalse(any(item["begun"] for item in reply["checkpoints"]))
            self.assertFalse(any(item["changed"] for item in reply["checkpoints"]))

    def test_looking_fails_nothing_and_says_what_is_missing(self) -> None:
        self.translate("A", (-1, 0, 0))

        reply = self.unit()

        state = {item["checkpoint_id"]: item for item in reply["checkpoints"]}[self.ids["A"]]
        self.assertEqual(reply["ended"], [])
        self.assertTrue(state["begun"])
        self.assertIn("mm", state["evaluation"]["unmet"][0])

    def test_done_submits_what_was_begun_and_names_what_was_not(self) -> None:
        self.seat("A")
        self.translate("B", (-1, 0, 0))

        reply = self.unit(submit=True)

        self.assertEqual(self.outcomes(reply), {"A": "passed", "B": "failed"})
        self.assertEqual(reply["not_begun"], [self.ids["C"]])
        again = self.unit(submit=True)
        self.assertEqual((again["ended"], again["not_begun"]), ([], [self.ids["C"]]))

    def test_a_pass_after_the_reason_was_shown_is_not_an_own_one(self) -> None:
        self.translate("A", (-1, 0, 0))
        self.unit()
        self.translate("A", (-4, 0, 0))

        (one,) = self.unit()["ended"]

        self.assertEqual((one["outcome"], one["corrected"]), ("passed", True))

    def test_what_is_said_of_another_part_is_no_correction(self) -> None:
        self.translate("A", (-1, 0, 0))
        self.unit()  # says that A is not seated
        self.seat("B")

        (one,) = self.unit()["ended"]

        self.assertEqual((one["outcome"], one["corrected"]), ("passed", False))

    def test_help_in_an_earlier_run_is_no_help_in_the_next(self) -> None:
        self.do("show_hint", session_id="s1", level=3)
        self.translate("A", (-1, 0, 0))
        self.unit()
        self.start(session_id="s2", restart=True)
        self.seat("A")

        (one,) = self.unit(session_id="s2")["ended"]

        self.assertEqual(
            (one["last_level_hint"], one["corrected"], is_own(one)), (False, False, True)
        )

    def test_one_checkpoint_is_submitted_alone_and_only_when_asked(self) -> None:
        self.translate("A", (-1, 0, 0))

        looked = self.judge(self.ids["A"], session_id="s1")
        submitted = self.judge(self.ids["A"], session_id="s1", submit=True)

        self.assertEqual(looked["ended"], [])
        self.assertEqual([one["outcome"] for one in submitted["ended"]], ["failed"])

    def test_leaving_tells_what_passed_and_what_was_given_up(self) -> None:
        self.seat("A")
        self.translate("B", (-1, 0, 0))

        reply = self.do("end_unit", session_id="s1")

        self.assertEqual(self.left(reply), {"A": "passed", "B": "abandoned"})
        self.assertEqual(reply["session_id"], "s1")

    def test_beginning_again_tells_what_the_run_before_came_to(self) -> None:
        self.translate("A", (-1, 0, 0))
        self.unit(submit=True)
        self.translate("B", (-1, 0, 0))

        reply = self.start(session_id="s2", restart=True)

        given_up = reply["given_up"]
        self.assertEqual(self.left(given_up), {"A": "failed", "B": "abandoned"})
        self.assertEqual((given_up["session_id"], given_up["unit_id"]), ("s1", reply["unit_id"]))
        self.assertFalse(any(i["begun"] for i in self.unit(session_id="s2")["checkpoints"]))

    def test_putting_the_objects_back_is_no_work_of_the_next_run(self) -> None:
        self.seat("A")
        self.start(session_id="s2", restart=True)

        self.assertEqual(self.unit(session_id="s2", submit=True)["ended"], [])

    def test_a_file_that_is_closed_gives_up_what_ran(self) -> None:
        self.seat("A")
        self.translate("B", (-1, 0, 0))
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

        reply = self.do("end_unit", session_id="s1")

        self.assertEqual(self.left(reply), {"A": "passed", "B": "abandoned"})

    def test_a_look_in_passing_that_fails_is_logged_once_and_the_next_one_counts(self) -> None:
        handlers, unit = addon("live.scene_updates"), addon("live.tracking").running()
        self.seat("A")  # which is to be looked at again when it was at rest
        tries, unit.tries = unit.tries, object()  # which no outcome can be given to
        with self.assertLogs(handlers.__name__, "ERROR") as logged:
            for _ in range(3):
                self.assertIsNotNone(handlers._sample())
        self.assertEqual(len(logged.records), 1)
        unit.tries = tries

        self.assertEqual(self.outcomes(self.unit()), {"A": "passed"})

    def test_the_view_is_looked_at_ten_times_a_second_but_for_a_pause(self) -> None:
        handlers = addon("live.scene_updates")
        self.assertEqual(handlers._sample(), 0.1)
        self.seat("A")
        self.assertLessEqual(handlers._sample(), 0.1)
        addon("live.pause").pause()
        self.assertIsNone(handlers._sample())

    def test_what_was_at_rest_has_passed_without_being_looked_at(self) -> None:
        tracking, handlers = addon("live.tracking"), addon("live.scene_updates")
        self.seat("A")
        now = tracking._state.clock() + 1.0
        tracking._state.clock = lambda: now
        handlers._sample()
        self.translate("A", (-1, 0, 0))

        self.assertEqual(self.outcomes(self.unit()), {"A": "passed"})

    def test_the_last_hint_is_told_from_the_others(self) -> None:
        first = self.do("show_hint", session_id="s1", level=1)
        self.assertEqual((first["text"], first["last_level"]), ("look", False))
        self.seat("A")
        self.assertTrue(is_own(self.unit()["ended"][0]))

        last = self.do("show_hint", session_id="s1", level=3)
        self.assertEqual((last["text"], last["last_level"]), ("exactly so", True))
        self.seat("B")
        reply = self.unit()
        tries = addon("live.tracking").running().tries
        self.assertEqual((tries.hints_shown, tries.last_level_shown), (3, True))
        self.assertTrue(reply["ended"][0]["last_level_hint"])
        self.assertFalse(is_own(reply["ended"][0]))

    def test_a_hint_that_the_unit_has_not_is_rejected(self) -> None:
        for level in (0, 4):
            with self.subTest(level), self.rejected("VALIDATION_ERROR", "level"):
                self.do("show_hint", session_id="s1", level=level)

    def test_without_a_level_the_next_hint_is_shown_and_after_the_last_the_last(self) -> None:
        shown = [self.do("show_hint", session_id="s1")["level"] for _ in range(4)]

        self.assertEqual(shown, [1, 2, 3, 3])

    def test_a_unit_that_does_not_run_is_rejected_by_its_session(self) -> None:
        for command in ("observe_unit", "show_hint"):
            with self.subTest(command), self.rejected("RESOURCE_NOT_FOUND", "session_id"):
                self.do(command, session_id="s9", level=1)

    def test_less_room_is_left_and_given_back(self) -> None:
        self.translate("A", (-4.993, 0, 0))
        for factor, passes in ((0.5, False), (1.0, True)):
            addon("live.tracking").set_tolerance_factor(factor)
            judged = self.judge(self.ids["A"], session_id="s1")["evaluation"]
            with self.subTest(factor):
                self.assertEqual(judged["passed"], passes)
                self.assertEqual(judged["evidence"]["limit"]["max"], 10 * factor)


class Skills(TryCase):
    def test_a_checkpoint_has_the_units_skill_and_no_difficulty_unless_told(self) -> None:
        self.make_lesson()
        self.start()

        (state,) = self.unit()["checkpoints"]

        self.assertEqual((state["skill"], state["difficulty"]), ("move_it", None))

    def test_skill_and_difficulty_are_kept_with_the_checkpoint(self) -> None:
        self.add_unit()
        self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")
        made = self.add_trigger(near("Part"), skill="seating", difficulty=7)
        self.assertEqual((made["skill"], made["difficulty"]), ("seating", 7))
        self.start()
        self.translate("Part", (-5, 0, 0))

        (one,) = self.unit()["ended"]

        self.assertEqual((one["skill"], one["difficulty"]), ("seating", 7))
