"""The curriculum by real mouse and keys: links, frames, titles, and from a node to its scene."""

import json
from collections.abc import Callable, Generator
from typing import Any

import bpy
from blender_tests_support import addon
from hand import type_keys
from person import begin, run
from screen import Screen, xdotool

Steps = Generator[float, None, None]
DRAWN_SECONDS = 0.4
LOOKED_SECONDS = 1.2  # until the lesson was read and drawn again
DRAG_PARTS = 12
HEADER_PIXELS = 10.0  # from a node's top into its header, at an interface scale of 1
OUTPUT_PIXELS = 33.0  # from a node's top to its output
INPUT_PIXELS = 15.0  # from its input to its bottom
ASKS_FOR_THE_LABEL = (5, 0, 0)
"""Since when Blender's Frame asks for its label, and by another key."""
Pixel = tuple[int, int]


class Editor:
    """The node editor with the curriculum, in the window that was opened last."""

    @property
    def window(self) -> bpy.types.Window:
        """Its window."""
        return bpy.context.window_manager.windows[-1]

    @property
    def area(self) -> bpy.types.Area:
        """Its area."""
        return max(self.window.screen.areas, key=lambda area: area.width * area.height)

    @property
    def region(self) -> bpy.types.Region:
        """Where the nodes are."""
        return next(region for region in self.area.regions if region.type == "WINDOW")

    def node(self, unit_id: str) -> bpy.types.Node:
        """The node of a unit."""
        unit = addon("runtime").view().lesson.unit(unit_id)
        tree = self.area.spaces.active.edit_tree
        return addon("scene.curriculum_tree").unit_nodes(tree)[unit.key]

    def frames(self) -> list[bpy.types.Node]:
        """The frames around units."""
        nodes = self.area.spaces.active.edit_tree.nodes
        return [node for node in nodes if node.bl_idname == "NodeFrame"]

    def show_all(self) -> None:
        """Have all nodes in sight."""
        with bpy.context.temp_override(window=self.window, area=self.area, region=self.region):
            bpy.ops.node.view_all()

    def header(self, unit_id: str) -> Pixel:
        """The middle of a node's header on the screen."""
        return self._pixel(unit_id, 0.5, lambda height, scale: -HEADER_PIXELS * scale)

    def output(self, unit_id: str) -> Pixel:
        """A node's output on the screen."""
        return self._pixel(unit_id, 1.0, lambda height, scale: -OUTPUT_PIXELS * scale)

    def input(self, unit_id: str) -> Pixel:
        """A node's input on the screen."""
        return self._pixel(unit_id, 0.0, lambda height, scale: INPUT_PIXELS * scale - height)

    def _pixel(self, unit_id: str, across: float, down: Callable[[float, float], float]) -> Pixel:
        node = self.node(unit_id)
        scale = bpy.context.preferences.system.ui_scale
        x, y = addon("scene.curriculum_tree").absolute(node)
        in_tree = (
            x * scale + node.width * scale * across,
            y * scale + down(node.dimensions.y, scale),
        )
        at = self.region.view2d.view_to_region(*in_tree, clip=False)
        screen_height = bpy.context.window_manager.windows[0].height
        left, bottom = self.window.x + self.region.x, self.window.y + self.region.y
        return (left + at[0], screen_height - bottom - at[1])


