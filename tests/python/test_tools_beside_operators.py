"""Whatever a person can do in the window a client can do by a tool, or it is said why not.

python3.11 -m unittest tests/python/test_tools_beside_operators.py
"""

import ast
import re
import unittest
from collections.abc import Iterator
from pathlib import Path

from core import arguments
from tools_beside_operators import NO_CONTENT, PROPERTIES, TOOLS, WINDOW_ONLY

REPO = Path(__file__).resolve().parents[2]
PREFIX = "malloc_vr."
OWN_TOOLS = frozenset(("keep_ended_tries", "keep_viewport_observed"))
"""Those that the add-on calls by itself, and no client."""
NO_OPERATOR = frozenset(
    (
        "get_lesson", "process_learner_model", "get_learner_profile", "update_learner_profile",
        "list_learners", "process_knowledge_model", "update_blender_scene_metadata",
        "track_engagement", "track_blender_interaction", "start_vr_simulation_session",
        "track_learner_interaction", "make_transition_decision", "get_learner_progress",
        "get_consent",
    )
)  # fmt: skip
"""What panels show without a button, what the running unit does by itself, and what clients report."""


def operators() -> Iterator[str]:
    """The names of all operators, as their classes say."""
    for path in sorted((REPO / "operators").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                names = {one.id for one in node.targets if isinstance(one, ast.Name)}
                if "bl_idname" in names:
                    yield str(node.value.value).removeprefix(PREFIX)


def tools() -> set[str]:
    """The names of all tools that clients have."""
    found = (getattr(one, "NAME", "") for one in vars(arguments).values())
    return {name for name in found if name} - OWN_TOOLS


def properties(path: str) -> set[str]:
    """The properties of Blender that a module makes."""
    text = (REPO / "addon" / "authoring" / path).read_text("utf-8")
    return set(re.findall(r"^    (\w+): bpy\.props\.", text, re.MULTILINE))


class ToolsBesideOperatorsTest(unittest.TestCase):
    def test_every_operator_stands_beside_its_tool_or_says_why_it_has_none(self) -> None:
        found = list(operators())
        self.assertGreater(len(found), 60)
        self.assertEqual(sorted(set(found)), sorted(TOOLS.keys() | WINDOW_ONLY.keys()))
        self.assertEqual(TOOLS.keys() & WINDOW_ONLY.keys(), set())

    def test_every_tool_that_is_named_is_there_and_none_is_forgotten(self) -> None:
        named = {tool for listed in TOOLS.values() for tool in listed} | PROPERTIES.keys()
        self.assertEqual(named - tools(), set())
        self.assertEqual(tools() - named, NO_OPERATOR)

    def test_every_reason_is_a_sentence(self) -> None:
        for name, reason in WINDOW_ONLY.items():
            with self.subTest(name):
                self.assertRegex(reason, r"^[A-Z].{20,}\.$")

    def test_what_is_typed_into_rows_has_a_tool_too(self) -> None:
        unit = set(PROPERTIES["update_unit"]) - {"hint_1", "hint_2", "hint_3"}
        self.assertEqual(properties("unit_properties.py") - NO_CONTENT, unit)
        goal = set(PROPERTIES["update_goal"])
        self.assertEqual(properties("goal_properties.py") - NO_CONTENT, goal)
        source = (REPO / "addon" / "authoring" / "lesson_properties.py").read_text("utf-8")
        details = set(re.findall(r'= "malloc_vr_lesson_(\w+)"', source))
        self.assertEqual(details, set(PROPERTIES["update_lesson_details"]))


if __name__ == "__main__":
    unittest.main()
