"""A text over the viewport that is readable on any ground. In draws alone."""

from typing import Any

import blf
import gpu
from gpu_extras.batch import batch_for_shader

from ..core.kept import Kept

_FONT = 0
_TEXT_POINTS = 12
_GROUND = (0.0, 0.0, 0.0, 0.65)
_GROUND_EDGE_PIXELS = 6
_square: Kept[tuple[Any, Any]] = Kept()


def write(
    text: str,
    x: float,
    y: float,
    scale: float,
    colour: tuple[float, float, float, float],
    *,
    has_ground: bool = False,
) -> None:
    """Write from a point of the region on.

    Args:
        x: Of the text's left end, in pixels.
        y: Of its base line, likewise.
        scale: The interface's.
        has_ground: Whether a dark ground lies behind, as long texts need over any scene.
    """
    blf.size(_FONT, _TEXT_POINTS * scale)
    if has_ground:
        _draw_ground(text, x, y, scale)
    blf.enable(_FONT, blf.SHADOW)
    blf.shadow(_FONT, 5, 0.0, 0.0, 0.0, 0.9)
    blf.position(_FONT, x, y, 0)
    blf.color(_FONT, *colour)
    blf.draw(_FONT, text)
    blf.disable(_FONT, blf.SHADOW)


def size_pixels(text: str, scale: float) -> tuple[float, float]:
    """Width and height that a text takes."""
    blf.size(_FONT, _TEXT_POINTS * scale)
    width, height = blf.dimensions(_FONT, text)
    return float(width), float(height)


def _draw_ground(text: str, left: float, bottom: float, scale: float) -> None:
    width, height = blf.dimensions(_FONT, text)
    edge = _GROUND_EDGE_PIXELS * scale
    shader, square = _square.of(0, _unit_square)
    with gpu.matrix.push_pop():
        gpu.matrix.translate((left - edge, bottom - edge))
        gpu.matrix.scale((width + 2 * edge, height + 2 * edge))
        shader.bind()
        shader.uniform_float("color", _GROUND)
        gpu.state.blend_set("ALPHA")
        square.draw(shader)
        gpu.state.blend_set("NONE")


def _unit_square() -> tuple[Any, Any]:
    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    return shader, batch_for_shader(shader, "TRI_FAN", {"pos": corners})


def forget() -> None:
    """Give back what the graphics card holds for it."""
    _square.drop()
