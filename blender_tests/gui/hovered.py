"""Finding a button as a person does: the mouse goes down the sidebar until it lies on it.

Blender says what lies under the mouse to whoever copies it, as Ctrl C over a button does; no click is
made and nothing is set but the clipboard.
"""

from collections.abc import Callable, Generator

import bpy
from screen import sidebar, viewport, window, xdotool

Found = Generator[float, None, tuple[int, int]]
STEP_PIXELS = 10
"""Less than half of a button's height."""
HOVER_SECONDS = 0.03
SURE_SECONDS = 0.2
"""By then also a machine that has other work has lit up what is under the mouse."""
TOP_PIXELS = 4
BOTTOM_PIXELS = 12
"""What shows only its upper edge there cannot be clicked."""
COLUMNS = (0.5, 0.8, 0.13, 0.9)
"""Parts of the sidebar's width at which buttons stand: the wide ones, then those at an edge."""
TABS_PIXELS = 22
ROUNDS = 2


def operator(name: str, *options: str) -> Callable[[], bool]:
    """Whether the mouse lies on the button of `malloc_vr.<name>` with all of these options."""
    wanted = f"bpy.ops.malloc_vr.{name}("
    return lambda: (said := _command()).startswith(wanted) and all(one in said for one in options)


def field(path: str) -> Callable[[], bool]:
    """Whether it lies on the field of a property whose path ends so."""
    return lambda: _path().endswith(path)


def find(is_there: Callable[[], bool], what: str, columns: tuple[float, ...] = COLUMNS) -> Found:
    """Move the mouse over the sidebar until it lies on what is wanted; its pixel from below."""
    for _ in range(ROUNDS):
        for part in columns:
            region = sidebar()
            x = region.x + round((region.width - TABS_PIXELS) * part)
            top, bottom = region.y + region.height - TOP_PIXELS, region.y + BOTTOM_PIXELS
            for y in range(top, bottom, -STEP_PIXELS):
                hover(x, y)
                yield HOVER_SECONDS
                if not is_there():
                    continue
                hover(x, y - STEP_PIXELS)  # off its edge
                yield SURE_SECONDS
                if is_there():
                    return x, y - STEP_PIXELS
                hover(x, y)
                yield SURE_SECONDS
                if is_there():
                    return x, y
    raise AssertionError(f"{what} is nowhere in the sidebar")


def hover(x: int, y: int) -> None:
    """Move the mouse to a pixel, counted from the window's lower left."""
    xdotool("mousemove", str(x), str(window().height - y))


def _command() -> str:
    return _copied("copy_python_command_button")


def _path() -> str:
    return _copied("copy_data_path_button", full_path=True)


def _copied(name: str, **options: bool) -> str:
    """What Blender copies of the button under the mouse; "" where there is none of that kind."""
    copy = getattr(bpy.ops.ui, name)
    with bpy.context.temp_override(window=window(), area=viewport(), region=sidebar()):
        if not copy.poll():
            return ""
        manager = bpy.context.window_manager
        manager.clipboard = ""
        copy(**options)
        return str(manager.clipboard)
