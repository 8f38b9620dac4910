"""A person reads the reasons in the language of Blender's interface, a client in English.

scripts/blender 4.4 blender_tests/run.py test_translation.py
"""

import unittest
import unittest.mock
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool

LANGUAGE = "de_DE"


class TranslationTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.speak_german()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def speak_german(self) -> None:
        """Switch Blender's interface to German.

        Blender as a Python module has no language but English: there the look-up is replaced, and
        only the whole program shows that Blender's own finds what was registered.
        """
        if bpy.app.binary_path:
            view = bpy.context.preferences.view
            for name, value in (("language", LANGUAGE), ("use_translate_interface", True)):
                self.addCleanup(setattr, view, name, getattr(view, name))
                setattr(view, name, value)
            return
        german = addon("translations").LANGUAGES[LANGUAGE]
        patch = unittest.mock.patch.object(
            addon("translation"), "_translated", lambda text: german.get(text, text)
        )
        patch.start()
        self.addCleanup(patch.stop)

    def reasons(self) -> Any:
        """What the panel says of the one checkpoint."""
        (checkpoint,) = addon("runtime").view().session.checkpoints
        return checkpoint.reasons

    def test_reasons_that_follow_the_hand_are_in_the_language_of_the_interface(self) -> None:
        self.put(0.5, 0, 0)

        self.assertEqual(
            self.reasons(), ("Part ist 500 mm von Seat entfernt; höchstens 10 mm sind erlaubt.",)
        )

    def test_a_check_tells_the_person_in_that_language_and_the_record_in_english(self) -> None:
        self.put(0.5, 0, 0)
        runtime = addon("runtime")
        session_id = runtime.view().session.session_id

        bpy.ops.malloc_vr.step_check()
        said = self.reasons()
        reply = runtime.call(tool("evaluate_unit", session_id=session_id, submit=True))

        self.assertEqual(
            said, ("Part ist 500 mm von Seat entfernt; höchstens 10 mm sind erlaubt.",)
        )
        (judged,) = reply.checkpoints
        self.assertEqual(
            judged.evaluation.unmet, ("Part is 500 mm from Seat; at most 10 mm is allowed.",)
        )
        self.assertEqual(self.reasons(), said)  # what a submission failed by, too

    def put(self, *location: float) -> None:
        bpy.data.objects["Part"].location = location
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="moved")


if __name__ == "__main__":
    unittest.main()
