"""What brings something before the window so that it can be pictured."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def unfolded(name: str) -> Iterator[None]:
    """Have a panel open that begins closed: another one in its place, and those within it anew."""
    panel, made_name = getattr(bpy.types, name), f"{name}_unfolded"  # Blender remembers by the name
    inner = [each for each in panels() if getattr(each, "bl_parent_id", "") == name]
    made = [type(made_name, (panel,), {"bl_options": set()})]
    for each in inner:
        made.append(type(f"{each.__name__}_unfolded", (each,), {"bl_parent_id": made_name}))
    _change((*reversed(inner), panel), made)
    try:
        yield
    finally:
        _change(made[::-1], (panel, *inner))


def panels() -> tuple[type, ...]:
    """The panels of the tab."""
    classes: tuple[type, ...] = addon("panels").CLASSES
    return tuple(each for each in classes if issubclass(each, bpy.types.Panel))


def _change(gone: Sequence[type], come: Sequence[type]) -> None:
    for each in gone:
        bpy.utils.unregister_class(each)
    for each in come:
        bpy.utils.register_class(each)


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
