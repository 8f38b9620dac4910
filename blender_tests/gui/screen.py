"""Hands and eyes: mouse by xdotool, pictures from the X server."""

import subprocess
from collections.abc import Generator
from pathlib import Path

import bpy

TAB = "Malloc VR"
TAB_STEP_PIXELS = 12
SIDEBAR_PIXELS = 300
DRAWN_SECONDS = 0.3
FIRST_FUNCTION_KEY = 67
"""X's code of F1. By its name the xdotool of a newer Debian presses Alt as well."""
TOP_PIXELS = 32  # from the sidebar's upper edge into its first button


class Screen:
    """The one window, with the sidebar of its 3D viewport."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open_sidebar(self) -> Generator[float, None, None]:
        """Show the sidebar with our tab, over the full height of the window."""
        area = viewport()
        if len(bpy.context.window_manager.windows[0].screen.areas) > 1:
            with bpy.context.temp_override(window=window(), area=area):
                bpy.ops.screen.screen_full_area()
            yield DRAWN_SECONDS
        viewport().spaces.active.show_region_ui = True
        yield DRAWN_SECONDS
        yield from self._widen()
        yield from self._choose_tab()

    def picture(self, name: str) -> Path:
        """Take a picture of the whole screen; returns its file."""
        path = self._folder / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=30)
        return path

    def sidebar_picture(self, name: str) -> Path:
        """Take a picture of the sidebar alone."""
        region = sidebar()
        size = f"{region.width + 8}x{region.height}"
        top = window().height - region.y - region.height
        place = f"{size}+{max(region.x - 8, 0)}+{top}"
        path = self._folder / f"{name}.png"
        subprocess.run(
            ["import", "-window", "root", "-crop", place, "+repage", str(path)],
            check=True,
            timeout=30,
        )
        return path

    def scroll(self, clicks: int) -> None:
        """Turn the wheel over the sidebar: down, or up if negative."""
        region = sidebar()
        self._move(region.x + region.width // 3, region.y + region.height // 2)
        for _ in range(abs(clicks)):
            xdotool("click", "5" if clicks > 0 else "4")

    def redraw(self) -> None:
        """Have the sidebar drawn again."""
        sidebar().tag_redraw()

    def click_top_of_sidebar(self, below_pixels: int = 0) -> Generator[float, None, None]:
        """Click what stands first in our tab, or so much farther down."""
        region = sidebar()
        top = region.y + region.height - TOP_PIXELS - below_pixels
        self._move(region.x + region.width // 3, top)
        yield DRAWN_SECONDS
        xdotool("click", "1")
        yield DRAWN_SECONDS

    def move_window(self, title: str) -> None:
        """Move another window of Blender to the corner: no window manager keeps it on the screen."""
        xdotool("search", "--name", title, "windowmove", "0", "0")

    def press_over_viewport(self, key: str) -> None:
        """Press a key, such as "ctrl+z", with the mouse over the 3D scene."""
        region = next(region for region in viewport().regions if region.type == "WINDOW")
        self._move(region.x + region.width // 3, region.y + region.height // 3)
        xdotool("key", _by_code(key))

    def escape(self) -> None:
        """Press Escape, which leaves a dialog."""
        xdotool("key", "Escape")

    def _choose_tab(self) -> Generator[float, None, None]:
        region = sidebar()
        x = region.x + region.width - 12
        y = region.y + region.height - 30
        while sidebar().active_panel_category != TAB:
            assert y > region.y, f"there is no tab {TAB}"
            self._move(x, y)
            xdotool("click", "1")
            yield 0.1
            y -= TAB_STEP_PIXELS
        yield DRAWN_SECONDS

    def _widen(self) -> Generator[float, None, None]:
        region = sidebar()
        if region.width >= SIDEBAR_PIXELS - 20:
            return
        y = region.y + region.height // 3
        self._move(region.x + 1, y)
        yield 0.2
        xdotool("mousedown", "1")
        yield 0.2
        for step in range(1, 9):
            self._move(region.x - (SIDEBAR_PIXELS - region.width) * step // 8, y)
            yield 0.05
        xdotool("mouseup", "1")
        yield DRAWN_SECONDS

    @staticmethod
    def _move(x: int, y: int) -> None:
        xdotool("mousemove", str(x), str(window().height - y))


def _by_code(key: str) -> str:
    """A key such as "ctrl+F5" with the code of a function key in its place."""
    *modifiers, last = key.split("+")
    if last[0] == "F" and last[1:].isdigit():
        last = str(FIRST_FUNCTION_KEY + int(last[1:]) - 1)
    return "+".join((*modifiers, last))


def xdotool(*words: str) -> None:
    """Have xdotool do something."""
    subprocess.run(["xdotool", *words], check=True, timeout=30)


def window() -> bpy.types.Window:
    """The one window."""
    return bpy.context.window_manager.windows[0]


def viewport() -> bpy.types.Area:
    """Its 3D viewport."""
    return next(area for area in window().screen.areas if area.type == "VIEW_3D")


def sidebar() -> bpy.types.Region:
    """The viewport's sidebar."""
    return next(region for region in viewport().regions if region.type == "UI")