def drag(start: Pixel, end: Pixel, button: str = "1", *modifiers: str) -> Steps:
    """Drag with a button, the left one unless another is named."""
    xdotool("mousemove", *map(str, start))
    yield DRAWN_SECONDS
    for key in modifiers:
        xdotool("keydown", key)
    xdotool("mousedown", button)
    yield 0.1
    for part in range(1, DRAG_PARTS + 1):
        at = [a + (b - a) * part // DRAG_PARTS for a, b in zip(start, end, strict=True)]
        xdotool("mousemove", *map(str, at))
        yield 0.05
    yield DRAWN_SECONDS
    xdotool("mouseup", button)
    for key in modifiers:
        xdotool("keyup", key)
    yield DRAWN_SECONDS


def press(at: Pixel, *keys: str) -> Steps:
    """Press keys with the mouse at a place."""
    xdotool("mousemove", *map(str, at))
    yield DRAWN_SECONDS
    for key in keys:
        xdotool("key", key)
        yield DRAWN_SECONDS


def open_curriculum(screen: Screen) -> Generator[float, None, Editor]:
    """The example lesson's curriculum in a window of its own."""
    for other in bpy.context.window_manager.windows[1:]:
        with bpy.context.temp_override(window=other):
            bpy.ops.wm.window_close()
    yield from begin(screen)
    run("lesson_add_example")
    run("curriculum_show")
    yield LOOKED_SECONDS
    editor = Editor()
    editor.show_all()
    yield DRAWN_SECONDS
    return editor


def needed(unit_id: str) -> list[str]:
    """What a unit's scene says that it needs."""
    scenes = (one for one in bpy.data.scenes if one.get("learning_unit_id") == unit_id)
    return list(json.loads(next(scenes)["prerequisites"]))


def scene_value(unit_id: str, key: str) -> Any:
    """A custom property of a unit's scene."""
    scenes = (one for one in bpy.data.scenes if one.get("learning_unit_id") == unit_id)
    return next(scenes).get(key)


def a_link_is_drawn_and_taken_back_by_hand(screen: Screen) -> Steps:
    editor = yield from open_curriculum(screen)
    screen.picture("curriculum")
    assert needed("seat_gasket") == ["remove_guard"], needed("seat_gasket")

    yield from drag(editor.output("find_serial_plate"), editor.input("seat_gasket"))
    yield LOOKED_SECONDS
    screen.picture("curriculum_linked")
    assert needed("seat_gasket") == ["remove_guard", "find_serial_plate"], needed("seat_gasket")

    yield from press(editor.header("seat_gasket"), "ctrl+z")
    yield LOOKED_SECONDS
    assert needed("seat_gasket") == ["remove_guard"], "one step takes back link and prerequisite"
    assert len(editor.area.spaces.active.edit_tree.links) == 3

    x = (editor.output("remove_guard")[0] + editor.input("seat_gasket")[0]) // 2
    y = editor.output("remove_guard")[1]
    yield from drag((x, y - 40), (x, y + 80), "3", "ctrl")
    yield LOOKED_SECONDS
    assert needed("seat_gasket") == [], "the link was cut"


def a_link_that_closes_a_cycle_vanishes_under_the_hand(screen: Screen) -> Steps:
    editor = yield from open_curriculum(screen)
    yield from drag(editor.output("tighten_star"), editor.input("find_serial_plate"))
    screen.picture("curriculum_cycle")
    assert len(editor.area.spaces.active.edit_tree.links) == 3
    assert needed("find_serial_plate") == []
    problem = addon("runtime").view().problem
    assert problem.count("→") == 3, problem


def units_are_framed_named_opened_and_come_back_by_hand(screen: Screen) -> Steps:
    editor = yield from open_curriculum(screen)
    at = editor.header("remove_guard")
    xdotool("mousemove", *map(str, at), "click", "1")
    yield DRAWN_SECONDS
    if bpy.app.version >= ASKS_FOR_THE_LABEL:
        yield from press(at, "f")
        screen.picture("curriculum_asked")
        yield from type_keys([*"Safety", "Return"])
        yield DRAWN_SECONDS
        yield from type_keys(["Escape" if editor.frames() else "Return"])
    else:
        yield from press(at, "ctrl+j")
        editor.frames()[0].label = "Safety"
    yield LOOKED_SECONDS
    assert scene_value("remove_guard", "malloc_vr_module") == "Safety"
    screen.picture("curriculum_module")

    at = editor.header("seat_gasket")
    xdotool("mousemove", *map(str, at), "click", "1")
    yield DRAWN_SECONDS
    yield from press(at, "x")
    yield LOOKED_SECONDS
    assert needed("tighten_star") == ["seat_gasket"]
    assert editor.node("seat_gasket") is not None, "a unit is there as long as its scene is"
    screen.picture("curriculum_deleted")

    at = editor.header("remove_guard")
    xdotool("mousemove", *map(str, at))
    yield DRAWN_SECONDS
    xdotool("click", "--repeat", "2", "--delay", "60", "1")
    yield LOOKED_SECONDS
    shown = bpy.context.window_manager.windows[0].scene
    assert shown["learning_unit_id"] == "remove_guard", shown.name
    screen.picture("curriculum_entered")


ALL = (
    a_link_is_drawn_and_taken_back_by_hand,
    a_link_that_closes_a_cycle_vanishes_under_the_hand,
    units_are_framed_named_opened_and_come_back_by_hand,
)
