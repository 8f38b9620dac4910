"""The nine tools of the specification, called by a client from outside, in this Blender.

scripts/blender 4.4 blender_tests/run.py test_nine_tools.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, call_from_outside

UNIT = {
    "unit_id": "see_guard",
    "learning_objectives": ["See the guard"],
    "prerequisite_units": [],
    "estimated_duration": "15_minutes",
}
DEMOGRAPHIC = {
    "age_range": "18-25",
    "education_level": "undergraduate",
    "current_knowledge_level": "novice",
}


class NineToolsTest(BlenderCase):
    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        (answer,) = call_from_outside((tool, arguments))
        self.assertIn("result", answer, f"{tool}: {answer}")
        result: dict[str, Any] = answer["result"]
        return result

    def test_a_client_models_authors_teaches_and_assesses_with_the_nine_tools(self) -> None:
        with self.serving():
            self.model()
            checkpoint_id = self.author()
            self.teach(checkpoint_id)

    def model(self) -> None:
        learner = self.call(
            "process_learner_model",
            learner_id="ada",
            static_profile={"demographic": DEMOGRAPHIC},
            dynamic_profile={},
        )
        self.assertTrue(0.0 <= learner["learner_model_weight"] <= 1.0)
        self.assertTrue(learner["adaptation_parameters"])
        knowledge = self.call(
            "process_knowledge_model",
            domain_id="flange",
            content_architecture={
                "modular_structure": {"units": [UNIT]},
                "prerequisite_mapping": {},
            },
        )
        self.assertEqual(knowledge["ready_units"], ["see_guard"])

    def author(self) -> str:
        node = self.call(
            "create_blender_knowledge_node",
            unit_data=UNIT,
            scene_configuration={"scene_name": "See the guard", "asset": "bolted_flange"},
        )
        self.assertTrue(node["metadata_embedded"])
        self.assertEqual(bpy.data.scenes[node["scene_name"]]["learning_unit_id"], "see_guard")
        trigger = self.call(
            "create_assessment_trigger",
            assessment_config={
                "unit_id": "see_guard",
                "assessment_type": "formative",
                "learning_objective": "See the guard",
                "trigger_conditions": {"visible": {"object": "Guard"}},
            },
        )
        self.assertIn(trigger["trigger_object_name"], bpy.data.objects)
        checkpoint_id: str = trigger["checkpoint_id"]
        return checkpoint_id

    def teach(self, checkpoint_id: str) -> None:
        begun = self.call("start_session", learner_id="ada", unit_id="see_guard")
        session_id = begun["session_id"]
        changed = self.call(
            "update_blender_scene_metadata",
            scene_id="see_guard",
            learning_progress={"attempts": 1},
            adaptation_data={"difficulty_adjustment": 0.9},
        )
        self.assertTrue(changed["adaptation_applied"])
        engagement = self.call(
            "track_engagement",
            session_id=session_id,
            learner_id="ada",
            interaction_data={"attention_level": 0.8},
        )
        self.assertEqual(engagement["provenance"], "reported")
        interaction = self.call(
            "track_blender_interaction",
            session_id=session_id,
            interaction_data={"tool_usage": {"tool_mastery_level": 0.5}},
        )
        self.assertIn("spatial_reasoning_score", interaction)
        judged = self.call(
            "evaluate_assessment",
            checkpoint_id=checkpoint_id,
            assessment_type="formative",
            performance_data={},
        )
        self.assertEqual((judged["provenance"], judged["passed"]), ("observed", True))
        decided = self.call(
            "make_transition_decision",
            learner_id="ada",
            current_state={"session_id": session_id, "unit_id": "see_guard"},
            model_inputs={},
        )
        self.assertTrue(decided["recorded"])


if __name__ == "__main__":
    unittest.main()
