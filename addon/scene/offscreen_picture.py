"""Small pictures of a scene, drawn beside the screen by a viewport that shows it or another one.

Thread: main, inside of an operator: Blender 4.3 ended when one was drawn from a timer. Without a
window nothing can be drawn.
"""

import bpy
import gpu
from mathutils import Matrix

from . import named_objects


def draw(
    scene: bpy.types.Scene,
    place: tuple[bpy.types.SpaceView3D, bpy.types.Region],
    view: Matrix,
    projection: Matrix,
    size_pixels: tuple[int, int],
) -> bytes:
    """Draw a scene without overlays.

    Args:
        place: The viewport whose shading is used, with its main region.
        view: World to eye.
        size_pixels: Width and height.

    Returns:
        Red, green, blue and alpha of each pixel, 0 to 255, from the lower left.
    """
    space, region = place
    offscreen = gpu.types.GPUOffScreen(*size_pixels)
    shows_overlays, space.overlay.show_overlays = space.overlay.show_overlays, False
    try:
        offscreen.draw_view3d(
            scene,
            named_objects.view_layer_of(scene),
            space,
            region,
            view,
            projection,
            do_color_management=True,
        )
        buffer = offscreen.texture_color.read()
    finally:
        space.overlay.show_overlays = shows_overlays
        offscreen.free()
    buffer.dimensions = size_pixels[0] * size_pixels[1] * 4
    return bytes(buffer.to_list())
