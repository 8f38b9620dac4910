"""The marks beside texts mean one thing each in all panels: see panels/marks.py.

python3.11 -m unittest tests/python/test_marks.py
"""

import ast
import unittest
from collections.abc import Iterator
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
PUTS_AWAY = frozenset(("X", "PANEL_CLOSE"))
"""What Blender draws as a cross: on a button it puts something away, beside a text it says "failed"."""
NAMED = frozenset(("DISMISS", "ENDED"))


def crosses() -> Iterator[tuple[str, bool]]:
    """Each place where a cross is drawn, and whether that is a button."""
    for path in (*(REPO / "panels").glob("*.py"), *(REPO / "addon" / "curriculum").glob("*.py")):
        if path.name == "marks.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        on_buttons = {
            id(word.value)
            for call in ast.walk(tree)
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "operator"
            for word in call.keywords
            if word.arg == "icon"
        }
        for node in ast.walk(tree):
            if _is_cross(node):
                yield f"{path.name}:{node.lineno}", id(node) in on_buttons  # type: ignore[attr-defined]


def _is_cross(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return node.value in PUTS_AWAY
    return isinstance(node, ast.Attribute) and node.attr in NAMED and _is_of_marks(node.value)


def _is_of_marks(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "marks"


class MarksTest(unittest.TestCase):
    def test_a_cross_stands_on_buttons_only(self) -> None:
        found = list(crosses())
        self.assertGreater(len(found), 2, "it looks for nothing any more")
        self.assertEqual([place for place, is_button in found if not is_button], [])


if __name__ == "__main__":
    unittest.main()
