"""The sidebar of a learner at work keeps within its lines, however much there is to say.

scripts/blender 4.4 blender_tests/run.py test_learn_lines.py
"""

import unittest
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon

MOST_LINES = 11  # and one above them: who works (panels/worker.py)
SIDEBAR_PIXELS = 260
CHARACTER_PIXELS = 6.5
LONG = "Take the guard off first and set it down in its tray, then take out the eight bolts. " * 3


class CountedLayout:
    """Counts the lines that a drawing takes, as Blender would lay them out."""

    def __init__(self, is_row: bool = False) -> None:
        self._is_row = is_row
        self._parts: list[CountedLayout] = []
        self._items = 0
        self.texts: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name in {"row", "column", "box"}:
            return lambda **_: self._add(CountedLayout(is_row=name == "row"))
        if name in {"label", "operator", "template_icon"}:
            return self._item
        raise AttributeError(name)

    def _add(self, part: "CountedLayout") -> "CountedLayout":
        self._parts.append(part)
        return part

    def _item(self, *_: Any, text: str = "", **__: Any) -> SimpleNamespace:
        self._items += 1
        self.texts.append(text)
        return SimpleNamespace()

    @property
    def lines(self) -> int:
        parts = [part.lines for part in self._parts]
        if self._is_row:
            return max([*parts, min(self._items, 1)], default=0)
        return sum(parts) + self._items


class LinesTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        view = addon("core.view")
        units = (
            view.UnitView("one", "One", bpy.context.scene.name, view.UnitState.STARTED),
            view.UnitView("two", "Two", "Two", view.UnitState.READY),
        )
        self.lesson = view.LessonView(units=units)
        self.goals = tuple(
            view.CheckpointView(str(n), f"{n}: {LONG}", begun=n < 3, passed=None if n else True)
            for n in range(8)
        )
        self.session = view.SessionView(
            "s",
            "ada",
            "one",
            LONG,
            instructions=LONG,
            hints=(LONG, LONG),
            checkpoints=self.goals,
        )
        self.checkpoint_with = lambda **parts: replace(self.goals[1], **parts)

    def lines(self, **parts: Any) -> int:
        """How many lines the sidebar takes for the session with these parts."""
        session = replace(self.session, **parts)
        view = replace(addon("runtime").view(), session=session, lesson=self.lesson)
        guidance = addon("core.guidance").guidance_of(session, self.lesson)
        context = SimpleNamespace(
            region=SimpleNamespace(width=SIDEBAR_PIXELS),
            preferences=bpy.context.preferences,
            scene=bpy.context.scene,
        )
        layout = CountedLayout()
        text = addon("panels.text")
        text.wrapped_to.cache_clear()
        # Without a window Blender has no font to measure with.
        with mock.patch.object(text, "_width", lambda said: CHARACTER_PIXELS * len(said)):
            addon("panels.learn_task").draw(layout, context, view, guidance)
        text.wrapped_to.cache_clear()
        return layout.lines

    def test_whatever_there_is_to_say_takes_at_most_twelve(self) -> None:
        slip = self.checkpoint_with(reasons=(LONG,), is_slip=True)
        failed = self.checkpoint_with(reasons=(LONG,), passed=False)
        decided = addon("core.view").DecisionView("continue_current_event", LONG)
        back = addon("core.view").DecisionView("remediate_prerequisites", LONG, "two", "Two")
        for name, parts in {
            "at the start": {},
            "with a hint": {"hints_shown": 1},
            "with a word": {"message": LONG},
            "with a slip": {"checkpoints": (self.goals[0], slip, *self.goals[2:])},
            "with a cross": {
                "checkpoints": (failed, *self.goals),
                "decision": decided,
                "hints_shown": 2,
            },
            "sent back": {"decision": back, "message": LONG},
            "decided": {"decision": decided},
            "in Edit Mode": {"edits_mesh": True, "hints_shown": 1},
            "paused": {"is_paused": True},
        }.items():
            with self.subTest(name):
                self.assertLessEqual(self.lines(**parts), MOST_LINES)

    def test_it_takes_lines_at_all(self) -> None:
        self.assertGreater(self.lines(), 5)


if __name__ == "__main__":
    unittest.main()
