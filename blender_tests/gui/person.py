"""What a person in front of the window does in every scenario."""

import tempfile
from collections.abc import Generator
from typing import Any

import bpy
from blender_tests_support import addon, preferences
from screen import Screen, viewport, window


def context() -> Any:
    """The context of a person whose mouse is over the viewport."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    return bpy.context.temp_override(window=window(), area=viewport(), region=region)


def begin(screen: Screen) -> Generator[float, None, None]:
    """A new file, an open record of its own, and our tab in front."""
    yield from start_anew(screen)
    engine = addon("session").engine()
    while not engine.status().record.is_settled:
        yield 0.02
    addon("session").show_status(engine.status())


def start_anew(screen: Screen) -> Generator[float, None, None]:
    """A new file, a record of its own that nothing opened yet, and our tab in front."""
    addon("server").stop()
    addon("session").close()
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    preferences().folder = tempfile.mkdtemp(prefix="mvr-gui-") + "/vault"
    yield 0.5
    yield from screen.open_sidebar()


def run(name: str, **options: Any) -> None:
    """Do what a button does, with nothing that Blender remembers."""
    with context():
        done = getattr(bpy.ops.malloc_vr, name)(**options)
    assert done == {"FINISHED"}, f"{name}: {done}, {addon('session').view().problem}"


def press(name: str, **options: Any) -> None:
    """Press a button: Blender fills in what it remembers of the operator's last use."""
    with context():
        done = getattr(bpy.ops.malloc_vr, name)("INVOKE_DEFAULT", **options)
    assert done == {"FINISHED"}, f"{name}: {done}, {addon('session').view().problem}"
