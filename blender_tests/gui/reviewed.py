"""An instructor in front of the window: the class, one learner's steps, ghosts, deleting."""

import tempfile
from pathlib import Path
from typing import Any

import bpy
from at_work import Steps
from blender_tests_support import addon
from mathutils import Quaternion
from person import begin, context, run
from screen import Screen, sidebar, window, xdotool

READ_SECONDS = 1.5
"""By then the class was read and drawn."""
SEAT = ((0.0, 0.0, 1.0), (0.5, 0.5, 0.5, 0.5))


def put_gasket(offset_m: float) -> None:
    """Put the gasket so far beside its seat."""
    gasket = bpy.data.objects["Gasket"]
    (x, y, z), rotation = SEAT
    gasket.rotation_mode = "QUATERNION"
    gasket.rotation_quaternion = Quaternion(rotation)
    gasket.location = (x, y + offset_m, z)
    bpy.context.view_layer.update()


def work(learner: str, *offsets_m: float) -> Steps:
    """A learner seats the gasket so far off, hands that in, and again; then leaves."""
    run("unit_start", unit_id="seat_gasket", learner=learner, restart=True)
    yield 0.3
    for offset_m in offsets_m:
        put_gasket(offset_m)
        yield 0.3
        run("work_submit")
        yield 0.2
    if not offsets_m:
        run("hint_show")
    run("session_end")


def a_class(screen: Screen) -> Steps:
    """Three learners worked in the example; Review is shown."""
    yield from begin(screen)
    run("lesson_add_example")
    for scene in bpy.data.scenes:
        if "learning_unit_id" in scene:
            scene["prerequisites"] = "[]"
    yield from work("ada", 0.03, 0.0)
    yield from work("Bob", 0.03, 0.04, 0.05)
    yield from work("Chloé with a name that is long")
    for number in range(9):
        yield from work(f"learner {number}")
    addon("modes").choose(addon("modes").Mode.REVIEW)
    yield READ_SECONDS


def scroll_below(screen: Screen) -> Steps:
    """Turn the wheel where no list takes it: at the foot of the sidebar."""
    region = sidebar()
    screen.scroll(0)
    x, y = region.x + region.width // 3, region.y + 40
    xdotool("mousemove", str(x), str(window().height - y))
    for _ in range(25):
        xdotool("click", "5")
        yield 0.02
    yield 0.5


def shown() -> Any:
    """What Review draws."""
    return addon("runtime").view().review


def review_of_nobody_says_so(screen: Screen) -> Steps:
    yield from begin(screen)
    addon("modes").choose(addon("modes").Mode.REVIEW)
    yield READ_SECONDS
    assert shown().overview is not None and not shown().rows
    screen.picture("review_empty")


def the_class_appears_and_who_is_chosen_is_shown(screen: Screen) -> Steps:
    yield from a_class(screen)
    assert len(shown().rows) == 12, shown().rows
    screen.picture("review_class")
    screen.sidebar_picture("review_class_sidebar")
    bpy.context.window_manager.malloc_vr_review_row = 0
    yield READ_SECONDS
    assert shown().learner == "ada" and shown().steps
    screen.sidebar_picture("review_learner")
    yield from scroll_below(screen)
    screen.sidebar_picture("review_learner_below")
    screen.scroll(-40)
    yield 0.3


def ghosts_stand_where_the_gasket_was(screen: Screen) -> Steps:
    manager = bpy.context.window_manager
    run("review_show", learner="Bob", unit_id="seat_gasket")
    yield READ_SECONDS
    run("unit_show", unit_id="seat_gasket")
    file = Path(tempfile.mkdtemp(prefix="mvr-gui-")) / "lesson.blend"
    bpy.ops.wm.save_as_mainfile(filepath=str(file))
    yield READ_SECONDS
    manager.malloc_vr_review_ghosts = True
    kinds = [step.kind.value for step in shown().steps]
    manager.malloc_vr_review_step = kinds.index("failed") + 1
    yield 0.5
    screen.picture("review_ghost_failed")
    yield from scroll_below(screen)
    screen.picture("review_ghost_steps")
    screen.scroll(-60)
    assert not bpy.data.is_dirty, "looking marks the lesson as changed"
    manager.malloc_vr_review_ghosts = False
    yield 0.3


def deleting_asks_for_the_name(screen: Screen) -> Steps:
    run("review_show", learner="Bob", unit_id="seat_gasket")
    yield 0.5
    with context():
        bpy.ops.malloc_vr.learner_delete("INVOKE_DEFAULT")
    yield 0.8
    screen.picture("review_delete")
    xdotool("key", "Escape")
    yield 0.5
    assert "Bob" in shown().by_name
    with context():
        done = bpy.ops.malloc_vr.learner_delete("EXEC_DEFAULT", confirmed_name="bob")
    assert done == {"CANCELLED"}
    yield 0.5
    screen.sidebar_picture("review_not_deleted")
    run("learner_delete", confirmed_name="Bob")
    yield READ_SECONDS
    assert "Bob" not in shown().by_name
    screen.sidebar_picture("review_deleted")


def the_file_browser_offers_formats(screen: Screen) -> Steps:
    with context():
        bpy.ops.malloc_vr.report_export("INVOKE_DEFAULT")
    yield 1.5
    screen.picture("review_export")
    screen.escape()
    yield 0.5


def at_twice_the_size_and_in_the_light_theme(screen: Screen) -> Steps:
    view = bpy.context.preferences.view
    run("review_show", learner="ada", unit_id="seat_gasket")
    view.ui_scale = 2.0
    yield READ_SECONDS
    screen.picture("review_scale_2")
    view.ui_scale = 1.0
    yield 0.5
    themes = bpy.utils.preset_paths("interface_theme")
    light = [path for folder in themes for path in Path(folder).glob("*[Ll]ight.xml")]
    if light:
        bpy.ops.script.execute_preset(
            filepath=str(light[0]), menu_idname="USERPREF_MT_interface_theme_presets"
        )
        yield READ_SECONDS
        screen.picture("review_light")
        bpy.ops.preferences.reset_default_theme()
    yield 0.5


ALL = (
    review_of_nobody_says_so,
    the_class_appears_and_who_is_chosen_is_shown,
    ghosts_stand_where_the_gasket_was,
    deleting_asks_for_the_name,
    the_file_browser_offers_formats,
    at_twice_the_size_and_in_the_light_theme,
)
