"""The first steps by mouse and keys, as the third hint of each unit says."""

from collections.abc import Generator

import bpy
from at_work import running
from blender_tests_support import addon
from hand import click_at, drag_middle, pick, type_keys, visible_place
from mathutils import Vector
from person import begin, context, run
from screen import Screen, viewport, window, xdotool

Steps = Generator[float, None, None]
DWELL_SECONDS = 1.5
PATIENCE_TURNS = 200
TURN_SECONDS = 0.05
DRAGS_MAX = 8
BACK_DRAG_PIXELS = 220


def until_passed(unit_id: str, screen: Screen) -> Steps:
    """The unit is passed without a button; its picture is kept, and it is left."""
    for _ in range(PATIENCE_TURNS):
        if running().passed:
            break
        yield TURN_SECONDS
    screen.picture(f"first_steps_{unit_id}_done")
    standing = {one.objective: (one.passed, one.reasons) for one in running().checkpoints}
    assert running().passed, standing
    run("session_end")
    yield DWELL_SECONDS


def start(unit_id: str, screen: Screen) -> Steps:
    """Start a unit, and look at it."""
    run("unit_start", unit_id=unit_id)
    yield DWELL_SECONDS
    assert running().unit_id == unit_id, running().unit_id
    screen.picture(f"first_steps_{unit_id}")


def look_behind(screen: Screen) -> Steps:
    for _ in range(DRAGS_MAX):
        ahead = viewport().spaces.active.region_3d.view_rotation @ Vector((0, 0, -1))
        if ahead.y < -0.7:
            return
        yield from drag_middle(BACK_DRAG_PIXELS, 0)
        yield DWELL_SECONDS / 3


def select(screen: Screen) -> Steps:
    yield from pick(screen, "Yellow ball")
    yield DWELL_SECONDS
    place = visible_place("Red cone")
    assert place is not None
    xdotool("keydown", "shift")
    click_at(*place)
    yield TURN_SECONDS
    xdotool("keyup", "shift")


def move_with_ctrl(screen: Screen) -> Steps:
    """G, X, Ctrl held while the mouse moves, a click once the wagon stands there."""
    yield from pick(screen, "Wagon")
    yield from type_keys(["g", "x"])
    xdotool("keydown", "ctrl")
    for _ in range(150):
        xdotool("mousemove_relative", "--", "6", "1")
        yield TURN_SECONDS
        if abs(bpy.data.objects["Wagon"].location.x - 2.0) < 0.001:
            break
    screen.picture("first_steps_snapped")
    xdotool("click", "1")
    yield TURN_SECONDS
    xdotool("keyup", "ctrl")


def rotate(screen: Screen) -> Steps:
    yield from pick(screen, "Arrow")
    yield from type_keys(["r", "z", "9", "0", "Return"])


def scale(screen: Screen) -> Steps:
    yield from pick(screen, "Young tree")
    yield from type_keys(["s", "2", "Return"])


def edit(screen: Screen) -> Steps:
    """Tab, 3, a click on the roof, E, the mouse up, a click, Tab."""
    yield from pick(screen, "Tower")
    yield from type_keys(["Tab"])
    yield DWELL_SECONDS
    yield from type_keys(["3"])
    yield DWELL_SECONDS / 3
    from bpy_extras import view3d_utils

    region = next(one for one in viewport().regions if one.type == "WINDOW")
    view = viewport().spaces.active.region_3d
    at = view3d_utils.location_3d_to_region_2d(region, view, Vector((0.0, 0.0, 1.5)))
    click_at(region.x + round(at.x), region.y + round(at.y))
    yield DWELL_SECONDS / 3
    yield from type_keys(["e"])
    for _ in range(12):
        xdotool("mousemove_relative", "--", "0", "-8")
        yield TURN_SECONDS
    xdotool("click", "1")
    yield DWELL_SECONDS / 3
    screen.picture("first_steps_extruded")
    yield from type_keys(["Tab"])
    print("    top at", max(v.co.z for v in bpy.data.objects["Tower"].data.vertices))


def modifier(screen: Screen) -> Steps:
    yield from pick(screen, "Egg")
    yield from type_keys(["ctrl+2"])


def material(screen: Screen) -> Steps:
    """What the tab Material does at a click is done by its property: tests find no menu entry."""
    yield from pick(screen, "Pale apple")
    with context():
        bpy.ops.object.material_slot_add()
    window().view_layer.objects.active.material_slots[0].material = bpy.data.materials["Apple Red"]


UNITS = {
    "look_around": look_behind,
    "select_things": select,
    "move_snapped": move_with_ctrl,
    "rotate_arrow": rotate,
    "scale_tree": scale,
    "edit_tower": edit,
    "add_modifier": modifier,
    "give_material": material,
}


def the_first_steps_are_done_with_the_keys_of_their_hints(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example", lesson="first_steps")
    run("learner_set", learner="ada")
    yield DWELL_SECONDS
    for unit_id, work in UNITS.items():
        yield from start(unit_id, screen)
        yield from work(screen)
        yield DWELL_SECONDS
        yield from until_passed(unit_id, screen)
    assert {one.state.value for one in addon("runtime").view().lesson.units} == {"passed"}


ALL = (the_first_steps_are_done_with_the_keys_of_their_hints,)
