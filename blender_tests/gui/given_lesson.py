"""An author checks a lesson, tries it and packs it; somebody else opens it. All by mouse and keys."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import bpy
import hovered
from blender_tests_support import addon, preferences
from hand import click_at, drag_middle, move, turn_wheel, type_keys
from person import begin, context, press, run
from screen import Screen, viewport
from whole_file import whole_file, windows

Steps = Generator[float, None, None]
SEEN_SECONDS = 1.0
TURN_SECONDS = 0.05
PICTURE_TURNS = 60
"""Blender reads pictures on a thread of its own."""


@contextmanager
def opened(name: str) -> Iterator[None]:
    """Have a panel open that begins closed: another one in its place, for Blender remembers which are."""
    panel = getattr(bpy.types, name)
    made = type(f"{name}_opened", (panel,), {"bl_options": set()})
    bpy.utils.unregister_class(panel)
    bpy.utils.register_class(made)
    try:
        yield
    finally:
        bpy.utils.unregister_class(made)
        bpy.utils.register_class(panel)


def begin_authoring(screen: Screen) -> Steps:
    """The example lesson, with the tab for its author."""
    yield from begin(screen)
    run("lesson_add_example")
    addon("modes").choose(addon("modes").Mode.AUTHOR)
    yield SEEN_SECONDS


def what_was_found_is_listed_and_mended(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    scene = bpy.context.window_manager.windows[0].scene
    scene["malloc_vr_title"] = ""
    name = scene.name
    bpy.data.objects.remove(bpy.data.objects["Guard"])
    addon("runtime").mark_stale()
    with context():
        bpy.ops.ed.undo_push(message="what its author did")
    yield from press(screen, "lesson_check")
    yield SEEN_SECONDS
    kinds = [one.kind for one in addon("runtime").view().checked.findings]
    assert "goal_object_gone" in kinds and "title_empty" in kinds, kinds
    with opened("MALLOC_VR_PT_check_lesson"):
        yield SEEN_SECONDS
        screen.picture("check_found")
    yield from press(screen, "finding_fix", index=kinds.index("title_empty"))
    yield SEEN_SECONDS
    shown = addon("runtime").view().checked
    assert shown is not None, "the list stays while its author works it off"
    assert "title_empty" not in [one.kind for one in shown.findings]
    gone = [one.kind for one in shown.findings].index("goal_object_gone")
    yield from press(screen, "finding_go_to", index=gone)
    yield SEEN_SECONDS
    screen.picture("check_gone_to")
    screen.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    screen.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    assert bpy.data.scenes[name]["malloc_vr_title"] == "", "one step for Undo"
    assert addon("runtime").view().checked is None, "what was found may not be true any more"


def what_is_tried_is_gone_afterwards(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    unit_id = addon("runtime").view().lesson.units[0].unit_id
    bpy.data.objects["Bolt 1"].select_set(True)
    screen.picture("try_offered")
    events = addon("runtime").engine().status().record.events
    before, shown = whole_file(), windows()
    yield from press(screen, "unit_try", unit_id=unit_id)
    yield SEEN_SECONDS
    screen.picture("try_started")
    assert addon("runtime").view().session.is_trial
    yield from move(screen, "Guard", (-0.41, -0.34, 0.802))
    yield from drag_middle(120, 60)
    yield from turn_wheel(3)
    screen.press_over_viewport("shift+d")
    yield from type_keys(["1", "Return"])
    yield from type_keys(["Tab"])
    yield SEEN_SECONDS
    screen.picture("try_in_edit_mode")
    yield from click_stop()
    yield SEEN_SECONDS
    screen.picture("try_stopped")
    assert addon("runtime").view().session is None
    assert_same(before)
    assert windows() == shown, (windows(), shown)
    assert addon("runtime").engine().status().record.events == events
    screen.press_over_viewport("ctrl+shift+z")
    yield SEEN_SECONDS
    assert whole_file() == before, "Redo does not lead back into the try"


def undo_behind_its_beginning_ends_a_try(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    unit_id = addon("runtime").view().lesson.units[0].unit_id
    before = whole_file()
    yield from press(screen, "unit_try", unit_id=unit_id)
    yield SEEN_SECONDS
    screen.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    assert addon("runtime").view().session is None
    assert whole_file() == before
    screen.picture("try_undone")


def click_stop() -> Steps:
    """Click Stop Trying, found by looking for it."""
    stop = yield from hovered.find(hovered.operator("try_stop"), "Stop Trying")
    click_at(*stop)


def assert_same(before: dict[str, Any]) -> None:
    """Everything in the file is as before; says what is not."""
    after = whole_file()
    for kind, all_of_kind in before.items():
        for name in all_of_kind.keys() | after[kind].keys():
            was, now = all_of_kind.get(name), after[kind].get(name)
            assert was == now, f"{kind} {name}: {was} became {now}"


def save(path: Path) -> None:
    """Save the file, as the dialog does; what nothing uses is in no file."""
    with context():
        bpy.ops.outliner.orphans_purge(do_recursive=True)
        bpy.ops.wm.save_as_mainfile(filepath=str(path))


def a_try_of_a_saved_file_leaves_only_blenders_own_mark_of_a_change(screen: Screen) -> Steps:
    """Blender sets it with each step for Undo; only saving and opening take it away."""
    yield from begin_authoring(screen)
    path = Path(tempfile.mkdtemp(prefix="mvr-tried-")) / "lesson.blend"
    save(path)
    yield SEEN_SECONDS
    assert not bpy.data.is_dirty
    content, before = path.read_bytes(), whole_file()
    unit_id = addon("runtime").view().lesson.units[0].unit_id
    yield from press(screen, "unit_try", unit_id=unit_id)
    yield from click_stop()
    yield SEEN_SECONDS
    assert bpy.data.is_dirty, "this Blender keeps the mark away: say so in docs/decisions/016"
    assert path.read_bytes() == content
    assert_same(before)


def a_saved_file_comes_back_from_the_disk_after_more_than_undo_remembers(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    path = Path(tempfile.mkdtemp(prefix="mvr-tried-")) / "lesson.blend"
    save(path)
    yield SEEN_SECONDS
    before = whole_file()
    unit_id = addon("runtime").view().lesson.units[0].unit_id
    yield from press(screen, "unit_try", unit_id=unit_id)
    for number in range(bpy.context.preferences.edit.undo_steps + 5):
        with context():
            bpy.data.objects["Bolt 1"].location.x = number
            bpy.ops.ed.undo_push(message="move")
    yield from click_stop()
    yield 2 * SEEN_SECONDS
    assert bpy.data.filepath == str(path)
    assert_same(before)


def a_packed_lesson_is_found_and_opened(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    folder = Path(tempfile.mkdtemp(prefix="mvr-lessons-"))
    preferences().lessons_folder = str(folder)
    scene = bpy.data.scenes[addon("runtime").view().lesson.head_scene]
    scene.malloc_vr_lesson_author = "Ada"
    scene.malloc_vr_lesson_languages = "en"
    yield SEEN_SECONDS
    with opened("MALLOC_VR_PT_lesson_details"):
        yield SEEN_SECONDS
        screen.picture("lesson_details")
    path = folder / "The bolted flange.blend"
    run("lesson_pack", filepath=str(path))
    assert path.is_file()
    with bpy.data.libraries.load(str(path), assets_only=True) as (there, _):
        assert len(there.collections) == 1, list(there.collections)
    yield from begin(screen)
    addon("modes").choose(addon("modes").Mode.LEARN)
    run("lessons_look")
    for _ in range(PICTURE_TURNS):
        screen.redraw()
        yield TURN_SECONDS
    screen.picture("lessons_listed")
    assert [one.title for one in addon("runtime").view().library] == ["The bolted flange"]
    run("lesson_open", filepath=str(path))
    yield 3.0
    assert Path(bpy.data.filepath) == path, bpy.data.filepath
    assert len(addon("runtime").view().lesson.units) == 4
    yield from screen.open_sidebar()
    screen.picture("lesson_opened")
    preferences().lessons_folder = ""


def a_place_to_pack_to_is_asked_for(screen: Screen) -> Steps:
    yield from begin_authoring(screen)
    yield from press(screen, "lesson_pack")
    yield 2.0
    screen.picture("lesson_pack_where")
    with context():
        assert viewport() is not None
    yield from type_keys(["Escape"])
    yield SEEN_SECONDS


ALL = (
    what_was_found_is_listed_and_mended,
    what_is_tried_is_gone_afterwards,
    undo_behind_its_beginning_ends_a_try,
    a_try_of_a_saved_file_leaves_only_blenders_own_mark_of_a_change,
    a_saved_file_comes_back_from_the_disk_after_more_than_undo_remembers,
    a_packed_lesson_is_found_and_opened,
    a_place_to_pack_to_is_asked_for,
)
