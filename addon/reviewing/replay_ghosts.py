"""A moment of a learner's session in the viewport: the parts as wire boxes, and what was looked from.

No object is made, so the file does not change and there is nothing to undo.

Thread: main.
"""

import math
from collections.abc import Iterator

import bpy
from mathutils import Vector

from ..core.replay import Frame, Pose
from ..core.replies import ReplayView
from . import parts_in_scene
from .review_drawing import (
    Colour,
    Handlers,
    KeptDrawing,
    box_lines,
    matrix_of,
    review_of,
    standing,
)

_parts = KeptDrawing("LINES", "POLYLINE_UNIFORM_COLOR")
_camera = KeptDrawing("LINES", "POLYLINE_UNIFORM_COLOR")
_PARTS: Colour = (0.35, 0.75, 1.0, 0.9)
_CAMERA: Colour = (1.0, 0.8, 0.3, 0.95)
_ASPECT = 16 / 9
"""Only for the drawing: the trace has the height of the picture alone."""

_DEPTH_SHARE = 0.25
"""How far the drawn picture is from the eye, of the way to the parts."""


def shown_frame(scene: bpy.types.Scene) -> Frame | None:
    """The moment whose ghosts belong into `scene` now."""
    shown = review_of(scene)
    return shown.frame if shown is not None and shown.shows_ghosts else None


def camera_lines(view: ReplayView, depth_m: float) -> Iterator[Vector]:
    """Where the learner looked from: from the eye to the corners of the picture, and its frame."""
    half = view.parallel_height_m / 2 or depth_m * math.tan(view.vertical_fov_rad / 2)
    pose = (tuple(view.place_m), tuple(view.rotation))
    world = matrix_of(pose, (1.0, 1.0, 1.0))
    corners = [
        world @ Vector((x * half * _ASPECT, y * half, -depth_m))
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    up = world @ Vector((0.0, half * 1.35, -depth_m))
    for corner, following in zip(corners, (*corners[1:], corners[0]), strict=True):
        yield from (corner, following)
        if not view.parallel_height_m:
            yield from (world.translation, corner)
    yield from (corners[2], up, up, corners[3])


def _draw() -> None:
    scene = bpy.context.scene
    frame = shown_frame(scene)
    if frame is None:
        return
    parts = shown_parts(scene, frame)
    made_of = tuple((pose, standing(obj)) for obj, pose in parts)
    _parts.draw(made_of, lambda: {"pos": _part_lines(parts)}, _PARTS)
    view = frame.view
    if view is not None:
        eye = Vector(view.place_m)
        ways = [(Vector(place) - eye).length for _, (place, _) in parts]
        depth_m = _DEPTH_SHARE * (min(ways) if ways else 1.0)
        seen = (tuple(view.place_m), tuple(view.rotation), view.vertical_fov_rad)
        _camera.draw(
            (seen, view.parallel_height_m, depth_m),
            lambda: {"pos": list(camera_lines(view, depth_m))},
            _CAMERA,
        )


def shown_parts(scene: bpy.types.Scene, frame: Frame) -> list[tuple[bpy.types.Object, Pose]]:
    """The objects of `scene` that are drawn at a moment, as they were then."""
    shown = review_of(scene)
    if shown is None or shown.replay is None:
        return []
    objects = parts_in_scene.find(scene, shown.replay.part_uuids)
    return [(objects[name], pose) for name, pose in frame.parts.items() if name in objects]


def _part_lines(parts: list[tuple[bpy.types.Object, Pose]]) -> list[Vector]:
    worlds = [(obj, matrix_of(pose, obj.matrix_world.to_scale())) for obj, pose in parts]
    return [end for obj, world in worlds for end in box_lines(obj, world)]


_handlers = Handlers((_draw, "POST_VIEW"), kept=(_parts, _camera))
start, stop = _handlers.start, _handlers.stop
