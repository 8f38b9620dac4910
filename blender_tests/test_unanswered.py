"""No client waits for ever for what another thing of the add-on failed at.

scripts/blender 4.4 blender_tests/run.py test_unanswered.py
"""

import unittest
from unittest import mock

from blender_tests_support import BlenderCase, addon, call_from_outside

NODE = {"unit_data": {"unit_id": "of_the_client", "learning_objectives": ["Hear of it"]}}


class UnansweredTest(BlenderCase):
    def test_a_lesson_that_cannot_be_read_leaves_no_request_unanswered(self) -> None:
        upkeep = addon("upkeep")
        broken = mock.patch.object(
            upkeep.outline, "lesson_view", side_effect=RuntimeError("broken lesson")
        )
        with (
            self.serving(),
            self.assertLogs(addon("runtime").__name__, "ERROR") as logged,
            broken,
        ):
            made, read = call_from_outside(
                ("create_blender_knowledge_node", NODE), ("get_lesson", {})
            )

        self.assertEqual(made["result"]["unit_id"], "of_the_client")
        self.assertIn("units", read["result"])
        self.assertIn("broken lesson", "".join(logged.output))


if __name__ == "__main__":
    unittest.main()
