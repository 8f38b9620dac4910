"""A picture of a lesson: its first unit as its camera shows it.

Thread: main. Without a window nothing can be drawn, and there is no picture.
"""

from array import array
from collections.abc import Sequence

import bpy
import gpu

from ..scene import named_objects

SIDE_PIXELS = 256
"""As Blender's own previews of assets."""


def draw(scene: bpy.types.Scene) -> Sequence[float] | None:
    """The pixels, red, green, blue and alpha of each, from the lower left; None where none are drawn."""
    camera = scene.camera
    place = _viewport()
    if camera is None or place is None or bpy.app.background:
        return None
    space, region = place
    layer = named_objects.view_layer_of(scene)
    layer.update()
    world = named_objects.world_matrix(camera, layer)
    projection = camera.calc_matrix_camera(layer.depsgraph, x=SIDE_PIXELS, y=SIDE_PIXELS)
    offscreen = gpu.types.GPUOffScreen(SIDE_PIXELS, SIDE_PIXELS)
    shows_overlays, space.overlay.show_overlays = space.overlay.show_overlays, False
    try:
        offscreen.draw_view3d(
            scene, layer, space, region, world.inverted(), projection, do_color_management=True
        )
        return _pixels(offscreen)
    finally:
        space.overlay.show_overlays = shows_overlays
        offscreen.free()


def _pixels(offscreen: gpu.types.GPUOffScreen) -> Sequence[float]:
    buffer = offscreen.texture_color.read()
    buffer.dimensions = SIDE_PIXELS * SIDE_PIXELS * 4
    return array("f", (value / 255.0 for value in buffer))


def _viewport() -> tuple[bpy.types.SpaceView3D, bpy.types.Region] | None:
    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            if area.type == "VIEW_3D":
                region = next(one for one in area.regions if one.type == "WINDOW")
                return area.spaces.active, region
    return None
