"""The stage around the joint: workbench, supports, floor, lights, world and camera. Metres."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, radians, sqrt

import bpy
from mathutils import Matrix, Vector
from workshop.shape import Shape, arc, at, chamfered

from . import dimensions as d

BENCH_SIZE = (1.38, 0.88)
BENCH_CENTRE = (-0.02, -0.155)
TOP_THICKNESS = 0.042
BOARDS = 6
CAMERA_EYE = (1.30, -1.32, 1.70)
CAMERA_TARGET = (-0.055, -0.135, 0.895)
CAMERA_LENS_MM = 50.0


def bench_mesh() -> bpy.types.Mesh:
    """A bench of six boards on a steel frame; its origin stands on the floor."""
    shape = Shape()
    width, depth = BENCH_SIZE
    board = depth / BOARDS
    for i in range(BOARDS):
        centre = (0.0, -depth / 2 + board * (i + 0.5), d.BENCH_TOP - TOP_THICKNESS / 2)
        size = (width, board - 0.0012, TOP_THICKNESS)
        shape.box(centre, size, "Bench wood", bevel=0.0025)
    under = d.BENCH_TOP - TOP_THICKNESS
    leg_x, leg_y = width / 2 - 0.09, depth / 2 - 0.08
    for x in (-leg_x, leg_x):
        for y in (-leg_y, leg_y):
            shape.box((x, y, under / 2), (0.06, 0.06, under), "Bench frame", bevel=0.004)
            shape.box((x, y, 0.005), (0.09, 0.09, 0.010), "Bench frame", bevel=0.002)
        for z in (under - 0.03, 0.16):
            size = (0.05, 2 * leg_y - 0.06, 0.05)
            shape.box((x, 0, z), size, "Bench frame", bevel=0.004)
    for y in (-leg_y, leg_y):
        size = (2 * leg_x - 0.06, 0.05, 0.06)
        shape.box((0, y, under - 0.03), size, "Bench frame", bevel=0.004)
    shape.box((0, 0, 0.195), (2 * leg_x + 0.05, 2 * leg_y + 0.05, 0.02), "Tray grey", bevel=0.003)
    return shape.mesh("Workbench")


def fixed_support_mesh() -> bpy.types.Mesh:
    """A post with a cradle and two U-bolts; its origin stands on the bench under the pipe."""
    shape = Shape()
    _base(shape)
    axis = d.AXIS_HEIGHT - d.BENCH_TOP
    cradle_top = axis - d.PIPE_RADIUS
    shape.box(
        (0, 0, (cradle_top + 0.006) / 2),
        (0.050, 0.060, cradle_top - 0.010),
        "Support grey",
        bevel=0.003,
    )
    inner = arc((0, axis), d.PIPE_RADIUS + 0.0002, 215, 325, 28)
    outer = arc((0, axis), d.PIPE_RADIUS + 0.008, 325, 215, 28)
    _extrude_x(shape, inner + outer, 0.045, "Support grey")
    for side in (-1, 1):
        shape.box(
            (0, side * 0.063, axis - 0.046), (0.086, 0.040, 0.008), "Support grey", bevel=0.0012
        )
    for x in (-0.026, 0.026):
        _u_bolt(shape, x, axis)
    return shape.mesh("Fixed support")


def _base(shape: Shape) -> None:
    """Base plate with four bolt heads."""
    shape.box((0, 0, 0.005), (0.130, 0.165, 0.010), "Support grey", bevel=0.002)
    for x in (-0.048, 0.048):
        for y in (-0.066, 0.066):
            head = [(0.008, 0.009), (0.008, 0.014), (0.006, 0.0165), (1e-7, 0.017)]
            shape.lathe(head, "Bolt steel", segments=24, frame=at(x, y))


def _extrude_x(
    shape: Shape, outline: list[tuple[float, float]], half: float, material: str
) -> None:
    """A YZ outline drawn along X from -half to +half."""
    section = [(y, z) for y, z in outline]
    path = [Vector((-half, 0, 0)), Vector((half, 0, 0))]
    shape.sweep(section, path, Vector((0, 1, 0)), material)


def _u_bolt(shape: Shape, x: float, axis: float) -> None:
    """A U-bolt over the pipe with its two nuts under the cradle's ears."""
    reach, foot = d.PIPE_RADIUS + 0.0052, axis - 0.072
    outline = [(-reach, foot), *arc((0.0, axis), reach, 180, 0, 32), (reach, foot)]
    path = [Vector((x, y, z)) for y, z in outline]
    shape.bar(path, 0.005, Vector((1, 0, 0)), "Bolt steel")
    for y in (-reach, reach):
        for z in (axis - 0.059, axis - 0.042):
            nut = [(1e-7, z), (0.0095, z), (0.0095, z + 0.009), (1e-7, z + 0.009)]
            shape.lathe(chamfered(nut, 0.001), "Nut steel", segments=6, frame=at(x, y))


