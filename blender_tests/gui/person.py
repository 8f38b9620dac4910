"""What a person in front of the window does in every scenario."""

import tempfile
from collections.abc import Generator
from typing import Any

import bpy
from blender_tests_support import addon, preferences
from screen import Screen, viewport, window

SWITCH_PIXELS = 40
PANELS_SLIDE_SECONDS = 0.7
"""Height of the switch of modes, which stands above all that is ordered."""


def context() -> Any:
    """The context of a person whose mouse is over the viewport."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    return bpy.context.temp_override(window=window(), area=viewport(), region=region)


def begin(screen: Screen) -> Generator[float, None, None]:
    """A new file, an open record of its own, and our tab in front."""
    yield from start_anew(screen)
    engine = addon("runtime").engine()
    while not engine.status().record.is_settled:
        yield 0.02
    addon("runtime").show_status(engine.status())


def start_anew(screen: Screen) -> Generator[float, None, None]:
    """A new file, a record of its own that nothing opened yet, and our tab in front."""
    addon("serving.server").stop()
    addon("runtime").close()
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    preferences().folder = tempfile.mkdtemp(prefix="mvr-gui-") + "/vault"
    yield 0.5
    yield from screen.open_sidebar()


def run(name: str, **options: Any) -> None:
    """Do what a button does, with nothing that Blender remembers."""
    with context():
        done = getattr(bpy.ops.malloc_vr, name)(**options)
    assert done == {"FINISHED"}, f"{name}: {done}, {addon('runtime').view().problem}"


class BUTTON_PT_of_a_test(bpy.types.Panel):  # noqa: N801  as Blender wants panels named
    """One large button at the top of our tab, where a mouse finds it."""

    bl_label = "Button"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Malloc VR"
    bl_options = {"HIDE_HEADER"}
    bl_order = -1
    name = ""
    options: dict[str, Any] = {}

    def draw(self, context: bpy.types.Context) -> None:
        row = self.layout.row()
        row.scale_y = 2
        button = row.operator(f"malloc_vr.{self.name}", text="Press")
        for key, value in self.options.items():
            setattr(button, key, value)


def press(screen: Screen, name: str, **options: Any) -> Generator[float, None, None]:
    """Press a button with the mouse: only then Blender fills in what it remembers of the last use."""
    BUTTON_PT_of_a_test.name, BUTTON_PT_of_a_test.options = name, options
    bpy.utils.register_class(BUTTON_PT_of_a_test)
    for _ in range(2):  # panels slide to their places, and a click on the way hits another one
        screen.redraw()
        yield PANELS_SLIDE_SECONDS
    with context():
        has_switch = bpy.types.MALLOC_VR_PT_mode.poll(bpy.context)
    yield from screen.click_top_of_sidebar(SWITCH_PIXELS if has_switch else 0)
    bpy.utils.unregister_class(BUTTON_PT_of_a_test)
    yield 0.5
