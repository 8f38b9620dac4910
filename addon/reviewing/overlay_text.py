"""A text over the viewport that is readable on any ground. In draws alone."""

import blf

_FONT = 0
_TEXT_POINTS = 12


def write(
    text: str, x: float, y: float, scale: float, colour: tuple[float, float, float, float]
) -> None:
    """Write from a point of the region on, in pixels; `scale` is the interface's."""
    blf.size(_FONT, _TEXT_POINTS * scale)
    blf.enable(_FONT, blf.SHADOW)
    blf.shadow(_FONT, 5, 0.0, 0.0, 0.0, 0.9)
    blf.position(_FONT, x, y, 0)
    blf.color(_FONT, *colour)
    blf.draw(_FONT, text)
    blf.disable(_FONT, blf.SHADOW)
