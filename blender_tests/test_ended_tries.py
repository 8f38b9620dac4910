"""Tries that ended are in the record without anybody looking, each once, whatever is lost on the way.

scripts/blender 4.4 blender_tests/run.py test_ended_tries.py
"""

import json
import time
from collections.abc import Callable
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon

SOON_SECONDS = 5.0
"""Far more than the second that it may take, for a busy machine."""

Event = dict[str, Any]


def moved(name: str) -> dict[str, Any]:
    return {"moved": {"object": name, "min": 5, "unit": "mm"}}


GUARD_FIRST = {
    "order": {
        "steps": [{"id": "guard", "when": moved("Guard")}, {"id": "bolt", "when": moved("Bolt")}]
    }
}


def near(name: str) -> dict[str, Any]:
    return {"distance": {"object": name, "to": "Seat", "max": 10, "unit": "mm"}}


def put(name: str, x: float) -> None:
    """Move an object as a learner does: Blender's handlers see it."""
    bpy.data.objects[name].location.x = x
    bpy.context.view_layer.update()


def let_time_pass(seconds: float = 1.0) -> None:
    """For what is at rest: the unit's clock goes on, and its sampling timer comes by."""
    tracking = addon("live.tracking")
    now = tracking._state.clock() + seconds
    tracking._state.clock = lambda: now
    addon("live.scene_updates")._sample()


