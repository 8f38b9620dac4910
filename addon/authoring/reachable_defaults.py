"""How exactly a new condition asks for a place: as usual, or as a hand can from where the unit begins.

Thread: main.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

import bpy

from ..core.condition_form import fields
from ..core.errors import MallocVrError
from ..core.mouse_reach import is_reachable, least_width_m
from ..core.scene_types import Condition
from ..scene import named_objects
from .lesson_facts import seen_margin

_MM = 1000.0


def within_reach(scene: bpy.types.Scene, condition: Mapping[str, Any]) -> dict[str, Any]:
    """A fresh condition of one predicate, its lengths in millimetres widened where that is needed."""
    needed_mm = _needed_mm(scene, condition)
    if needed_mm is None:
        return dict(condition)
    (predicate, asked), *_ = condition.items()
    lengths = [one.member for one in fields(predicate) if asked.get(one.unit_member) == "mm"]
    wider = {name: max(asked[name], needed_mm) for name in lengths if name in asked}
    return {predicate: {**asked, **wider}}


def _needed_mm(scene: bpy.types.Scene, condition: Mapping[str, Any]) -> float | None:
    """To either side; None where what it asks is within reach, or it is not finished."""
    try:
        margins = Condition(json.dumps(condition)).margins
    except MallocVrError:
        return None
    found = named_objects.find_all(scene, {one.object: "" for one in margins})
    found |= named_objects.find_all(scene, {one.to: "" for one in margins if one.to})
    seen = [seen_margin(scene, one, found) for one in margins if one.object in found]
    needed = [
        least_width_m(one.width_m, one.width_px) / 2
        for one in seen
        if not is_reachable(one.width_m, one.width_px)
    ]
    return _round_up(max(needed) * _MM) if needed else None


def _round_up(value: float) -> float:
    """To 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= value * 0.999)
