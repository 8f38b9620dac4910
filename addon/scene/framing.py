"""Where a learner stands when a unit begins: before its objects, as its camera shows them.

Thread: main. Turning a viewport is no edit of the file; there is nothing to undo.
"""

import math

import bpy
from mathutils import Vector

from ..region_space import free_space
from . import named_objects, viewport
from .viewport import View

_DEPTH_MIN_M = 0.01


def stand_at_camera(scene: bpy.types.Scene) -> None:
    """Turn every viewport that shows `scene` the way its camera looks, and let it show as much.

    A scene without a camera leaves the viewports as they are.
    """
    camera = viewport.read_camera(scene)
    if camera is None:
        return
    forward = Vector(camera.forward)
    depth_m = _depth_m(scene, camera)
    for area, region in viewport.areas(scene):
        space = area.spaces.active
        free = free_space(area, region)
        pixels = max(region.height, 1)
        fov = viewport.viewport_fov_rad(space.lens, region.width / pixels)
        view = space.region_3d
        view.view_perspective = "PERSP"
        turn = view.view_rotation = forward.to_track_quat("-Z", "Y")
        distance_m = depth_m * _magnification(camera, fov, max(free.right - free.left, 1) / pixels)
        # What toolbar and sidebar leave is off the middle of the region, and so is the picture.
        off = (free.left + free.right - region.width) / 2.0
        metres_a_pixel = 2.0 * distance_m * math.tan(fov / 2.0) / pixels
        aside = turn @ Vector((off * metres_a_pixel, 0.0, 0.0))
        view.view_location = Vector(camera.eye) + forward * depth_m - aside
        view.view_distance = distance_m


def _magnification(camera: View, fov_rad: float, aspect: float) -> float:
    """How much of the camera's distance shows the camera's frame in a viewport.

    Args:
        fov_rad: The viewport's, from lower to upper edge.
        aspect: Of the part of the viewport that is free.
    """
    height = math.tan(camera.vertical_fov_rad / 2.0) / math.tan(fov_rad / 2.0)
    return max(height, height * camera.aspect / aspect)


def _depth_m(scene: bpy.types.Scene, camera: View) -> float:
    """How far before the camera the scene's objects stand on average, along its axis."""
    view_layer = named_objects.view_layer_of(scene)
    depths = [
        (named_objects.world_matrix(obj, view_layer).translation - Vector(camera.eye)).dot(
            Vector(camera.forward)
        )
        for obj in scene.objects
        if obj.type == "MESH"
    ]
    before = [depth for depth in depths if depth > _DEPTH_MIN_M]
    return sum(before) / len(before) if before else 1.0
