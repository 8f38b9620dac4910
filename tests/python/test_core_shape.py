"""Commands as dataclasses: what the native side writes is read, and what is replied is read there."""

import unittest

from core.scene_shapes import (
    AdaptationData,
    CreateKnowledgeNode,
    EndedStep,
    StartPose,
    StartUnit,
    UnitStarted,
)

STARTED = {
    "unit_id": "u",
    "session_id": "s",
    "scene_name": "U",
    "title": "U",
    "instructions": "",
    "hints": [],
    "learning_event": "practice",
    "learning_objectives": [],
    "estimated_duration_seconds": 60,
    "checkpoints": [
        {
            "checkpoint_id": "c",
            "learning_objective": "o",
            "assessment_type": "formative",
            "trigger_object_name": "t",
            "skill": "u",
            "difficulty": None,
        }
    ],
    "missing_prerequisites": [],
    "given_up": {"session_id": "", "unit_id": "", "steps": []},
}


class ShapeTest(unittest.TestCase):
    def test_reads_shapes_inside_of_shapes_lists_and_maps(self) -> None:
        command = CreateKnowledgeNode.from_json(
            {
                "unit_data": {"unit_id": "u", "learning_objectives": ["see it"]},
                "scene_configuration": {"start_poses": {"Bolt": {"location": [1, 2, 3]}}},
            }
        )

        self.assertEqual(command.unit_data.learning_objectives, ("see it",))
        pose = command.scene_configuration.start_poses["Bolt"]
        self.assertEqual(pose, StartPose(location=(1, 2, 3)))

    def test_takes_the_default_of_what_is_missing_and_passes_over_what_it_does_not_know(
        self,
    ) -> None:
        data = AdaptationData.from_json({"hint_level": 2, "of_tomorrow": 1})

        self.assertEqual(data, AdaptationData(hint_level=2))

    def test_writes_what_it_read(self) -> None:
        self.assertEqual(UnitStarted.from_json(STARTED).to_json(), STARTED)

    def test_leaves_out_what_may_be_missing_and_keeps_a_null_that_is_said(self) -> None:
        self.assertEqual(AdaptationData(show_hints=False).to_json(), {"show_hints": False})
        said = UnitStarted.from_json(STARTED).to_json()["checkpoints"][0]
        self.assertIn("difficulty", said)

    def test_a_member_that_the_wire_always_brings_is_required(self) -> None:
        for kind in (StartUnit, EndedStep):
            with self.subTest(kind.__name__), self.assertRaises(TypeError):
                kind.from_json({})


if __name__ == "__main__":
    unittest.main()
