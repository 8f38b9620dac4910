"""One result in two ways: what an operator does, a client's tool call does just so.

scripts/blender 4.4 blender_tests/run.py test_operator_and_client.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, call_from_outside

OBJECTIVE = "the part sits on its seat"
NEAR = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
OWN = {"malloc_vr_uuid", "malloc_vr_named_objects"}  # identities: another one each time
OF_WINDOW = {"malloc_vr"}  # which goal is looked at, and the rows that it is drawn in


def properties(item: Any) -> dict[str, Any]:
    """The custom properties that must not depend on the way."""
    return {
        key: value for key, value in item.items() if key not in OWN | OF_WINDOW and key != "cycles"
    }


def lesson() -> dict[str, Any]:
    """All that stands in the file of the lesson."""
    triggers = [item for item in bpy.data.objects if item.get("assessment_trigger")]
    return {
        "scenes": {scene.name: properties(scene) for scene in bpy.data.scenes},
        "triggers": {item.name: properties(item) for item in triggers},
        "hidden": {item.name: item.hide_get() for item in triggers},
    }


class OperatorAndClientTest(BlenderCase):
    def author_by_hand(self) -> None:
        self.make_lesson()

    def author_from_outside(self) -> None:
        unit = {
            "unit_id": "move_it",
            "title": "Move it",
            "learning_objectives": [OBJECTIVE],
            "prerequisite_units": [],
            "estimated_duration": "10_minutes",
            "learning_event": "introduction",
        }
        config = {
            "assessment_type": "formative",
            "learning_objective": OBJECTIVE,
            "trigger_conditions": NEAR,
            "unit_id": "move_it",
        }
        with self.serving():
            (made,) = call_from_outside(("create_blender_knowledge_node", {"unit_data": unit}))
            self.assertTrue(made["result"]["metadata_embedded"])
            self.add_cube("Part", (5, 0, 0))
            self.add_cube("Seat")
            (made,) = call_from_outside(
                ("create_assessment_trigger", {"assessment_config": config})
            )
            self.assertEqual(made["result"]["objects"], ["Part", "Seat"])

    def test_authoring_leaves_the_same_properties_in_the_file(self) -> None:
        self.author_by_hand()
        by_hand = lesson()

        self.setUp()
        self.author_from_outside()

        self.assertEqual(lesson(), by_hand)
        self.assertEqual(
            json.loads(next(iter(by_hand["triggers"].values()))["trigger_conditions"]), NEAR
        )

    def test_a_rejection_says_the_same_and_changes_the_same_nothing(self) -> None:
        self.author_by_hand()
        before = lesson()
        bpy.ops.malloc_vr.unit_add(unit_id="move_it", objectives=OBJECTIVE)
        by_hand = self.view().problem
        unit = {"unit_id": "move_it", "learning_objectives": [OBJECTIVE]}

        with self.serving():
            (rejected,) = call_from_outside(("create_blender_knowledge_node", {"unit_data": unit}))

        error = rejected["error"]["error"]
        self.assertEqual(error["code"], "CONFLICT")
        self.assertEqual(error["message"], by_hand)
        self.assertEqual(lesson(), before)

    def test_judging_gives_the_same_result_for_the_same_scene(self) -> None:
        self.author_by_hand()
        for location in ((4, 0, 0), (0, 0, 0.02), (0, 0, 0.004)):
            with self.subTest(location):
                bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada", restart=True)
                bpy.data.objects["Part"].location = location
                bpy.ops.malloc_vr.step_check()
                running = self.view().session
                checkpoint = running.checkpoints[0]
                arguments = {
                    "checkpoint_id": checkpoint.checkpoint_id,
                    "assessment_type": "formative",
                    "performance_data": {},
                    "session_id": running.session_id,
                }

                with self.serving():
                    (judged,) = call_from_outside(("evaluate_assessment", arguments))

                self.assertEqual(judged["result"]["passed"], bool(checkpoint.passed))
                self.assertEqual(judged["result"]["score"], checkpoint.score)
                unmet = [text.rstrip(".").lower() for text in judged["result"]["unmet"]]
                shown = [text.rstrip(".").lower() for text in checkpoint.reasons]
                self.assertEqual(unmet, shown)

    def test_a_unit_that_a_client_starts_is_shown_in_the_panel(self) -> None:
        self.author_by_hand()
        with self.serving():
            (started,) = call_from_outside(
                ("start_session", {"learner_id": "grace", "unit_id": "move_it"})
            )
            shown = self.view().session
            self.assertEqual(shown.session_id, started["result"]["session_id"])
            self.assertEqual(shown.learner, "grace")
            bpy.data.objects["Part"].location = (0, 0, 0)
            call_from_outside(
                (
                    "evaluate_assessment",
                    {
                        "checkpoint_id": shown.checkpoints[0].checkpoint_id,
                        "assessment_type": "formative",
                        "performance_data": {},
                    },
                ),
                (
                    "make_transition_decision",
                    {
                        "learner_id": "grace",
                        "current_state": {"session_id": shown.session_id},
                        "model_inputs": {},
                    },
                ),
            )

            self.assertTrue(self.view().session.passed)
            (ended,) = call_from_outside(("end_session", {"session_id": shown.session_id}))
            self.assertEqual(ended["result"]["status"], "ended")
            self.assertIsNone(self.view().session)


if __name__ == "__main__":
    unittest.main()
