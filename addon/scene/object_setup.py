"""What an object carries beside its place and its geometry, as a digest: whether a learner changed it.

Materials, custom properties, modifiers, constraints, offsets under the channels (delta transforms),
animation and drivers. They are compared here and brought back from a kept copy (`object_copies`).

Thread: main.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

import bpy

from ..core import keys
from ..core.file_values import value_of

_OF_THE_PANEL = frozenset(
    ("rna_type", "is_active", "active", "show_expanded", "execution_time", "persistent_uid")
)
"""How the properties editor shows a modifier or constraint, and what Blender notes of it."""

_DELTAS = (
    "delta_location",
    "delta_rotation_euler",
    "delta_rotation_quaternion",
    "delta_scale",
)


def digest(obj: bpy.types.Object) -> str:
    """Two digests of an object differ when something of this was changed between them."""
    said = [
        [(slot.link, _named(slot.material)) for slot in obj.material_slots],
        sorted((key, _plain(value_of(obj, key))) for key in obj.keys() if key != keys.UUID),  # noqa: SIM118
        [_settings(one) for one in obj.modifiers],
        [_settings(one) for one in obj.constraints],
        [tuple(getattr(obj, name)) for name in _DELTAS],
        _animation(obj.animation_data),
    ]
    return hashlib.blake2b(repr(said).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _settings(item: bpy.types.bpy_struct) -> list[Any]:
    """All that a modifier or constraint is set to, with the inputs of a geometry node tree."""
    said: list[Any] = []
    for prop in item.bl_rna.properties:
        if prop.identifier in _OF_THE_PANEL or prop.is_readonly or prop.type == "COLLECTION":
            continue
        said.append((prop.identifier, _plain(getattr(item, prop.identifier))))
    if isinstance(item, bpy.types.NodesModifier):
        said.extend((key, _plain(value_of(item, key))) for key in item.keys())  # noqa: SIM118
    return said


def _animation(data: bpy.types.AnimData | None) -> list[Any]:
    if data is None:
        return []
    curves = [*_curves_of(data.action), *data.drivers]
    return [
        _named(data.action),
        [(one.data_path, one.array_index, one.mute, _points(one)) for one in curves],
        [track.name for track in data.nla_tracks],
    ]


def _curves_of(action: bpy.types.Action | None) -> Iterable[bpy.types.FCurve]:
    """From 4.4 on curves lie in layers; 5.0 has taken the short way to them away."""
    if action is None:
        return []
    if hasattr(action, "fcurves"):
        return action.fcurves
    strips = (strip for layer in action.layers for strip in layer.strips)
    return [curve for strip in strips for bag in strip.channelbags for curve in bag.fcurves]


def _points(curve: bpy.types.FCurve) -> list[tuple[float, ...]]:
    return [(*point.co, *point.handle_left, *point.handle_right) for point in curve.keyframe_points]


def _named(item: Any) -> str:
    return item.name_full if isinstance(item, bpy.types.ID) else ""


def _plain(value: Any) -> Any:
    if isinstance(value, bpy.types.ID):
        return _named(value)
    if isinstance(value, str | bytes | int | float | bool) or value is None:
        return value
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Iterable):
        return [_plain(one) for one in value]
    return ""
