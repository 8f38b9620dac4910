"""Two small pictures of the learner's work, before and after, from where the unit began.

They live in memory only, as previews, and go with the unit. A Blender without a window takes none.

Thread: main, outside of drawing.
"""

import logging
import time
from array import array
from typing import Any

import bpy
import bpy.utils.previews
import gpu
from mathutils import Matrix

from . import learner_view, view_state
from .scene import named_objects, viewport

WIDTH_PIXELS, HEIGHT_PIXELS = 160, 100
_BEFORE, _AFTER = "before", "after"

SLOW_SECONDS = 0.3
"""Where a picture takes longer, as on a computer without a graphics card, none follows."""

_log = logging.getLogger(__name__)


class _Pictures:
    """What was taken of one run of a unit."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.looks: tuple[Matrix, Matrix] | None = None  # view and projection at the start
        self.has_failed = False  # or was too slow
        self.previews: Any = bpy.utils.previews.new()

    def close(self) -> None:
        """Give the memory back."""
        bpy.utils.previews.remove(self.previews)


_taken: _Pictures | None = None


def look() -> None:
    """Take the picture that is due: one when a unit begins, one when all of it is passed."""
    global _taken
    session = view_state.view().session
    if _taken is not None and (session is None or session.session_id != _taken.session_id):
        forget()
    if bpy.app.background or session is None:
        return
    guidance = learner_view.guidance()
    if guidance is None or (_taken is not None and _taken.has_failed):
        return
    if _taken is None and not any(item.begun for item in session.checkpoints):
        _taken = _Pictures(session.session_id)
        _take(_taken, guidance.scene_name, _BEFORE)
    elif _taken is not None and _taken.looks is not None:
        if not session.passed:
            _drop(_taken, _AFTER)
        elif _AFTER not in _taken.previews:
            _take(_taken, guidance.scene_name, _AFTER)


def icons() -> tuple[int, int] | None:
    """Numbers of both pictures, for a layout's `template_icon`; None until there are two."""
    if _taken is None or _AFTER not in _taken.previews:
        return None
    return _taken.previews[_BEFORE].icon_id, _taken.previews[_AFTER].icon_id


def forget() -> None:
    """Throw the pictures away."""
    global _taken
    if _taken is not None:
        _taken.close()
    _taken = None


def _drop(pictures: _Pictures, name: str) -> None:
    """The work goes on: what it looked like when it was passed is of the past."""
    if name in pictures.previews:
        del pictures.previews[name]


def _take(pictures: _Pictures, scene_name: str, name: str) -> None:
    began_seconds = time.monotonic()
    try:
        scene = bpy.data.scenes[scene_name]
        found = next(viewport.viewports(scene), None)
        if found is not None:
            _draw(pictures, scene, found, name)
    except Exception:  # a picture less is no reason to disturb anybody's work
        pictures.has_failed = True
        _log.exception("No picture could be taken of the work in %s", scene_name)
    if time.monotonic() - began_seconds > SLOW_SECONDS:
        pictures.has_failed = True


def _draw(pictures: _Pictures, scene: bpy.types.Scene, found: Any, name: str) -> None:
    space, region = found
    if pictures.looks is None:
        view = space.region_3d
        aspect = WIDTH_PIXELS / HEIGHT_PIXELS * region.height / max(region.width, 1)
        wider = Matrix.Diagonal((1.0 / max(aspect, 1e-3), 1.0, 1.0, 1.0))
        pictures.looks = (view.view_matrix.copy(), wider @ view.window_matrix)
    offscreen = gpu.types.GPUOffScreen(WIDTH_PIXELS, HEIGHT_PIXELS)
    try:
        offscreen.draw_view3d(
            scene,
            named_objects.view_layer_of(scene),
            space,
            region,
            *pictures.looks,
            do_color_management=True,
        )
        pixels = offscreen.texture_color.read()
    finally:
        offscreen.free()
    pixels.dimensions = WIDTH_PIXELS * HEIGHT_PIXELS * 4
    packed = array("i", array("B", pixels.to_list()).tobytes())  # a pixel is four bytes
    preview = pictures.previews.new(name)
    preview.image_size = (WIDTH_PIXELS, HEIGHT_PIXELS)
    preview.image_pixels = packed
