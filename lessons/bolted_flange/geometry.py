"""Builds the flange joint in the open file: one collection, named objects, units ready to start.

Needs nothing but bpy data: works in Blender 4.2 to 5.2, in the background, from an empty file.
The same call always gives the same geometry. Main thread only.
"""

from __future__ import annotations

import bpy

from . import dimensions as d
from . import fixtures, hints, joint, poses, stage
from .poses import Pose

COLLECTION = "Flange joint"
PARTS = "Flange joint parts"
STAGE = "Flange joint stage"
MARKERS = "Flange joint markers"
HINTS = "Flange joint hints"
LABEL_HEIGHT = 0.0150
LABEL_OFFSET = 14.0
"""Degrees clockwise from a bolt to its painted number: clear of the washer, nearest to its own."""


def build(scene: bpy.types.Scene) -> bpy.types.Collection:
    """Makes the collection `Flange joint`, links it to the scene, and starts the first unit.

    Sets the scene's camera, world and metric units. Objects are as at the start of the unit
    `find_serial_plate`.

    Errors: ValueError if the file already has a collection of that name.
    """
    if bpy.data.collections.get(COLLECTION) is not None:
        raise ValueError(f"the file already has a collection named '{COLLECTION}'")
    root = _collection(COLLECTION, scene.collection)
    parts, around = _collection(PARTS, root), _collection(STAGE, root)
    _joint(parts)
    _fixtures(parts)
    _stage(around)
    _markers(_collection(MARKERS, root))
    hints.build(_collection(HINTS, root))
    scene.camera = bpy.data.objects["Lesson camera"]
    scene.world = stage.world()
    scene.unit_settings.system, scene.unit_settings.length_unit = "METRIC", "MILLIMETERS"
    start_unit("find_serial_plate")
    return root


def start_unit(unit_id: str) -> None:
    """Puts every movable object where it is when the unit starts.

    Errors: KeyError for an unknown unit, or if an object of the lesson is missing.
    """
    for name, pose in poses.start_poses(unit_id).items():
        apply_pose(bpy.data.objects[name], pose)


def apply_pose(thing: bpy.types.Object, pose: Pose) -> None:
    """Moves, turns and shows or hides one object; world metres, so it must have no parent."""
    thing.rotation_mode = "QUATERNION"
    thing.location, thing.rotation_quaternion = pose.location, pose.rotation
    thing.hide_viewport = thing.hide_render = pose.hidden


def _collection(name: str, parent: bpy.types.Collection) -> bpy.types.Collection:
    made = bpy.data.collections.new(name)
    parent.children.link(made)
    return made


def _add(
    home: bpy.types.Collection,
    name: str,
    data: bpy.types.ID | None,
    pose: Pose,
    *,
    fixed: bool = False,
) -> bpy.types.Object:
    """One object in the collection; a fixed one cannot be moved by hand."""
    made = bpy.data.objects.new(name, data)
    home.objects.link(made)
    apply_pose(made, pose)
    made.lock_location = made.lock_rotation = made.lock_scale = (fixed, fixed, fixed)
    made.lock_rotation_w = fixed
    return made


def _joint(home: bpy.types.Collection) -> None:
    """Flanges with their pipes, gasket, bolts and the painted numbers."""
    fixed = joint.flange_mesh("Fixed flange", -d.FIXED_PIPE_END, capped=True)
    _add(home, "Fixed flange", fixed, poses.FIXED_FLANGE, fixed=True)
    mesh = joint.flange_mesh("Spool flange", d.SPOOL_PIPE_END, capped=False)
    spool = _add(home, "Spool flange", mesh, poses.SPOOL_CLOSED)
    _add(home, "Gasket", joint.gasket_mesh(), poses.GASKET_SEAT)
    bolt = joint.bolt_mesh()
    for number in range(1, d.BOLT_COUNT + 1):
        _add(home, poses.bolt_name(number), bolt, poses.bolt_in_hole(number))
        x, y = d.on_circle(d.BOLT_CIRCLE_RADIUS, d.bolt_angle(number) + LABEL_OFFSET)
        words = fixtures.label_mesh(str(number), LABEL_HEIGHT)
        place = Pose((x, y, d.FLANGE_THICKNESS - 0.0002))
        _add(home, f"Bolt label {number}", words, place, fixed=True).parent = spool


def _fixtures(home: bpy.types.Collection) -> None:
    """Guard, serial plate and the places on the bench."""
    _add(home, "Guard", fixtures.guard_mesh(), poses.GUARD_ON)
    plate = fixtures.serial_plate_mesh()
    _add(home, "Serial plate", plate, poses.SERIAL_PLATE, fixed=True)
    bands = fixtures.plate_bands_mesh()
    _add(home, "Serial plate bands", bands, poses.SERIAL_PLATE, fixed=True)
    places = (
        ("Guard tray", fixtures.guard_tray_mesh(), d.GUARD_TRAY_AT),
        ("Bolt tray", fixtures.bolt_tray_mesh(), d.BOLT_TRAY_AT),
        ("Gasket rest", fixtures.gasket_rest_mesh(), d.GASKET_REST_AT),
    )
    for name, mesh, where in places:
        _add(home, name, mesh, Pose((*where, d.BENCH_TOP)), fixed=True)


def _stage(home: bpy.types.Collection) -> None:
    """What the joint stands on and is lit by. Not selectable: it is no part of any task."""

    def place(name: str, data: bpy.types.ID | None) -> bpy.types.Object:
        made = _add(home, name, data, Pose((0.0, 0.0, 0.0)))
        made.hide_select = True
        return made

    place("Workbench", stage.bench_mesh()).location = (*stage.BENCH_CENTRE, 0.0)
    place("Floor", stage.floor_mesh())
    supports = (
        ("Fixed support", stage.fixed_support_mesh(), d.FIXED_SUPPORT_X),
        ("Spool support", stage.spool_support_mesh(), d.SPOOL_SUPPORT_X),
    )
    for name, mesh, x in supports:
        place(name, mesh).location = (x, 0.0, d.BENCH_TOP)
    stage.lights(place)
    stage.camera(place)


def _markers(home: bpy.types.Collection) -> None:
    """The gasket's target pose and the two regions, as empties."""
    seat = _add(home, "Gasket seat", None, poses.GASKET_SEAT, fixed=True)
    seat.empty_display_type, seat.empty_display_size = "ARROWS", 0.05
    zones = (
        # The middle of a guard that stands lies 0.173 m above the bench.
        ("Guard zone", d.GUARD_TRAY_AT, d.GUARD_TRAY_SIZE, 0.045, 0.14, 0.21),
        ("Bolt zone", d.BOLT_TRAY_AT, d.BOLT_TRAY_SIZE, 0.0, 0.0, 0.14),
    )
    for name, (x, y), size, margin, low, high in zones:
        height = high - low
        middle = Pose((x, y, d.BENCH_TOP + (low + high) / 2))
        zone = _add(home, name, None, middle, fixed=True)
        zone.empty_display_type, zone.empty_display_size = "CUBE", 1.0
        zone.scale = (size[0] / 2 - margin, size[1] / 2 - margin, height / 2)
