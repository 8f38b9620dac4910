"""A person's hand: clicks on what can be seen, drags and types, while Blender's loop runs on."""

import math
import subprocess
from collections.abc import Generator

import bpy
from bpy_extras import view3d_utils
from mathutils import Vector
from screen import Screen, sidebar, viewport, window, xdotool

Steps = Generator[float, None, None]
TURN_SECONDS = 0.02
KEY_MILLISECONDS = 30
CLICK_SECONDS = 0.1
CLICK_TURNS_MAX = 10
"""A window that has just drawn something else takes a click later."""
LOOK_SECONDS = 1.0
"""The view turns smoothly, and a click on the way would hit something else."""
EDGE_PIXELS = 60
"""Gizmos and the header lie along the region's edges."""
LOOKS = ("KP_3", "KP_1", "ctrl+KP_3", "ctrl+KP_1", "KP_7")
"""From where else an object may be seen: right, front, left, back, above."""
SHOW_ALL = "Home"
"""Where the view is so near that the object lies outside of it."""
SAMPLES = 200
DRAG_PIXELS = 60
"""From one position of the mouse to the next, in a drag."""


def type_keys(keys: list[str]) -> Steps:
    """Press keys one after another, with the mouse where it is."""
    typing = subprocess.Popen(["xdotool", "key", "--delay", str(KEY_MILLISECONDS), *keys])
    while typing.poll() is None:
        yield TURN_SECONDS
    assert typing.returncode == 0, "xdotool could not type"
    yield TURN_SECONDS


def number(value: float) -> list[str]:
    """The keys of a number, to a tenth of a millimetre."""
    names = {"-": "minus", ".": "period"}
    return [names.get(character, character) for character in f"{value:.4f}"]


def move(screen: Screen, name: str, to: tuple[float, float, float]) -> Steps:
    """Click on an object and move it to a place (metres): G, the way along each axis, Return."""
    yield from pick(screen, name)
    way = Vector(to) - bpy.data.objects[name].matrix_world.translation
    keys = ["g"]
    for part in way:
        keys += [*number(part), "Tab"]
    yield from type_keys([*keys[:-1], "Return"])


def rotate(screen: Screen, name: str, axis: str, degrees: float) -> Steps:
    """Click on an object and turn it: R, the axis (twice for its own), the angle, Return."""
    yield from pick(screen, name)
    yield from type_keys(["r", *axis, *number(degrees), "Return"])


def pick(screen: Screen, name: str) -> Steps:
    """Click on an object where it can be seen, from another side if need be; it alone is selected."""
    met = []
    for look in ("", *LOOKS, SHOW_ALL, *LOOKS):
        if look:
            screen.press_over_viewport(look)
            yield LOOK_SECONDS
        place = visible_place(name)
        if place is None:
            met.append(f"{look or 'as it was'}: not in sight")
            continue
        click_at(*place)
        for _ in range(CLICK_TURNS_MAX):
            yield CLICK_SECONDS
            chosen = [thing.name for thing in window().view_layer.objects.selected]
            if chosen == [name]:
                return
        met.append(f"{look or 'as it was'}: {chosen} at {place}")
    screen.picture(f"not_clicked_{name.replace(' ', '_')}")
    raise AssertionError(f"{name} can be clicked on from nowhere: " + "; ".join(met))


def visible_place(name: str) -> tuple[int, int] | None:
    """A pixel of the main region that shows the object; in the middle of what shows of it."""
    thing = bpy.data.objects[name]
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    view = viewport().spaces.active.region_3d
    right = sidebar().x - region.x - EDGE_PIXELS
    faces = thing.data.polygons
    shown = []
    for face in list(faces)[:: max(1, len(faces) // SAMPLES)]:
        point = thing.matrix_world @ face.center
        at = view3d_utils.location_3d_to_region_2d(region, view, point)
        if (
            at is None
            or not EDGE_PIXELS < at.x < right
            or not 0 < at.y < region.height - EDGE_PIXELS
        ):
            continue
        if _seen_at(region, view, at) == name:
            shown.append(at)
    if not shown:
        return None
    middle = sum(shown, Vector((0, 0))) / len(shown)
    at = min(shown, key=lambda one: (one - middle).length)
    return region.x + round(at.x), region.y + round(at.y)


def _seen_at(region: bpy.types.Region, view: bpy.types.RegionView3D, at: Vector) -> str:
    eye = view3d_utils.region_2d_to_origin_3d(region, view, at)
    ray = view3d_utils.region_2d_to_vector_3d(region, view, at)
    graph = window().view_layer.depsgraph
    found = window().scene.ray_cast(graph, eye, ray)
    return found[4].name if found[0] else ""


def click_at(x: int, y: int) -> None:
    """Click with the left button at a pixel, counted from the window's lower left."""
    xdotool("mousemove", str(x), str(window().height - y), "click", "1")


def drag_middle(right: int, up: int, *modifiers: str) -> Steps:
    """Drag with the middle button over the scene: it orbits, and with Shift it pans."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    x, y = region.x + region.width // 3, window().height - region.y - region.height // 2
    xdotool("mousemove", str(x), str(y))
    for key in modifiers:
        xdotool("keydown", key)
    xdotool("mousedown", "2")
    yield TURN_SECONDS
    parts = max(1, round(math.hypot(right, up) / DRAG_PIXELS))
    for part in range(1, parts + 1):
        xdotool("mousemove", str(x + right * part // parts), str(y - up * part // parts))
        yield TURN_SECONDS
    xdotool("mouseup", "2")
    for key in modifiers:
        xdotool("keyup", key)
    yield CLICK_SECONDS


def turn_wheel(clicks: int) -> Steps:
    """Turn the wheel over the scene: nearer, or farther if negative."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    x, y = region.x + region.width // 3, window().height - region.y - region.height // 2
    xdotool("mousemove", str(x), str(y))
    for _ in range(abs(clicks)):
        xdotool("click", "4" if clicks > 0 else "5")
        yield TURN_SECONDS
