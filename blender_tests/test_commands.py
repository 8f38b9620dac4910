"""The one way to run scene commands.

scripts/blender 4.4 blender_tests/run.py test_commands.py
"""

import bpy
from blender_tests_support import addon
from scene_support import SceneCase


class Run(SceneCase):
    def test_every_command_refuses_what_it_needs_and_does_not_get(self) -> None:
        for command in addon("serving.commands").COMMANDS:
            with self.subTest(command), self.assertRaises(addon("core.errors").MallocVrError):
                self.do(command)

    def test_every_command_refuses_wrong_types_by_their_field(self) -> None:
        first_field = {
            "create_knowledge_node": "unit_data",
            "create_assessment_trigger": "assessment_config",
            "update_scene_metadata": "scene_id",
            "save_lesson": "file_name",
            "start_unit": "unit_id",
            "observe_checkpoint": "checkpoint_id",
            "observe_unit": "session_id",
            "show_hint": "session_id",
            "end_unit": "session_id",
        }
        self.assertEqual(set(first_field), set(addon("serving.commands").COMMANDS))
        for command, field in first_field.items():
            for value in (5, ["x"], True):
                with self.subTest(command, value=value), self.refused("VALIDATION_ERROR", field):
                    self.do(command, **{field: value})

    def test_an_unknown_command_is_refused(self) -> None:
        with self.refused("UNSUPPORTED"):
            self.do("format_disk")

    def test_nothing_is_authored_or_started_in_another_mode(self) -> None:
        self.add_unit()
        box = self.add_box("Part")
        bpy.context.view_layer.objects.active = box
        bpy.ops.object.mode_set(mode="EDIT")
        with self.refused("CONFLICT") as caught:
            self.start()
        self.assertIn("edit mesh", caught.exception.message)
        with self.refused("CONFLICT"):
            self.add_unit("two")
        self.assertEqual(len(self.lesson()["units"]), 1)
        bpy.ops.object.mode_set(mode="OBJECT")
        self.start()
