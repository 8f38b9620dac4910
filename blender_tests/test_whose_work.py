"""The learner whose name is shown is the one whose record is written.

Without a window Blender fills in nothing that it remembers; what a button does after a name was
typed is tested in a window, in gui/whose_work.py.

scripts/blender 4.4 blender_tests/run.py test_whose_work.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase


class WhoseWorkTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()

    def test_a_learner_who_is_named_by_a_script_is_shown(self) -> None:
        bpy.ops.malloc_vr.learner_set(learner="grace")

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(self.view().learner, "ada")
        self.assertEqual(self.view().session.learner, "ada")

    def test_a_script_that_names_nobody_starts_for_the_one_who_is_shown(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.ops.malloc_vr.session_end()
        bpy.ops.malloc_vr.learner_set(learner="grace")

        bpy.ops.malloc_vr.unit_start(unit_id="move_it")

        self.assertEqual(self.view().session.learner, "grace")

    def test_no_operator_remembers_a_person_a_name_or_a_text(self) -> None:
        written = [prop for name in dir(bpy.ops.malloc_vr) for prop in self.properties(name)]
        remembered = [label for label, prop in written if not prop.is_skip_save]

        self.assertIn("unit_start.learner", dict(written))
        self.assertEqual(remembered, [])

    @staticmethod
    def properties(name: str) -> list[tuple[str, Any]]:
        """What can carry a person, a name or a text, as `operator.property`."""
        kind = getattr(bpy.ops.malloc_vr, name).get_rna_type()
        return [
            (f"{name}.{prop.identifier}", prop)
            for prop in kind.properties
            if prop.type in {"STRING", "BOOLEAN"} and not prop.is_readonly
        ]


if __name__ == "__main__":
    unittest.main()
