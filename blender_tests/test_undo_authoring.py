"""Undo and redo across authored data: one step for each command of a client.

scripts/blender 4.4 blender_tests/run.py test_undo_authoring.py
"""

from typing import Any

import bpy
from blender_tests_support import addon
from scene_support import NEAR, SceneCase, dump

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

    def test_each_command_is_one_step_back_and_forth(self) -> None:
        states = [dump()]
        self.add_unit("one", scene={"asset": "bolted_flange"})
        states.append(dump())
        self.add_trigger({"visible": {"object": "Guard"}})
        states.append(dump())
        self.add_unit("two", scene={"asset": "bolted_flange"}, prerequisite_units=["one"])
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
        self.assertIsNone(addon("tracking").running())
        self.assertIn("behind its start", addon("tracking").interrupted().reason)

    def test_reading_and_refusals_make_no_step(self) -> None:
        self.add_unit()
        authored = dump()
        self.do("read_lesson")
        with self.refused("VALIDATION_ERROR"):
            self.add_trigger(NEAR)
        bpy.ops.ed.undo()
        self.assertNotEqual(dump(), authored)
        self.assertEqual(self.do("read_lesson")["units"], [])

    def test_an_operators_own_step_is_not_doubled(self) -> None:
        run = addon("commands").run
        data = {"unit_id": "local", "learning_objectives": ["a"]}
        run("create_knowledge_node", {"unit_data": data}, local=True)
        bpy.ops.ed.undo_push(message="by the operator")
        bpy.ops.ed.undo()
        self.assertEqual(self.do("read_lesson")["units"], [])
