"""How a scripted learner moves things: by Blender's own operators, each counted, and the view by hand."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import bpy
from mathutils import Quaternion, Vector

SETTLING_SECONDS = 0.1
"""Between arriving at a view and standing still there."""


class Hands:
    """Does what a learner's hands would do, in the 3D viewport of the first window.

    Attributes:
        bpy_calls: Operators called.
        actions: What was done, as sentences.
    """

    def __init__(self) -> None:
        self.bpy_calls = 0
        self.actions: list[str] = []

    @property
    def _viewport(self) -> tuple[bpy.types.Window, bpy.types.Area]:
        window = bpy.context.window_manager.windows[0]
        return window, next(area for area in window.screen.areas if area.type == "VIEW_3D")

    def operate(
        self, operator: Callable[..., Any], *, may_do_nothing: bool = False, **arguments: Any
    ) -> None:
        """Call an operator with the viewport as its context.

        Raises:
            RuntimeError: It was cancelled, unless it may find nothing to do.
        """
        window, area = self._viewport
        region = next(region for region in area.regions if region.type == "WINDOW")
        with bpy.context.temp_override(window=window, area=area, region=region):
            result = operator(**arguments)
        self.bpy_calls += 1
        if "FINISHED" not in result and not may_do_nothing:
            raise RuntimeError(f"{operator} did not finish: {result}")

    def transform(self, operator: Callable[..., Any], **arguments: Any) -> None:
        """Call an operator that moves, turns or scales by given values.

        It needs no viewport for that, and without a window Blender 4.2 crashes where it has one.

        Raises:
            RuntimeError: It was cancelled.
        """
        with bpy.context.temp_override(window=self._viewport[0], area=None, region=None):
            result = operator(**arguments)
        self.bpy_calls += 1
        if "FINISHED" not in result:
            raise RuntimeError(f"{operator} did not finish: {result}")

    def pick(self, *names: str) -> bpy.types.Object:
        """Select these objects, and them alone; the last one is the active one, and returned."""
        self.operate(bpy.ops.object.select_all, may_do_nothing=True, action="DESELECT")
        layer = self._viewport[0].view_layer
        for name in names:
            layer.objects[name].select_set(True)
            layer.objects.active = layer.objects[name]
        layer.update()
        return layer.objects[names[-1]]

    def put(self, name: str, pose: Mapping[str, Sequence[float]]) -> None:
        """Move and rotate an object into a pose {location [m], rotation [w, x, y, z]}."""
        thing = self.pick(name)
        self.actions.append(f"put {name}")
        way = Vector(pose["location"]) - thing.matrix_world.translation
        self.transform(bpy.ops.transform.translate, value=way[:], orient_type="GLOBAL")
        turn = Quaternion(pose["rotation"]) @ thing.matrix_world.to_quaternion().inverted()
        for axis, angle in zip("XYZ", turn.to_euler("XYZ"), strict=True):
            if abs(angle) > 1e-6:
                self._rotate(angle, axis, "GLOBAL")

    def turn(self, name: str, degrees: float) -> None:
        """Turn an object clockwise as seen from the end of its own +Z axis."""
        self.pick(name)
        self.actions.append(f"turn {name} by {degrees:g} degrees")
        self._rotate(-math.radians(degrees), "Z", "LOCAL")

    def _rotate(self, angle_rad: float, axis: str, orientation: str) -> None:
        """Rotate what is selected, right-hand positive about the axis.

        Without the constraint the operator takes its value with the opposite sign.
        """
        self.transform(
            bpy.ops.transform.rotate,
            value=angle_rad,
            orient_axis=axis,
            orient_type=orientation,
            constraint_axis=tuple(name == axis for name in "XYZ"),
        )

    def look(self, eye: Sequence[float], target: Sequence[float], seconds: float) -> None:
        """Look from `eye` to `target` (metres), as after orbiting the view, for some time.

        In a window a timer follows the view; without one, redrawing what is looked at does.
        """
        self.actions.append("orbit the view")
        window, area = self._viewport
        view = area.spaces[0].region_3d
        towards = Vector(target) - Vector(eye)
        view.view_perspective = "PERSP"
        view.view_location = Vector(target)
        view.view_distance = towards.length
        view.view_rotation = towards.to_track_quat("-Z", "Y")
        for pause_seconds in (SETTLING_SECONDS, seconds):
            time.sleep(pause_seconds)
            window.scene.camera.update_tag()
            window.view_layer.update()
