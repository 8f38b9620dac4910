"""Enabled again or updated: calls go on crossing between native code and Python.

scripts/blender 4.4 blender_tests/run.py test_reload.py
"""

import sys
import unittest
from unittest import mock

import addon_utils
import bpy
from blender_tests_support import PACKAGE, BlenderCase, addon, call_from_outside, preferences


class ReloadTest(BlenderCase):
    def enable(self) -> None:
        addon_utils.enable(PACKAGE, default_set=True)
        preferences().folder = str(self.folder / "vault")

    def disable(self) -> None:
        addon_utils.disable(PACKAGE, default_set=True)
        self.addCleanup(lambda: addon_utils.check(PACKAGE)[1] or self.enable())

    def check_calls(self, unit_id: str) -> None:
        """A client authors a unit and reads it; somebody at the window works in it."""
        data = {"unit_id": unit_id, "title": unit_id, "learning_objectives": ["Go on"]}
        commands = addon("serving.commands")
        with mock.patch.object(commands, "run", wraps=commands.run) as run, self.serving():
            made, read = call_from_outside(
                ("create_blender_knowledge_node", {"unit_data": data}), ("get_lesson", {})
            )
        self.assertEqual(made["result"]["unit_id"], unit_id)
        command, _call = run.call_args.args
        self.assertIs(type(command), addon("core.scene_shapes").CreateKnowledgeNode)
        self.assertIn(unit_id, [unit["unit_id"] for unit in read["result"]["units"]])
        done = bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada")
        self.assertEqual(done, {"FINISHED"})
        self.assertEqual(self.view().session.unit_id, unit_id)
        self.assertEqual(bpy.ops.malloc_vr.session_end(), {"FINISHED"})

    def test_calls_go_on_once_it_is_enabled_again(self) -> None:
        self.check_calls("before")

        self.disable()
        self.enable()

        self.check_calls("after")

    def test_calls_go_on_after_an_update_which_imports_all_anew(self) -> None:
        self.check_calls("before")
        shape = addon("core.shape").Shape

        self.disable()
        for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
            del sys.modules[name]  # as Blender's own installation of a newer zip does
        self.enable()

        self.assertIsNot(addon("core.shape").Shape, shape)
        self.check_calls("after")


if __name__ == "__main__":
    unittest.main()
