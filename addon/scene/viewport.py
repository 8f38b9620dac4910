"""What the learner looks through: the 3D viewport, or the scene's camera.

Thread: main. Works without a window too, where `RegionView3D.view_matrix` is stale; therefore the
eye is computed from `view_location`, `view_rotation` and `view_distance`, which are not.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import bpy
from mathutils import Matrix, Vector

from . import named_objects

_SENSOR_MM = 36.0  # Blender's DEFAULT_SENSOR_WIDTH
_VIEWPORT_ZOOM = 2.0  # CAMERA_PARAM_ZOOM_INIT_PERSP: the viewport shows twice what its lens would


@dataclass(frozen=True)
class View:
    """A pinhole view, or a parallel one.

    Attributes:
        eye: World metres.
        forward: Unit vector in the world.
        up: Unit vector in the world.
        vertical_fov_rad: Whole angle from the lower to the upper edge.
        aspect: Width by height.
        source: "viewport" or "camera".
        parallel_height_m: What a parallel projection shows of the world, 0 for perspective.
        pivot_distance_m: From the eye to the point that a viewport turns about; 0 of a camera.
    """

    eye: tuple[float, float, float]
    forward: tuple[float, float, float]
    up: tuple[float, float, float]
    vertical_fov_rad: float
    aspect: float
    source: str
    parallel_height_m: float = 0.0
    pivot_distance_m: float = 0.0


def read_view(scene: bpy.types.Scene) -> View | None:
    """Read the view on a scene: of the first viewport that shows it, else of its camera."""
    shown = next(viewports(scene), None)
    if shown is None:
        return read_camera(scene)
    space, region = shown
    if space.region_3d.view_perspective == "CAMERA":
        camera = scene.camera if space.use_local_camera is False else space.camera
        return _camera_view(scene, camera)
    return _viewport_view(space, region)


def is_shown(scene: bpy.types.Scene) -> bool:
    """Whether a viewport shows the scene: else nobody looks at it, whatever its camera would see."""
    return next(viewports(scene), None) is not None


def read_camera(scene: bpy.types.Scene) -> View | None:
    """Read the view of a scene's camera, if it has one."""
    return _camera_view(scene, scene.camera)


def viewport_fov_rad(lens_mm: float, aspect: float) -> float:
    """Vertical field of view of a perspective viewport.

    The lens spans the longer side of the region: tan(fov / 2) = zoom * sensor / (2 * lens) there.
    Source: `BKE_camera_params_from_view3d` and `BKE_camera_params_compute_viewplane` of Blender;
    equal to the window matrix of 4.3.2.

    Args:
        lens_mm: Focal length of the viewport.
        aspect: Width by height of the region.
    """
    longer_side = _VIEWPORT_ZOOM * _SENSOR_MM / (2.0 * lens_mm)
    return 2.0 * math.atan(longer_side / max(aspect, 1.0))


def viewports(
    scene: bpy.types.Scene,
) -> Iterator[tuple[bpy.types.SpaceView3D, bpy.types.Region]]:
    """Find every 3D viewport, in any window, that shows `scene`."""
    return ((area.spaces.active, region) for area, region in areas(scene))


def areas(scene: bpy.types.Scene) -> Iterator[tuple[bpy.types.Area, bpy.types.Region]]:
    """Find the area of every such viewport, with its main region."""
    manager = bpy.context.window_manager
    for window in manager.windows if manager else ():
        if window.scene != scene:
            continue
        for area in window.screen.areas:
            if area.type == "VIEW_3D":
                yield area, next(region for region in area.regions if region.type == "WINDOW")


def any_viewport() -> tuple[bpy.types.SpaceView3D, bpy.types.Region] | None:
    """Find a 3D viewport, whatever scene it shows."""
    manager = bpy.context.window_manager
    scenes = [window.scene for window in manager.windows] if manager else []
    return next((found for scene in scenes for found in viewports(scene)), None)


def matrices(view: View, aspect: float, clip_m: tuple[float, float]) -> tuple[Matrix, Matrix]:
    """World to eye, and the projection of a picture of another shape but the same height.

    Source: OpenGL 2.1, glFrustum and glOrtho, of a volume that lies evenly about the axis.

    Args:
        aspect: Of the picture, width by height.
        clip_m: How near and how far from the eye things are drawn.
    """
    forward, up = Vector(view.forward), Vector(view.up)
    turn = Matrix((forward.cross(up), up, -forward))  # rows: the eye's axes in the world
    to_eye = turn.to_4x4() @ Matrix.Translation(-Vector(view.eye))
    near, far = clip_m
    if view.parallel_height_m > 0.0:
        half = view.parallel_height_m / 2.0
        depth, shift = -2.0 / (far - near), -(far + near) / (far - near)
        rows = (
            (1.0 / (half * aspect), 0, 0, 0),
            (0, 1.0 / half, 0, 0),
            (0, 0, depth, shift),
            (0, 0, 0, 1),
        )
    else:
        half = math.tan(view.vertical_fov_rad / 2.0)
        depth, shift = -(far + near) / (far - near), -2.0 * far * near / (far - near)
        rows = (
            (1.0 / (half * aspect), 0, 0, 0),
            (0, 1.0 / half, 0, 0),
            (0, 0, depth, shift),
            (0, 0, -1, 0),
        )
    return to_eye, Matrix(rows)


def _viewport_view(space: bpy.types.SpaceView3D, region: bpy.types.Region) -> View:
    region_3d = space.region_3d
    rotation = region_3d.view_rotation.normalized()
    eye = region_3d.view_location + rotation @ Vector((0.0, 0.0, region_3d.view_distance))
    aspect = region.width / max(region.height, 1)
    fov = viewport_fov_rad(space.lens, aspect)
    is_parallel = region_3d.view_perspective == "ORTHO"
    # A parallel view shows at every depth what perspective shows at the point it turns about.
    height = 2.0 * region_3d.view_distance * math.tan(fov / 2.0) if is_parallel else 0.0
    view = _looking(eye, rotation.to_matrix(), fov, aspect, "viewport", height)
    return replace(view, pivot_distance_m=region_3d.view_distance)


def _camera_view(scene: bpy.types.Scene, camera: bpy.types.Object | None) -> View | None:
    if camera is None or camera.type != "CAMERA":
        return None
    # Right, top, depth of the frame in the camera's space; it minds sensor fit and shape of pixels.
    frame = camera.data.view_frame(scene=scene)
    width = max(corner.x for corner in frame) - min(corner.x for corner in frame)
    height = max(corner.y for corner in frame) - min(corner.y for corner in frame)
    depth = max(abs(frame[0].z), 1e-9)
    is_parallel = camera.data.type == "ORTHO"
    world = named_objects.world_matrix(camera, named_objects.view_layer_of(scene))
    turn = world.to_3x3().normalized()
    return _looking(
        world.translation,
        turn,
        2.0 * math.atan(height / (2.0 * depth)),
        width / max(height, 1e-9),
        "camera",
        height if is_parallel else 0.0,
    )


def _looking(
    eye: Vector, turn: Matrix, fov_rad: float, aspect: float, source: str, parallel_height_m: float
) -> View:
    """A view from `eye` along the negative Z axis of `turn`, as cameras look in Blender."""
    forward, up = turn @ Vector((0.0, 0.0, -1.0)), turn @ Vector((0.0, 1.0, 0.0))
    return View(tuple(eye), tuple(forward), tuple(up), fov_rad, aspect, source, parallel_height_m)
