"""Whatever a person can do in the window a client can do by a tool, or it is said why not.

python3.11 -m unittest tests/python/test_tools_beside_operators.py
"""

import ast
import dataclasses
import re
import unittest
from collections.abc import Iterator
from pathlib import Path

from core import arguments
from core.adaptation import HINT_LEVELS
from tools_beside_operators import NO_CONTENT, PROPERTIES, TOOLS, WINDOW_ONLY

REPO = Path(__file__).resolve().parents[2]
AUTHORING = REPO / "addon" / "authoring"
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
    """The properties of Blender that a module makes, with those for hints where it takes them in."""
    text = (AUTHORING / path).read_text("utf-8")
    found = set(re.findall(r"^    (\w+): bpy\.props\.", text, re.MULTILINE))
    return found | hints() if "update(hint_properties.properties())" in text else found


def hints() -> set[str]:
    """The properties that the module for hints makes, one for each level."""
    text = (AUTHORING / "hint_properties.py").read_text("utf-8")
    (pattern,) = re.findall(r'f"(\w+_\{level\})": bpy\.props\.', text)
    return {pattern.format(level=level) for level in range(1, HINT_LEVELS + 1)}


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
        for tool, path in (
            ("update_unit", "unit_properties.py"),
            ("update_goal", "goal_properties.py"),
        ):
            self.assertEqual(properties(path) - NO_CONTENT, PROPERTIES[tool].keys())
        source = (AUTHORING / "lesson_properties.py").read_text("utf-8")
        details = set(re.findall(r'= "malloc_vr_lesson_(\w+)"', source))
        self.assertEqual(details, PROPERTIES["update_lesson_details"].keys())

    def test_its_tool_takes_each_of_these(self) -> None:
        taken = {
            one.NAME: {field.name for field in dataclasses.fields(one)}
            for one in vars(arguments).values()
            if getattr(one, "NAME", "") in PROPERTIES
        }
        for tool, listed in PROPERTIES.items():
            self.assertEqual(set(listed.values()) - taken[tool], set(), tool)


if __name__ == "__main__":
    unittest.main()
