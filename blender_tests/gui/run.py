"""Runs the tests that need Blender's window, and takes pictures of the sidebar.

    scripts/test gui
    scripts/blender --gui 4.3 blender_tests/gui/run.py [MODULE...] [FOLDER]

Only the scenarios of these modules, such as guides, run; without one, all but the guides do. FOLDER, which has a /
in it, gets the pictures (default: a new folder for temporary files). The last line is
`N passed, N failed`. Needs xdotool and ImageMagick's `import` beside the X server.
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Collection, Generator
from pathlib import Path
from typing import Any

import bpy

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import scenarios
from installation import ensure_installed, own_arguments
from screen import Screen

FIRST_PAUSE_SECONDS = 2.0  # until the window is drawn
STEP_LIMIT = 20000  # steps of one scenario before it counts as stuck


class Runner:
    """Takes the scenarios' steps one by one, giving Blender's loop a turn after each."""

    def __init__(self, screen: Screen, modules: Collection[str]) -> None:
        self._screen = screen
        every = (*scenarios.ALL, *scenarios.APART)
        named = [one for one in every if one.__module__ in modules]
        self._waiting = named if modules else list(scenarios.ALL)
        self._steps: Generator[float, None, None] | None = None
        self._name = ""
        self._taken = 0
        self._broken = 0
        self.passed = 0
        self.failed = 0

    def note_breakage(self, kind: type, error: BaseException, trace: Any) -> None:
        """Count what Blender only prints: an exception in a panel, a handler or a timer."""
        self._broken += 1
        traceback.print_exception(kind, error, trace, file=sys.stdout)

    def turn(self) -> float | None:
        """Do the next step; returns the pause after it, as Blender's timers want it."""
        try:
            return self._next_step()
        except StopIteration:
            self._end("FAIL" if self._broken else "ok")
        except Exception:
            traceback.print_exc(file=sys.stdout)
            self._end("FAIL")
        return 0.0

    def _next_step(self) -> float:
        if self._steps is None:
            if not self._waiting:
                finish(self.passed, self.failed)
            scenario = self._waiting.pop(0)
            self._name, self._taken = scenario.__name__, 0
            self._steps = scenario(self._screen)
        self._taken += 1
        if self._taken > STEP_LIMIT:
            raise AssertionError("it never came to its end")
        return next(self._steps)

    def _end(self, word: str) -> None:
        self._steps = None
        self._broken = 0
        self.passed += word == "ok"
        self.failed += word != "ok"
        print(f"{self._name} ... {word}", flush=True)


def finish(passed: int, failed: int) -> None:
    """Print the counts and leave."""
    print(f"{passed} passed, {failed} failed", flush=True)
    sys.stderr.flush()
    os._exit(1 if failed or not passed else 0)  # a window asks before it closes; this does not


def main() -> None:
    """Begin once the window is drawn."""
    words = own_arguments()
    folders = [Path(word) for word in words if "/" in word]
    folder = folders[0] if folders else Path(tempfile.mkdtemp(prefix="malloc_vr_pictures-"))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"Pictures: {folder}", flush=True)
    bpy.context.preferences.view.show_splash = False
    ensure_installed()
    runner = Runner(Screen(folder), [word for word in words if "/" not in word])
    sys.excepthook = runner.note_breakage
    bpy.app.timers.register(runner.turn, first_interval=FIRST_PAUSE_SECONDS, persistent=True)


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()
        finish(0, 1)
