"""What the tests of Show Me share: a cup beside its saucer, and a hand that puts it there."""

import math
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon

WELL_M = 0.005
"""Where the saucer is lowest; its rim is at 20 mm."""

CUP_START = (0.4, 0.3, 0.0)


def mesh(name: str, corners: list[Any], faces: list[Any]) -> bpy.types.Object:
    made = bpy.data.meshes.new(name)
    made.from_pydata(corners, [], faces)
    obj = bpy.data.objects.new(name, made)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def add_saucer() -> bpy.types.Object:
    """A plate with a rim and a well."""
    outer = [(x, y, 0.02) for x, y in ((-0.08, -0.08), (0.08, -0.08), (0.08, 0.08), (-0.08, 0.08))]
    inner = [(x / 2, y / 2, WELL_M) for x, y, _ in outer]
    faces = [(4, 5, 6, 7), *[(i, (i + 1) % 4, 4 + (i + 1) % 4, 4 + i) for i in range(4)]]
    return mesh("Saucer", [*outer, *inner], faces)


def add_cup() -> bpy.types.Object:
    """A cup of which the handle lies along its X axis; it stands beside the saucer, turned."""
    half = 0.03
    corners = [(x, y, z) for z in (0.0, 0.08) for x in (-half, half) for y in (-half, half)]
    box = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    cup = mesh("Cup", corners, box)
    cup.location = CUP_START
    cup.rotation_euler.z = math.radians(70)
    return cup


class DemonstrationCase(BlenderCase):
    """A unit with a cup and a saucer in it."""

    def setUp(self) -> None:
        super().setUp()
        self.add_unit("serve", title="Serve", objectives="the cup is served")
        add_saucer()
        add_cup()
        bpy.context.view_layer.update()

    def hand(self, name: str) -> None:
        """Select an object alone, as a click does."""
        for obj in bpy.context.view_layer.objects:
            obj.select_set(obj.name == name)
        bpy.context.view_layer.objects.active = bpy.data.objects[name]

    def move(self, name: str, to: tuple[float, float, float]) -> None:
        """Move an object with Blender's own operator, as one step for Undo."""
        self.hand(name)
        at = bpy.data.objects[name].location
        way = [there - here for there, here in zip(to, at, strict=True)]
        self.assertEqual(bpy.ops.transform.translate("EXEC_DEFAULT", True, value=way), {"FINISHED"})
        bpy.context.view_layer.update()

    def turn(self, name: str, degrees: float) -> None:
        """Turn an object about the world's Z axis."""
        obj = bpy.data.objects[name]
        obj.rotation_euler.z += math.radians(degrees)
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="Rotate")

    def serve(self) -> None:
        """What the teacher does: the cup onto the saucer, its handle to the right."""
        self.move("Cup", (0.004, -0.003, WELL_M))
        self.turn("Cup", -69)

    def press(self, name: str) -> None:
        """Press one of the panel's buttons."""
        done = getattr(bpy.ops.malloc_vr, name)("EXEC_DEFAULT", True)
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def show(self) -> None:
        """Demonstrate once."""
        self.press("demonstration_start")
        self.serve()
        self.press("demonstration_stop")

    @property
    def shown(self) -> Any:
        return bpy.context.scene.malloc_vr_show_me

    def offered(self, word: str) -> Any:
        """The offer whose sentence has this in it."""
        return next(item for item in self.shown.offers if word in item.sentence)

    def following(self) -> Any:
        return addon("runtime").view().demonstration
