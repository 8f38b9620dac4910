"""How a benchmark is carried out in Blender's window: step by step, between Blender's own turns."""

import importlib
import os
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "blender_tests" / "gui"))

screen: Any = importlib.import_module("screen")  # hands and eyes of the window's tests
Steps = Generator[float, None, None]
FIRST_PAUSE_SECONDS = 2.0  # until the window is drawn
LOOK_SECONDS = 0.25
LOOKS = 40


def view_region() -> bpy.types.Region:
    """The 3D scene itself."""
    return next(region for region in screen.viewport().regions if region.type == "WINDOW")


def in_viewport() -> Any:
    """The context of a person whose mouse is over the viewport."""
    return bpy.context.temp_override(
        window=screen.window(), area=screen.viewport(), region=view_region()
    )


def once(operator: Any, is_done: Callable[[], bool], **options: Any) -> Steps:
    """Call an operator once it may be, and wait until it has done its work.

    While the record opens, some may not be called yet, and others put themselves off.
    """
    is_called = False
    for _ in range(LOOKS):
        with in_viewport():
            if not is_called and operator.poll():
                operator(**options)
                is_called = True
        if is_called and is_done():
            return
        yield LOOK_SECONDS
    raise RuntimeError("an operator did not do its work")


def carry_out(steps: Steps) -> None:
    """Begin once the window is drawn; at the end leave Blender, with 1 for what failed."""
    bpy.context.preferences.view.show_splash = False

    def turn() -> float:
        try:
            return next(steps)
        except StopIteration:
            code = 0
        except Exception:
            traceback.print_exc()
            code = 1
        sys.stderr.flush()
        os._exit(code)  # a window asks before it closes; this does not

    bpy.app.timers.register(turn, first_interval=FIRST_PAUSE_SECONDS, persistent=True)
