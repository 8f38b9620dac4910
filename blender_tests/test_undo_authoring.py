"""Undo and redo across authored data: one step for what a client authors in one go.

scripts/blender 4.4 blender_tests/run.py test_undo_authoring.py
"""

import itertools
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import addon
from scene_support import NEAR, SceneCase, dump
from shape_reading import shape_of

LISTS_ALL_AFTER_REDO = (4, 3, 0)


def _redone(state: dict[str, Any]) -> dict[str, Any]:
    """What is compared after a redo.

    Blender 4.2.23 now and then loses objects out of a scene's nested collections in a redo, while
    the objects themselves are all there (10 of 1920 repetitions of the test below; never seen in a
    later version). There, the scenes' lists of objects are left out; all else is compared.
    """
    if bpy.app.version >= LISTS_ALL_AFTER_REDO:
        return state
    scenes = {name: {**scene, "objects": []} for name, scene in state["scenes"].items()}
    return {**state, "scenes": scenes}


class Undo(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        bpy.ops.ed.undo_push(message="empty file")
        an_hour_apart = itertools.count(0.0, 3600.0).__next__
        apart = mock.patch.object(addon("scene.undo_steps"), "clock", an_hour_apart)
        apart.start()
        self.addCleanup(apart.stop)

    def test_each_command_is_one_step_back_and_forth(self) -> None:
        states = [dump()]
        self.add_unit("one", scene={"asset": "bolted_flange"})
        states.append(dump())
        self.add_trigger({"visible": {"object": "Guard"}})
        states.append(dump())
        two = {"unit_id": "two", "learning_objectives": ["a"], "prerequisite_units": ["one"]}
        place = {"asset": "bolted_flange"}
        self.do("create_knowledge_node", unit_data=two, scene_configuration=place)
        states.append(dump())

        for state in reversed(states[:-1]):
            bpy.ops.ed.undo()
            self.assertEqual(dump(), state)
        for state in states[1:]:
            bpy.ops.ed.redo()
            self.assertEqual(_redone(dump()), _redone(state))

    def test_start_poses_are_one_step(self) -> None:
        bpy.context.scene.name = "Workshop"
        self.add_box("Part", (5, 0, 0))
        poses = {"Part": {"location": [1, 2, 3]}}
        self.add_unit(scene={"scene_name": "Workshop", "start_poses": poses})
        before = dump()
        self.start()
        started = dump()
        self.assertNotEqual(started, before)
        bpy.ops.ed.undo()
        self.assertEqual(dump(), before)
        bpy.ops.ed.redo()
        self.assertEqual(dump(), started)

    def test_a_lesson_goes_on_after_undo_brought_its_data_back(self) -> None:
        self.add_unit()
        self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")
        checkpoint = self.add_trigger()["checkpoint_id"]
        self.add_unit("two")
        bpy.ops.ed.undo()
        self.start()
        self.translate("Part", (-5, 0, 0))
        self.assertTrue(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

    def test_a_unit_undone_while_it_runs_ends_with_a_reason(self) -> None:
        self.add_unit()
        self.start()
        bpy.ops.ed.undo()
        bpy.ops.ed.undo()
        self.assertIsNone(addon("live.tracking").running())
        self.assertIn("behind its start", addon("live.tracking").interrupted().reason)

    def test_reading_and_rejections_make_no_step(self) -> None:
        self.add_unit()
        authored = dump()
        self.lesson()
        with self.rejected("VALIDATION_ERROR"):
            self.add_trigger(NEAR)
        bpy.ops.ed.undo()
        self.assertNotEqual(dump(), authored)
        self.assertEqual(self.lesson()["units"], [])

    def test_an_operators_own_step_is_not_doubled(self) -> None:
        run = addon("serving.commands").run
        data = {"unit_id": "local", "learning_objectives": ["a"]}
        kind = addon("core.scene_shapes").CreateKnowledgeNode
        command = shape_of(kind, {"unit_data": data, "scene_configuration": {}})
        run(command, addon("core.serving").WindowCall())
        bpy.ops.ed.undo_push(message="by the operator")
        bpy.ops.ed.undo()
        self.assertEqual(self.lesson()["units"], [])


class Burst(SceneCase):
    """Calls less than a second apart."""

    def setUp(self) -> None:
        super().setUp()
        bpy.ops.ed.undo_push(message="empty file")
        self.before = dump()

    def author(self, *unit_ids: str) -> dict[str, Any]:
        for unit_id in unit_ids:
            self.add_unit(unit_id)
            self.add_trigger({})
        return dump()

    def step_of_the_person(self, name: str = "Bench") -> dict[str, Any]:
        self.add_box(name)
        bpy.ops.ed.undo_push(message="Add")
        return dump()

    def test_a_row_of_calls_is_one_step_back_and_forth(self) -> None:
        authored = self.author("one", "two", "three")

        bpy.ops.ed.undo()
        self.assertEqual(dump(), self.before)

        bpy.ops.ed.redo()
        self.assertEqual(_redone(dump()), _redone(authored))

    def test_a_step_of_the_person_ends_it_and_stands_for_itself(self) -> None:
        first = self.author("one", "two")
        with_bench = self.step_of_the_person()
        second = self.author("three", "four")

        for state in (with_bench, first, self.before):
            bpy.ops.ed.undo()
            self.assertEqual(dump(), state)
        for state in (first, with_bench, second):
            bpy.ops.ed.redo()
            self.assertEqual(_redone(dump()), _redone(state))

    def test_undo_ends_it_so_that_what_follows_is_not_joined_to_what_was_before(self) -> None:
        first = self.author("one")
        self.step_of_the_person()
        bpy.ops.ed.undo()
        self.author("two")

        bpy.ops.ed.undo()
        self.assertEqual(dump(), first)

    def test_a_pause_of_a_second_ends_it(self) -> None:
        with mock.patch.object(
            addon("scene.undo_steps"), "clock", itertools.count(0.0, 0.6).__next__
        ):
            first = self.author("one")  # each call asks twice: 0.6 s of work, 0.6 s of pause
        with mock.patch.object(
            addon("scene.undo_steps"), "clock", itertools.count(9.0, 0.6).__next__
        ):
            self.author("two")

        bpy.ops.ed.undo()
        self.assertEqual(dump(), first)
        bpy.ops.ed.undo()
        self.assertEqual(dump(), self.before)

    def test_a_call_that_is_rejected_makes_no_step_and_ends_nothing(self) -> None:
        self.author("one")
        with self.rejected("CONFLICT"):
            self.add_unit("one")
        self.author("two")

        bpy.ops.ed.undo()
        self.assertEqual(dump(), self.before)
