"""The lines over the viewport, by a real mouse and real keys: what they say and let pass."""

from typing import Any
from unittest import mock

import bpy
from at_work import Steps, move, open_unit, running
from blender_tests_support import addon
from hand import click_at
from live_work import DWELL_SECONDS, SEEN_SECONDS, grab
from person import begin, context, run
from screen import Screen, viewport, window

DRAWS = 50
GUARD_IN_TRAY = (-0.41, -0.34, 0.002)


def layout() -> Any:
    """What is drawn over the viewport now."""
    with context():
        return addon("panels.overlay").layout_of(bpy.context)


def said() -> str:
    """All of its texts."""
    return " | ".join(text.text for text in layout().texts)


def start_flange(unit_id: str) -> None:
    """Start a unit as a pressed button does: as a step of its own for Undo."""
    open_unit(unit_id)
    with context():
        bpy.ops.ed.undo_push(message="Start")


def button(operator: str) -> tuple[int, int]:
    """Where a button of the viewport is, from the window's lower left."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    one = next(one for one in layout().buttons if one.operator == f"malloc_vr.{operator}")
    return region.x + one.x, region.y + one.y


def the_lines_follow_the_hand(screen: Screen) -> Steps:
    yield from begin(screen)
    assert said() == "", "lines while no unit runs"
    start_flange("remove_guard")
    yield SEEN_SECONDS
    assert "Remove the guard" in said() and "2/4" not in said().split(" | ")[1], said()
    assert "F5" in said() and "F7" in said(), said()
    screen.picture("overlay_started")

    yield from grab(screen, "Bolt 1", z="1")
    yield SEEN_SECONDS
    assert "✗ A bolt was moved while the guard" in said(), said()
    assert "Ctrl Z" in said(), "the slip is said without its way out"
    screen.picture("overlay_slip")

    screen.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    assert "does not count against you" in said() and "✗" not in said(), said()

    move("Guard", GUARD_IN_TRAY)
    yield DWELL_SECONDS + 2 * SEEN_SECONDS
    assert "✓ Remove the guard before any bolt" in said() and "●○" in said(), said()
    screen.picture("overlay_ticked")
    run("session_end")
    yield SEEN_SECONDS
    assert said() == "", "lines of a unit that was left"


def buttons_and_keys_work_only_while_a_unit_runs(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    yield SEEN_SECONDS
    screen.press_over_viewport("F5")
    yield SEEN_SECONDS
    assert running() is None

    run("unit_start", unit_id="find_serial_plate", learner="ada")
    yield SEEN_SECONDS
    click_at(*button("hint_show"))
    yield SEEN_SECONDS
    assert running().hints_shown == 1, "the button Hint over the viewport did nothing"
    assert "Hint 1/3" in said(), said()
    screen.picture("overlay_hint")
    screen.press_over_viewport("F5")
    yield SEEN_SECONDS
    assert running().hints_shown == 2, "the key of Hint did nothing"
    click_at(*button("unit_restart"))
    yield SEEN_SECONDS
    assert running().hints_shown == 0, "Begin Again over the viewport did nothing"
    run("session_end")
    yield SEEN_SECONDS


def a_key_is_shown_as_the_person_set_it(screen: Screen) -> Steps:
    yield from begin(screen)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    keys = bpy.context.window_manager.keyconfigs.user.keymaps["3D View"].keymap_items
    item = keys.find_from_operator("malloc_vr.hint_show")
    item.type, item.shift = "H", True
    yield SEEN_SECONDS * 2
    assert "Hint  Shift H" in said(), said()
    screen.press_over_viewport("shift+h")
    yield SEEN_SECONDS
    item.type, item.shift = "F5", False
    run("session_end")
    yield SEEN_SECONDS


def no_key_is_one_of_blenders_own(screen: Screen) -> Steps:
    yield from begin(screen)
    configurations = bpy.context.window_manager.keyconfigs
    taken = {
        item.to_string(): f"{keymap.name}: {item.idname}"
        for keymap in configurations.default.keymaps
        if keymap.space_type in {"EMPTY", "VIEW_3D"} and not keymap.is_modal
        for item in keymap.keymap_items
    }
    ours = [
        item.to_string()
        for item in configurations.addon.keymaps["3D View"].keymap_items
        if item.idname.startswith("malloc_vr.")
    ]
    assert len(ours) == 5, ours
    assert not [taken[key] for key in ours if key in taken], [taken.get(key) for key in ours]


def many_draws_lay_the_lines_out_once(screen: Screen) -> Steps:
    yield from begin(screen)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    overlay, drawn = addon("panels.overlay"), []
    overlay.unregister()
    with (
        mock.patch.object(overlay, "_draw", side_effect=lambda *_: drawn.append(1)),
        mock.patch.object(
            overlay.overlay_layout, "lay_out", wraps=overlay.overlay_layout.lay_out
        ) as laid_out,
    ):
        overlay.register()
        while len(drawn) < DRAWS:
            viewport().tag_redraw()
            yield 0.005
    overlay.unregister()
    overlay.register()
    assert laid_out.call_count <= 1, f"laid out {laid_out.call_count} times"
    run("session_end")
    yield SEEN_SECONDS


def other_scenes_and_hidden_overlays_have_no_lines(screen: Screen) -> Steps:
    yield from begin(screen)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    here = window().scene
    window().scene = bpy.data.scenes.new("Elsewhere")
    yield SEEN_SECONDS
    assert said() == "", "lines over a scene in which the unit is not done"
    window().scene = here
    viewport().spaces.active.overlay.show_overlays = False
    yield SEEN_SECONDS
    assert said() == "", "lines though overlays are hidden"
    viewport().spaces.active.overlay.show_overlays = True
    yield SEEN_SECONDS
    assert said() != ""
    run("session_end")
    yield SEEN_SECONDS


ALL = (
    the_lines_follow_the_hand,
    buttons_and_keys_work_only_while_a_unit_runs,
    a_key_is_shown_as_the_person_set_it,
    no_key_is_one_of_blenders_own,
    many_draws_lay_the_lines_out_once,
    other_scenes_and_hidden_overlays_have_no_lines,
)
