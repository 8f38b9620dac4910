"""How finely a hand with a mouse can place something; see docs/decisions/015-mouse-reach.md."""

import math

from .demonstration_poses import PLACE_FLOOR_M

LEAST_WIDTH_PX = 3.0
"""The least width of what is enough, on the screen: the pixel that is aimed at and one on each side."""

LEAST_WIDTH_M = 0.002
"""The same in the scene, where no view says how large a pixel is."""

USUAL_WIDTH_M = 2.0 * PLACE_FLOOR_M
"""What a goal allows unless its author says otherwise: a learner comes nearer for it."""

LEAST_USUAL_WIDTH_PX = 1.0
"""So much of it has to be seen from where the unit begins."""

SCREEN_HEIGHT_PX = 1000.0
"""Of a viewport in a full-HD window, below its headers."""


def pixels_of(width_m: float, distance_m: float, vertical_fov_rad: float) -> float:
    """How many pixels a width covers that is seen from a distance, square to the view."""
    seen_height_m = 2.0 * max(distance_m, 1e-6) * math.tan(vertical_fov_rad / 2.0)
    return pixels_of_parallel(width_m, seen_height_m)


def pixels_of_parallel(width_m: float, seen_height_m: float) -> float:
    """The same in a view that shows so much from its lower to its upper edge."""
    return width_m / max(seen_height_m, 1e-9) * SCREEN_HEIGHT_PX


def is_reachable(width_m: float, width_px: float | None) -> bool:
    """Whether a hand hits what has this width.

    Args:
        width_px: From where the unit begins; None where no view is known.
    """
    if width_px is None:
        return width_m >= LEAST_WIDTH_M
    is_usual = width_m >= USUAL_WIDTH_M and width_px >= LEAST_USUAL_WIDTH_PX
    return is_usual or width_px >= LEAST_WIDTH_PX


def least_width_m(width_m: float, width_px: float | None) -> float:
    """The width in the scene that would just be enough from the same place."""
    if width_px is None or width_m <= 0.0:
        return LEAST_WIDTH_M
    pixel_m = width_m / max(width_px, 1e-9)
    usual_m = max(USUAL_WIDTH_M, LEAST_USUAL_WIDTH_PX * pixel_m)
    return min(LEAST_WIDTH_PX * pixel_m, usual_m)