class EndedTries(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        for name, x in (("Guard", 0), ("Bolt", 5), ("Nut", 7), ("A", 2), ("B", 3), ("Seat", 0)):
            self.add_cube(name, (x, 9, 0))
        for objective, conditions in (
            ("guard first", {"all": [GUARD_FIRST, {"not": moved("Nut")}]}),
            ("A is seated", near("A")),
            ("B is seated", near("B")),
        ):
            bpy.ops.malloc_vr.trigger_add(
                kind="JSON", objective=objective, conditions=json.dumps(conditions)
            )
        self.assertEqual(bpy.ops.malloc_vr.unit_start(learner="ada"), {"FINISHED"})

    def wait(self, is_done: Callable[[], bool]) -> None:
        """Let Blender's timer come by, as it does in a window, until something has happened."""
        until = time.monotonic() + SOON_SECONDS
        while not is_done():
            self.assertLess(time.monotonic(), until, "nothing happened")
            addon("serving.pump_timer").tick()
            time.sleep(0.01)

    def wait_until_taken(self) -> None:
        self.wait(lambda: not addon("live.ended_steps").waiting())
        self.wait(lambda: addon("runtime").engine().status().record.pending == 0)

    def steps(self) -> list[Event]:
        """The steps that are on disk."""
        path = self.folder / "events.jsonl"
        addon("runtime").engine().export_events(path)
        events = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        path.unlink()
        return [each["payload"] for each in events if each["type"] == "assessment_evaluated"]

    def outcomes(self) -> list[list[str]]:
        """Step by step, how its tries ended."""
        return [[one["outcome"] for one in step["tries"]] for step in self.steps()]

    def test_a_slip_that_was_left_is_on_disk_without_any_button(self) -> None:
        put("Bolt", 6)
        put("Nut", 8)  # something else instead of taking it back

        self.wait_until_taken()

        (step,) = self.steps()
        self.assertEqual([one["outcome"] for one in step["tries"]], ["failed"])
        self.assertEqual((step["number"], step["submitted"]), (1, False))
        self.wait(lambda: self.view().session.decision is not None)  # and what follows is shown

    def test_what_ended_apart_are_steps_apart(self) -> None:
        put("A", 0)
        let_time_pass()
        self.wait_until_taken()
        put("B", 0)
        let_time_pass()
        self.wait_until_taken()

        self.assertEqual(self.outcomes(), [["passed"], ["passed"]])
        self.assertEqual([step["number"] for step in self.steps()], [1, 2])

    def test_what_one_done_ends_is_one_step(self) -> None:
        put("A", 0)
        put("B", 1)

        self.assertEqual(bpy.ops.malloc_vr.work_submit(), {"FINISHED"})
        self.wait_until_taken()

        self.assertEqual([sorted(step) for step in self.outcomes()], [["failed", "passed"]])
        self.assertTrue(self.steps()[0]["submitted"])

    def test_what_rested_in_its_place_until_done_belongs_to_that_done(self) -> None:
        tracking = addon("live.tracking")
        put("A", 0)
        put("B", 1)
        now = tracking._state.clock() + 1.0
        tracking._state.clock = lambda: now

        self.assertEqual(bpy.ops.malloc_vr.work_submit(), {"FINISHED"})
        self.wait_until_taken()

        self.assertEqual([sorted(step) for step in self.outcomes()], [["failed", "passed"]])
        self.assertTrue(self.steps()[0]["submitted"])

    def test_who_looks_afterwards_is_told_and_nothing_is_recorded_twice(self) -> None:
        put("Bolt", 6)
        put("Nut", 8)
        self.wait_until_taken()

        bpy.ops.malloc_vr.step_check()
        self.wait_until_taken()

        self.assertEqual(self.outcomes(), [["failed"]])
        running = self.view().session
        judged = {item.objective: item.passed for item in running.checkpoints}
        self.assertEqual(judged, {"guard first": False, "A is seated": None, "B is seated": None})
        self.assertTrue(running.decision.text)

    def test_a_reply_that_gets_lost_neither_loses_nor_doubles_a_try(self) -> None:
        engine = addon("runtime").engine()
        put("A", 0)
        let_time_pass()
        deliver = engine._deliver

        def lose(call_id: int, _outcome: Any) -> None:
            """The work is done, and its reply comes to nobody."""
            engine._posted.pop(call_id).on_error(addon("core.errors").Busy("It was lost."))

        engine._deliver = lose
        addon("runtime")._state.delivery._clock = lambda: 0.0
        self.wait(lambda: addon("runtime")._state.delivery._not_before_seconds)
        self.wait(lambda: not engine.has_posted)
        engine._deliver = deliver
        self.assertEqual(self.outcomes(), [["passed"]])
        addon("runtime")._state.delivery._clock = lambda: 60.0  # it is tried again after a while

        self.wait_until_taken()

        self.assertEqual(self.outcomes(), [["passed"]])

    def test_an_answer_that_gets_lost_doubles_no_try(self) -> None:
        steps = addon("live.ended_steps")
        confirm, steps.confirm = steps.confirm, lambda *_: None
        self.addCleanup(setattr, steps, "confirm", confirm)
        put("A", 0)
        let_time_pass()
        self.wait(lambda: self.outcomes() == [["passed"]])  # it is handed over again and again
        put("B", 0)
        let_time_pass()
        self.wait(lambda: len(self.outcomes()) == 2)
        steps.confirm = confirm

        self.assertEqual(bpy.ops.malloc_vr.session_end(), {"FINISHED"})
        self.wait_until_taken()

        self.assertEqual(self.outcomes(), [["passed"], ["passed"]])

    def test_what_a_left_unit_came_to_is_told_until_it_is_taken(self) -> None:
        put("A", 0)
        put("B", 1)
        self.assertEqual(bpy.ops.malloc_vr.session_end(), {"FINISHED"})

        self.wait_until_taken()

        self.assertEqual([sorted(step) for step in self.outcomes()], [["abandoned", "passed"]])
        self.assertEqual(addon("live.ended_steps")._sessions, {})

    def test_steps_of_nobodys_session_are_dropped(self) -> None:
        steps = addon("live.ended_steps")
        shapes = addon("core.scene_shapes")
        ended = shapes.EndedTry(
            checkpoint_id="a",
            skill="move_it",
            difficulty=None,
            outcome="passed",
            corrected=False,
            last_level_hint=False,
            began_s=0.5,
            ended_s=1.0,
            evaluation=shapes.EvaluationShape(passed=True, score=1.0, evidence={}),
        )
        activity = shapes.ObservedActivitySums(active_seconds=1.0, total_seconds=1.0)
        steps.begin("unknown", "move_it", ("a",)).add(1.0, [ended], activity)

        self.wait_until_taken()

        self.assertIsNone(steps.find("unknown"))
        self.assertEqual(self.outcomes(), [])
