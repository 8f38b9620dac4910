"""Author: no lesson, units, a unit and its hints, checking, trying, giving away."""

import tempfile
from pathlib import Path

import bpy
from album import Album, Steps
from blender_tests_support import addon, preferences
from given_lesson import PICTURE_TURNS, TURN_SECONDS
from person import begin, run
from staging import author, open_menu, point_at_sidebar, unfolded
from work_shots import until


def author_without_a_lesson(album: Album) -> Steps:
    yield from begin(album)
    author()
    yield from album.take("35-author-empty", ["This file holds no lesson yet", "Unit from This"])


def author_with_units(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    run("unit_show", unit_id="remove_guard")
    says = ["Find the serial plate", "2 goals", "Goals", "Add Goal", "Show Me"]
    yield from album.take("36-author-units", says)
    yield from album.take("37-author-window", says, whole=True)


def author_adds_a_unit(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    yield from point_at_sidebar()
    yield from album.take(
        "38-author-add-unit",
        ["Copy with Own Objects", "Empty"],
        whole=True,
        opens=lambda: open_menu("MALLOC_VR_MT_unit_add"),
    )
    album.escape()
    yield 0.5


def author_hints_and_advanced(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    run("unit_show", unit_id="remove_guard")
    with unfolded("MALLOC_VR_PT_author_hints"), unfolded("MALLOC_VR_PT_author_advanced"):
        yield from album.take("39-author-hints-advanced", ["Comes after:", "Make Hints", "Id:"])


def author_checks_the_lesson(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    scene = bpy.data.scenes[addon("runtime").view().lesson.head_scene]
    scene["malloc_vr_title"] = ""
    bpy.data.objects.remove(bpy.data.objects["Guard"])
    addon("runtime").mark_stale()
    run("lesson_check")
    yield from until(lambda: addon("runtime").view().checked is not None)
    with unfolded("MALLOC_VR_PT_check_lesson"):
        yield from album.take("40-author-check", ["Go To", "Fix", "Guard"])


def author_tries_as_a_learner(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    run("unit_show", unit_id="remove_guard")
    run("unit_try", unit_id="remove_guard")
    yield from until(lambda: addon("runtime").view().session is not None)
    says = ["Trying as a learner: nothing is recorded.", "Stop Trying"]
    yield from album.take("41-author-trying", says, ["Remove the guard"], whole=True)
    run("try_stop")
    yield 1.0


def author_gives_away(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    author()
    folder = Path(tempfile.mkdtemp(prefix="mvr-gallery-"))
    preferences().lessons_folder = str(folder)
    scene = bpy.data.scenes[addon("runtime").view().lesson.head_scene]
    scene.malloc_vr_lesson_author = "Ada"
    with unfolded("MALLOC_VR_PT_lesson_details"):
        yield from album.take("42-author-give-away", ["Give Away", "Author", "Pack Lesson"])
    run("lesson_pack", filepath=str(folder / "The bolted flange.blend"))
    yield from begin(album)
    addon("modes").choose(addon("modes").Mode.LEARN)
    run("lessons_look")
    for _ in range(PICTURE_TURNS):  # Blender reads pictures on a thread of its own
        album.redraw()
        yield TURN_SECONDS
    yield from album.take("43-learn-folder-of-lessons", ["The bolted flange"])
    preferences().lessons_folder = ""


EVERYWHERE = (author_without_a_lesson, author_with_units, author_checks_the_lesson)
ONCE = (
    author_hints_and_advanced,
    author_adds_a_unit,
    author_tries_as_a_learner,
    author_gives_away,
)
