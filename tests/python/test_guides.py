"""The guides in docs/: each numbered step is replayed, in its written order, and has its picture."""

import ast
import importlib
import re
import sys
import unittest
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
GUI = REPO / "blender_tests" / "gui"
sys.path.insert(0, str(GUI))
guide_steps = importlib.import_module("guide_steps")
GUIDES, DOCS, steps_of = guide_steps.GUIDES, guide_steps.DOCS, guide_steps.steps_of

PICTURE_BYTES_MAX = 60_000


def replays_of(guide: str) -> list[str]:
    """The public functions of its module that are given the hand, as they stand there."""
    tree = ast.parse((GUI / f"{guide}_steps.py").read_text("utf-8"))
    return [
        one.name
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
        if [argument.arg for argument in one.args.args] == ["hand"]
    ]


class GuidesTest(unittest.TestCase):
    def test_each_step_has_its_replay_in_the_same_order(self) -> None:
        for guide in GUIDES:
            with self.subTest(guide):
                steps = steps_of(guide)
                self.assertGreater(len(steps), 3)
                self.assertEqual([step.replay for step in steps], replays_of(guide))

    def test_each_step_has_a_small_picture_of_its_own(self) -> None:
        for guide in GUIDES:
            for step in steps_of(guide):
                with self.subTest(step.picture):
                    size = (DOCS / "pictures" / f"{step.picture}.png").stat().st_size
                    self.assertLessEqual(size, PICTURE_BYTES_MAX)

    def test_no_picture_is_left_of_a_step_that_is_gone(self) -> None:
        wanted = {step.picture for guide in GUIDES for step in steps_of(guide)}
        kept = {
            file.stem
            for file in (DOCS / "pictures").glob("*.png")
            if re.fullmatch(rf"({'|'.join(GUIDES)})-\d+", file.stem)
        }
        self.assertEqual(kept, wanted)

    def test_the_readme_leads_to_each_guide(self) -> None:
        readme = (REPO / "README.md").read_text("utf-8")
        for guide in GUIDES:
            self.assertIn(f"(docs/{guide}-guide.md)", readme)


if __name__ == "__main__":
    unittest.main()
