"""The form in which a dataclass is written where JSON is asked for."""

import unittest

from core.scene_shapes import (
    AdaptationData,
    CreateKnowledgeNode,
    EndedStep,
    SceneConfiguration,
    StartPose,
    StartUnit,
    UnitData,
)
from running_unit_views import unit_started


class ShapeTest(unittest.TestCase):
    def test_writes_shapes_inside_of_shapes_lists_and_maps(self) -> None:
        command = CreateKnowledgeNode(
            unit_data=UnitData(unit_id="u", learning_objectives=("see it",)),
            scene_configuration=SceneConfiguration(
                start_poses={"Bolt": StartPose(location=(1, 2, 3))}
            ),
        )

        written = command.to_json()

        self.assertEqual(written["unit_data"]["learning_objectives"], ["see it"])
        pose = written["scene_configuration"]["start_poses"]["Bolt"]
        self.assertEqual(pose, {"location": [1, 2, 3], "hidden": False})

    def test_leaves_out_what_may_be_missing_and_keeps_a_null_that_is_said(self) -> None:
        self.assertEqual(AdaptationData(show_hints=False).to_json(), {"show_hints": False})
        said = unit_started().to_json()["checkpoints"][0]
        self.assertIsNone(said["difficulty"])

    def test_a_member_that_the_wire_always_brings_is_required(self) -> None:
        for kind in (StartUnit, EndedStep):
            with self.subTest(kind.__name__), self.assertRaises(TypeError):
                kind()  # type: ignore[call-arg]


if __name__ == "__main__":
    unittest.main()
