"""Measures what drawing takes in scenes of growing size: run by scripts/bench in a window.

    scene_drawing.py EXTENSION_ID SIZES DRAWS

Its last line on stdout is one JSON object: for each number of objects, microseconds of this thread
in a draw of the author's list with 200 units (`list_p50_us`, `list_p95_us`), and of the lines over
the viewport while a unit runs, half of them after a move that changes what they say
(`overlay_p50_us`, `overlay_p95_us`), and in the same draws of the same texts at the same places and
nothing else (`texts_p50_us`, `texts_p95_us`): the peer, which is what Blender's own drawing takes.
"""

import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import blf
import bpy

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from in_window import FIRST_PAUSE_SECONDS, Steps, carry_out, in_viewport, once, screen, view_region
from scene_growth import author, fill
from tracking_frame import percentile

UNITS = 200
TURN_SECONDS = 0.02
PATIENCE_TURNS = 3000
STEP_METRES = 0.003


class Timed:
    """Stands in the place of a function that draws.

    Attributes:
        times_us: Of each call.
    """

    def __init__(self, draw: Callable[..., None]) -> None:
        self._draw = draw
        self.times_us: list[float] = []

    def __call__(self, *words: Any) -> None:
        """Draw."""
        began = time.thread_time()
        self._draw(*words)
        self.times_us.append((time.thread_time() - began) * 1e6)

    def figures(self, name: str) -> dict[str, float]:
        """Median and p95."""
        return {
            f"{name}_p50_us": percentile(self.times_us, 0.5),
            f"{name}_p95_us": percentile(self.times_us, 0.95),
        }


class SameTexts:
    """Draws what the lines over the viewport say once more, by Blender's module for texts alone."""

    def __init__(self, overlay: Any) -> None:
        self._overlay = overlay
        self._timed = Timed(self._draw)
        self._layout = overlay.NOTHING
        self.figures = self._timed.figures

    def __call__(self) -> None:
        """Draw them; what is to be drawn is found before it is timed."""
        self._layout = self._overlay.layout_of(bpy.context)
        if self._layout.texts:
            self._timed()

    def _draw(self) -> None:
        blf.size(0, self._layout.points)
        for text in self._layout.texts:
            blf.position(0, text.x, text.y, 0)
            blf.color(0, 1.0, 1.0, 1.0, 1.0)
            blf.draw(0, text.text)


def drawn(timed: Timed, draws: int, region: Callable[[], bpy.types.Region], part: Any) -> Steps:
    """Have something drawn so many times; before each second one a part moves."""
    timed.times_us.clear()
    for _ in range(PATIENCE_TURNS):
        before = len(timed.times_us)
        if before >= draws:
            return
        if part is not None and before % 2:
            part.location.z += STEP_METRES
        region().tag_redraw()
        yield TURN_SECONDS
    raise RuntimeError("the window does not draw")


def make_units(module: Callable[[str], Any]) -> None:
    """As many units as the list is to show, beside the one that is there."""
    keys = module("core.keys")
    for number in range(1, UNITS):
        scene = bpy.data.scenes.new(f"Unit {number}")
        scene[keys.UNIT_ID], scene[keys.OBJECTIVES] = f"unit_{number}", '["Do it"]'
    module("upkeep").read_lesson()
    count = len(module("view_state").view().lesson.units)
    if count != UNITS:
        raise RuntimeError(f"there are {count} units")


def lists(module: Callable[[str], Any], draws: int, found: dict[str, float]) -> Steps:
    """The author's list."""
    panel = module("panels.author").MALLOC_VR_PT_author
    plain = panel.draw
    timed = Timed(plain)
    panel.draw = lambda self, context: timed(self, context)
    module("modes").choose(module("modes").Mode.AUTHOR)
    try:
        yield from drawn(timed, draws, screen.sidebar, None)
    finally:
        panel.draw = plain
    found |= timed.figures("list")


def lines(module: Callable[[str], Any], draws: int, found: dict[str, float]) -> Steps:
    """The lines over the viewport."""
    overlay, view = module("panels.overlay"), module("view_state").view
    overlay.unregister()
    plain = overlay.draw
    timed = overlay.draw = Timed(plain)
    overlay.register()
    peer = SameTexts(overlay)
    handle = bpy.types.SpaceView3D.draw_handler_add(peer, (), "WINDOW", "POST_PIXEL")
    start = bpy.ops.malloc_vr.unit_start
    try:
        yield from once(start, lambda: view().session is not None, unit_id="growth", learner="ada")
        yield from drawn(timed, draws, view_region, bpy.data.objects["Cube 0"])
    finally:
        bpy.types.SpaceView3D.draw_handler_remove(handle, "WINDOW")
        overlay.unregister()
        overlay.draw = plain
        overlay.register()
    with in_viewport():
        bpy.ops.malloc_vr.session_end()
    found |= timed.figures("overlay") | peer.figures("texts")


def measured(package: str, size: int, draws: int) -> Generator[float, None, dict[str, float]]:
    """One size."""

    def module(name: str) -> Any:
        return importlib.import_module(f"{package}.{name}")

    engine = module("runtime").engine()
    while not engine.status().record.is_settled:
        yield TURN_SECONDS
    with in_viewport():
        fill(size)
    yield FIRST_PAUSE_SECONDS
    for space in screen.viewport().spaces:
        if space.type == "VIEW_3D":
            space.show_object_viewport_mesh = (
                False  # that is Blender's work, and software draws here
            )
    with in_viewport():
        author()
    make_units(module)
    yield from screen.Screen(Path(tempfile.gettempdir())).open_sidebar()
    found: dict[str, float] = {}
    yield from lists(module, draws, found)
    yield from lines(module, draws, found)
    return found


def everything(package: str, sizes: str, draws: str) -> Steps:
    """Every size; prints what was found."""
    found = {}
    for size in sizes.split(","):
        found[size] = yield from measured(package, int(size), int(draws))
    print(json.dumps(found), flush=True)


def main(extension: str, sizes: str, draws: str) -> None:
    """Begin once the window is drawn, and leave at the end."""
    carry_out(everything(f"bl_ext.user_default.{extension}", sizes, draws))


if __name__ == "__main__":
    main(*sys.argv[sys.argv.index("--") + 1 :])
