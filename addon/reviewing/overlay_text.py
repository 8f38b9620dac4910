"""A text over the viewport that is readable on any ground. In draws alone."""

import blf
import gpu
from gpu_extras.batch import batch_for_shader

_FONT = 0
_TEXT_POINTS = 12
_GROUND = (0.0, 0.0, 0.0, 0.65)
_GROUND_EDGE_PIXELS = 6


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


def _draw_ground(text: str, left: float, bottom: float, scale: float) -> None:
    width, height = blf.dimensions(_FONT, text)
    edge = _GROUND_EDGE_PIXELS * scale
    right, top = left + width + edge, bottom + height + edge
    corners = (
        (left - edge, bottom - edge),
        (right, bottom - edge),
        (right, top),
        (left - edge, top),
    )
    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    shader.bind()
    shader.uniform_float("color", _GROUND)
    gpu.state.blend_set("ALPHA")
    batch_for_shader(shader, "TRI_FAN", {"pos": corners}).draw(shader)
    gpu.state.blend_set("NONE")
