"""What other regions leave free of a viewport's main region, which they may lie over.

Thread: main.
"""

from dataclasses import dataclass

import bpy

_THINNEST_PIXELS = 2
"""A region that is hidden is one pixel wide or high."""


@dataclass(frozen=True)
class FreeSpace:
    """The free part of a region, in its own pixels from its lower left."""

    left: int
    right: int
    top: int


def free_space(area: bpy.types.Area, region: bpy.types.Region) -> FreeSpace:
    """Find what toolbar, sidebar and headers leave of a region."""
    left, right, top = region.x, region.x + region.width, region.y + region.height
    middle = region.x + region.width // 2
    for other in area.regions:
        if other.type == "WINDOW" or min(other.width, other.height) < _THINNEST_PIXELS:
            continue
        if not _overlap(region, other):
            continue
        if other.type in {"HEADER", "TOOL_HEADER"}:
            top = min(top, other.y) if other.alignment == "TOP" else top
        elif other.type in {"UI", "TOOLS"}:
            if other.x + other.width // 2 > middle:
                right = min(right, other.x)
            else:
                left = max(left, other.x + other.width)
    return FreeSpace(left - region.x, right - region.x, top - region.y)


def _overlap(one: bpy.types.Region, other: bpy.types.Region) -> bool:
    return bool(
        other.x < one.x + one.width
        and one.x < other.x + other.width
        and other.y < one.y + one.height
        and one.y < other.y + other.height
    )
