"""The lines over the 3D viewport while a unit runs: what to do, how it stands, what is wrong.

They are laid out anew only when what they say, the region or the scale changed; else a draw puts
ready texts at ready places.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import blf
import bpy
import gpu
from gpu_extras.batch import batch_for_shader

from .. import learner_view
from ..learner_view import Line, Tone
from . import overlay_layout
from .overlay_layout import FONT, NOTHING, Layout
from .overlay_place import Place, is_drawn_here, place_in

_Colour = tuple[float, float, float]

_KEYS_SECONDS = 1.0
"""How soon a key that was changed in the preferences is shown as it is now."""

_BACKING_ALPHA = 0.8
_QUIET_ALPHA = 0.72
_LIGHT_GROUND = 0.45
"""Mean of red, green and blue from which on a ground counts as light."""

_ON_DARK: Mapping[Tone, _Colour] = {Tone.GOOD: (0.42, 0.85, 0.42), Tone.WRONG: (1.0, 0.52, 0.45)}
_ON_LIGHT: Mapping[Tone, _Colour] = {Tone.GOOD: (0.0, 0.33, 0.04), Tone.WRONG: (0.6, 0.03, 0.0)}

_log = logging.getLogger(__name__)


@dataclass
class _Drawn:
    """What was laid out for a region, and from what."""

    lines: tuple[Line, ...]
    labels: tuple[tuple[str, str], ...]
    guidance: learner_view.Guidance
    place: Place
    layout: Layout
    made_seconds: float
    backing: Any = None


_drawn: dict[int, _Drawn] = {}
"""By the address of the region."""

_handles: list[Any] = []
_failed: list[str] = []


def layout_of(context: bpy.types.Context) -> Layout:
    """What is to be drawn over the region of `context` now."""
    guidance = learner_view.guidance()
    if guidance is None or not _belongs(context, guidance):
        _drawn.pop(context.region.as_pointer(), None)
        return NOTHING
    return _kept(context, guidance).layout


def _belongs(context: bpy.types.Context, guidance: learner_view.Guidance) -> bool:
    if context.scene.name != guidance.scene_name or not is_drawn_here(context):
        return False
    return bool(context.space_data.overlay.show_overlays)


def _kept(context: bpy.types.Context, guidance: learner_view.Guidance) -> _Drawn:
    lines, place, now = learner_view.lines(), place_in(context), time.monotonic()
    known = _drawn.get(context.region.as_pointer())
    if (
        known is not None
        and known.lines is lines
        and known.guidance is guidance
        and known.place == place
        and now - known.made_seconds < _KEYS_SECONDS
    ):
        return known
    labels = overlay_layout.labels_of(guidance)
    if known is not None and (known.lines, known.labels, known.place) == (lines, labels, place):
        known.guidance, known.lines, known.made_seconds = guidance, lines, now
        return known
    layout = overlay_layout.lay_out(lines, labels, place)
    made = _Drawn(lines, labels, guidance, place, layout, now)
    if known is not None and known.layout.box == layout.box:
        made.backing = known.backing
    _drawn[context.region.as_pointer()] = made
    return made


def draw() -> None:
    """Draw the lines; Blender calls it after everything else of a viewport was drawn."""
    context = bpy.context
    try:
        guidance = learner_view.guidance()
        if guidance is not None and _belongs(context, guidance):
            _draw(context, _kept(context, guidance))
    except Exception as error:  # a viewport is drawn again and again
        if repr(error) not in _failed:
            _failed.append(repr(error))
            _log.exception("The lines over the viewport cannot be drawn")


def _draw(context: bpy.types.Context, drawn: _Drawn) -> None:
    layout = drawn.layout
    if not layout.texts:
        return
    ground, colours = _colours(context)
    if drawn.backing is None:
        drawn.backing = _backing(layout.box)
    _draw_backing(drawn.backing, ground)
    blf.size(FONT, layout.points)
    for text in layout.texts:
        blf.position(FONT, text.x, text.y, 0)
        blf.color(FONT, *colours[text.tone])
        blf.draw(FONT, text.text)


def _backing(box: tuple[int, int, int, int]) -> Any:
    left, bottom, right, top = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    batch = batch_for_shader(shader, "TRI_FAN", {"pos": corners})
    return shader, batch


def _draw_backing(backing: Any, colour: tuple[float, float, float]) -> None:
    shader, batch = backing
    shader.bind()
    gpu.state.blend_set("ALPHA")
    shader.uniform_float("color", (*colour, _BACKING_ALPHA))
    batch.draw(shader)
    gpu.state.blend_set("NONE")


def _colours(
    context: bpy.types.Context,
) -> tuple[_Colour, Mapping[Tone, tuple[float, float, float, float]]]:
    """The ground and the texts on it: those that the theme has for the viewport's header."""
    space = context.preferences.themes[0].view_3d.space
    ground: _Colour = tuple(space.header)[:3]
    text, title = tuple(space.header_text), tuple(space.header_text_hi)
    if _contrast(title, ground) < _contrast(text, ground):
        title = text  # white on light grey, in Blender's own light theme
    signals = _ON_LIGHT if sum(ground) / 3.0 > _LIGHT_GROUND else _ON_DARK
    return ground, {
        Tone.TEXT: (*text, 1.0),
        Tone.TITLE: (*title, 1.0),
        Tone.QUIET: (*text, _QUIET_ALPHA),
        Tone.GOOD: (*signals[Tone.GOOD], 1.0),
        Tone.WRONG: (*signals[Tone.WRONG], 1.0),
    }


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return abs(sum(one[:3]) - sum(other[:3]))


def register() -> None:
    """Have Blender call `draw`."""
    if not bpy.app.background:
        _handles.append(bpy.types.SpaceView3D.draw_handler_add(draw, (), "WINDOW", "POST_PIXEL"))


def unregister() -> None:
    """No more."""
    while _handles:
        bpy.types.SpaceView3D.draw_handler_remove(_handles.pop(), "WINDOW")
    _drawn.clear()