def spool_support_mesh() -> bpy.types.Mesh:
    """A fork with a hollow roller, so that the spool can slide along its axis."""
    shape = Shape()
    _base(shape)
    axis = d.AXIS_HEIGHT - d.BENCH_TOP
    drop, half = d.PIPE_RADIUS + 0.014, 0.044
    roller_z = axis - drop
    across = [half * (i / 10 - 1) for i in range(21)]
    hollow = [(drop - sqrt(d.PIPE_RADIUS**2 - y * y), y) for y in across]
    rim = hollow[0][0]
    profile = [(1e-7, -half - 0.004), (rim, -half - 0.004), *hollow]
    profile += [(rim, half + 0.004), (1e-7, half + 0.004)]
    turned = at(z=roller_z) @ Matrix.Rotation(-pi / 2, 4, "X")
    shape.lathe(profile, "Handle black", frame=turned)
    pin = [(1e-7, -0.066), (0.007, -0.066), (0.007, 0.066), (1e-7, 0.066)]
    shape.lathe(pin, "Bolt steel", segments=32, frame=turned)
    for side in (-1, 1):
        height = roller_z + 0.022
        shape.box(
            (0, side * 0.056, height / 2), (0.052, 0.007, height), "Support grey", bevel=0.002
        )
    shape.box((0, 0, 0.028), (0.046, 0.108, 0.036), "Support grey", bevel=0.002)
    return shape.mesh("Spool support")


def floor_mesh() -> bpy.types.Mesh:
    """A disc wide enough that the camera never sees its edge."""
    shape = Shape()
    rim = [Vector((40 * x, 40 * y, 0.0)) for x, y in arc((0, 0), 1.0, 0, 354, 59)]
    shape.face(rim, "Floor")
    return shape.mesh("Floor")


def lights(place: Callable[[str, bpy.types.ID | None], bpy.types.Object]) -> None:
    """Soft area lights: key and fill in front, a strip above the pipe, two from behind.

    Args:
        place: makes an object of that name with that data in the stage's collection.
    """
    table = (
        ("Key light", (-1.5, -2.0, 2.9), (1.5, 1.1), 52.0, (1.0, 0.955, 0.90)),
        ("Strip light", (0.1, 0.35, 2.35), (2.4, 0.35), 30.0, (1.0, 0.98, 0.96)),
        ("Rim light", (1.9, 1.9, 2.1), (1.0, 1.4), 46.0, (0.86, 0.93, 1.0)),
        ("Fill light", (2.5, -1.7, 1.6), (1.6, 1.4), 15.0, (0.93, 0.96, 1.0)),
        ("Back light", (-1.5, 1.8, 1.9), (1.6, 1.0), 24.0, (1.0, 0.97, 0.94)),
    )
    for name, eye, size, watts, colour in table:
        lamp = bpy.data.lights.new(name, "AREA")
        lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", *size
        lamp.energy, lamp.color = watts, colour
        aim(place(name, lamp), eye, (0.0, -0.05, 0.95))


def camera(place: Callable[[str, bpy.types.ID | None], bpy.types.Object]) -> bpy.types.Object:
    """The three-quarter view on bolt heads and trays."""
    data = bpy.data.cameras.new("Lesson camera")
    data.lens, data.clip_start = CAMERA_LENS_MM, 0.02
    made = place("Lesson camera", data)
    aim(made, CAMERA_EYE, CAMERA_TARGET)
    return made


def aim(
    thing: bpy.types.Object,
    eye: tuple[float, float, float],
    target: tuple[float, float, float],
) -> None:
    """Puts a lamp or camera at `eye`, looking at `target`, its top up."""
    view = Vector(target) - Vector(eye)
    thing.location = eye
    thing.rotation_mode = "QUATERNION"
    thing.rotation_quaternion = view.to_track_quat("-Z", "Y")


def world() -> bpy.types.World:
    """A quiet studio: light from above, darker towards the floor."""
    made = bpy.data.worlds.get("Flange studio")
    if made is not None:
        return made
    made = bpy.data.worlds.new("Flange studio")
    if bpy.app.version < (5, 0):  # later versions always have nodes, and warn
        made.use_nodes = True
    made.color = (0.20, 0.21, 0.22)
    tree = made.node_tree
    tree.nodes.clear()
    place, split = tree.nodes.new("ShaderNodeTexCoord"), tree.nodes.new("ShaderNodeSeparateXYZ")
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    background = tree.nodes.new("ShaderNodeBackground")
    output = tree.nodes.new("ShaderNodeOutputWorld")
    stops = ramp.color_ramp.elements
    stops[0].position, stops[0].color = 0.0, (0.36, 0.37, 0.385, 1.0)
    stops[1].position, stops[1].color = cos(radians(30)), (0.72, 0.745, 0.77, 1.0)
    background.inputs["Strength"].default_value = 0.62
    links = tree.links
    links.new(place.outputs["Generated"], split.inputs["Vector"])
    links.new(split.outputs["Z"], ramp.inputs["Fac"])
    links.new(ramp.outputs["Color"], background.inputs["Color"])
    links.new(background.outputs["Background"], output.inputs["Surface"])
    return made
