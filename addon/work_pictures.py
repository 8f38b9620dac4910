"""Two small pictures of the learner's work: when the unit began, and when it was done.

Both are taken inside of operators, from where the unit began: of the start by what a learner pressed
to begin; of the end by what they pressed last, or by one of our own where the last move was the end.
They live in memory only, as previews, and go with the unit. Where a unit begins without an operator,
or without a 3D viewport on its scene, there are none.

Thread: main.
"""

import logging
import time
from array import array
from dataclasses import dataclass
from typing import Any

import bpy
import bpy.utils.previews
from mathutils import Matrix

from . import redraw, view_state
from .core.view import SessionView
from .scene import offscreen_picture, viewport

SIZE_PIXELS = (192, 144)
_BEFORE, _AFTER = "before", "after"

SLOW_SECONDS = 1.0
"""Where two in a row take longer, as on a computer without a graphics card, none follows. The first
one alone may: shaders are made for it."""

_SLOW_MAX = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Icons:
    """Numbers of both pictures, for a layout's `template_icon`."""

    before: int
    after: int


class _Pictures:
    """What was taken of one run of a unit."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.looks: tuple[Matrix, Matrix] | None = None  # world to eye, and the projection
        self.previews: Any = bpy.utils.previews.new()


_taken: _Pictures | None = None
_slow_in_a_row = 0
_asked_for = ""  # id of the session whose end our own operator was to draw


def begin() -> None:
    """A learner began the running unit, or began it again: take the picture of its start."""
    global _taken
    forget()
    session = view_state.view().session
    if session is None or bpy.app.background or _slow_in_a_row >= _SLOW_MAX:
        return
    _taken = _Pictures(session.session_id)
    _take(_taken, session, _BEFORE)


def end() -> None:
    """Take the picture of work that is done, of which there is one of the start."""
    session = view_state.view().session
    if _is_due(session) and _taken is not None and session is not None:
        _take(_taken, session, _AFTER)
        redraw.interface()


def is_due() -> bool:
    """Whether the running unit is done, and there is no picture of that yet."""
    return _is_due(view_state.view().session)


def look() -> None:
    """Forget what is of the past, and have what is due drawn by an operator. Cheap; from a timer."""
    global _asked_for
    session = view_state.view().session
    if _taken is None:
        return
    if session is None or session.session_id != _taken.session_id:
        forget()
    elif not session.passed:
        _asked_for = ""
        if _AFTER in _taken.previews:
            del _taken.previews[_AFTER]  # the work goes on
    elif _is_due(session) and _asked_for != session.session_id:
        _asked_for = session.session_id
        _ask(session)


def icons() -> Icons | None:
    """Both pictures of the running unit; None until there are two."""
    session = view_state.view().session
    if _taken is None or session is None or session.session_id != _taken.session_id:
        return None
    if _AFTER not in _taken.previews:
        return None
    return Icons(_taken.previews[_BEFORE].icon_id, _taken.previews[_AFTER].icon_id)


def forget() -> None:
    """Throw the pictures away. Idempotent."""
    global _taken, _asked_for
    if _taken is not None:
        bpy.utils.previews.remove(_taken.previews)
    _taken, _asked_for = None, ""


def _is_due(session: SessionView | None) -> bool:
    return (
        _taken is not None
        and session is not None
        and session.session_id == _taken.session_id
        and session.passed
        and _slow_in_a_row < _SLOW_MAX
        and _BEFORE in _taken.previews
        and _AFTER not in _taken.previews
    )


def _ask(session: SessionView) -> None:
    scene = _scene_of(session)
    windows = bpy.context.window_manager.windows
    window = next((one for one in windows if one.scene == scene), None)
    if window is None:
        return
    with bpy.context.temp_override(window=window):
        if bpy.ops.malloc_vr.work_picture.poll():
            bpy.ops.malloc_vr.work_picture("INVOKE_DEFAULT")


def _scene_of(session: SessionView) -> bpy.types.Scene | None:
    unit = view_state.view().lesson.unit(session.unit_id)
    return bpy.data.scenes.get(unit.scene_name) if unit is not None else None


def _take(pictures: _Pictures, session: SessionView, name: str) -> None:
    global _slow_in_a_row
    began_seconds = time.monotonic()
    scene = _scene_of(session)
    place = next(viewport.viewports(scene), None) if scene is not None else None
    if scene is None or place is None:
        return
    try:
        _draw(pictures, scene, place, name)
    except Exception:  # a picture less is no reason to disturb anybody's work
        _slow_in_a_row = _SLOW_MAX
        _log.exception("No picture could be taken of the work in %s", scene.name)
        return
    is_slow = time.monotonic() - began_seconds > SLOW_SECONDS
    _slow_in_a_row = _slow_in_a_row + 1 if is_slow else 0


def _draw(pictures: _Pictures, scene: bpy.types.Scene, place: Any, name: str) -> None:
    width, height = SIZE_PIXELS
    if pictures.looks is None:
        # The start of a unit turns the viewport to its camera, but that is drawn only later.
        view = viewport.read_camera(scene) or viewport.read_view(scene)
        if view is None:
            return
        space = place[0]
        clip_m = (space.clip_start, space.clip_end)
        pictures.looks = viewport.matrices(view, width / height, clip_m)
    pixels = offscreen_picture.draw(scene, place, *pictures.looks, SIZE_PIXELS)
    preview = pictures.previews.new(name)
    preview.image_size = SIZE_PIXELS
    preview.image_pixels = array("i", pixels)  # a pixel is four bytes
