"""A picture of a lesson: its first unit as its camera shows it.

Thread: main. Without a window nothing can be drawn, and there is no picture.
"""

from array import array
from collections.abc import Sequence

import bpy

from ..scene import named_objects, offscreen_picture, viewport

SIDE_PIXELS = 256
"""As Blender's own previews of assets."""


def draw(scene: bpy.types.Scene) -> Sequence[float] | None:
    """The pixels, red, green, blue and alpha of each, from the lower left; None where none are drawn."""
    camera = scene.camera
    place = viewport.any_viewport()
    if camera is None or place is None or bpy.app.background:
        return None
    layer = named_objects.view_layer_of(scene)
    layer.update()
    world = named_objects.world_matrix(camera, layer)
    projection = camera.calc_matrix_camera(layer.depsgraph, x=SIDE_PIXELS, y=SIDE_PIXELS)
    size = (SIDE_PIXELS, SIDE_PIXELS)
    pixels = offscreen_picture.draw(scene, place, world.inverted(), projection, size)
    return array("f", (value / 255.0 for value in pixels))
