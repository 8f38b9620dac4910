"""What brings something before the window so that it can be pictured."""

from pathlib import Path
from typing import Any

import bpy
import person
from album import Steps, Variation
from blender_tests_support import addon
from screen import sidebar, viewport, window, xdotool

MOVED_SECONDS = 0.3


def dress(variation: Variation) -> None:
    """Give the window its theme and its scale."""
    preferences = bpy.context.preferences
    preferences.view.show_splash = False
    preferences.view.ui_scale = variation.scale
    preferences.view.show_developer_ui = False
    preferences.system.use_region_overlap = True
    if variation.theme == "light":
        folders = bpy.utils.preset_paths("interface_theme")
        (light,) = [path for folder in folders for path in Path(folder).glob("*[Ll]ight.xml")][:1]
        menu = "USERPREF_MT_interface_theme_presets"
        bpy.ops.script.execute_preset(filepath=str(light), menu_idname=menu)


def point_at_sidebar() -> Steps:
    """Put the mouse over the middle of the sidebar, where menus open."""
    region = sidebar()
    xdotool(
        "mousemove",
        str(region.x + region.width // 3),
        str(window().height - region.y - region.height // 2),
    )
    yield MOVED_SECONDS


def open_menu(name: str) -> None:
    """Open a menu of the sidebar under the mouse."""
    with bpy.context.temp_override(window=window(), area=viewport(), region=sidebar()):
        bpy.ops.wm.call_menu(name=name)


def ask(name: str, **options: Any) -> None:
    """Press a button that asks first."""
    with person.context():
        getattr(bpy.ops.malloc_vr, name)("INVOKE_DEFAULT", **options)


def author() -> None:
    """Have the tab show what authors see."""
    addon("modes").choose(addon("modes").Mode.AUTHOR)
