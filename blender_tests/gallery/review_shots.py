"""Review: nobody, a class, a learner, a unit's steps, a replayed try, a report, and deleting."""

import tempfile
from pathlib import Path

import bpy
from album import Album, Steps
from blender_tests_support import addon
from person import begin, run
from reviewed import a_class, shown
from staging import ask
from work_shots import until


def review_of_nobody(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    addon("modes").choose(addon("modes").Mode.REVIEW)
    yield from album.take("60-review-nobody", ["Nobody has worked in this lesson yet."])


def review_of_a_class(album: Album) -> Steps:
    yield from a_class(album)
    yield from until(lambda: len(shown().rows) == 12)
    yield from album.take("61-review-class", ["12 learners", "ada", "Bob", "Export Report"])
    bpy.context.window_manager.malloc_vr_review_row = 0
    yield from until(lambda: shown().learner == "ada" and bool(shown().steps))
    yield from album.take("62-review-learner", ["Last seen on", "Seat the gasket"])


def review_replay(album: Album) -> Steps:
    manager = bpy.context.window_manager
    run("review_show", learner="Bob", unit_id="seat_gasket")
    yield from until(lambda: shown().learner == "Bob" and bool(shown().steps))
    run("unit_show", unit_id="seat_gasket")
    file = Path(tempfile.mkdtemp(prefix="mvr-gallery-")) / "lesson.blend"
    bpy.ops.wm.save_as_mainfile(filepath=str(file))
    manager.malloc_vr_review_ghosts = True
    kinds = [step.kind.value for step in shown().steps]
    manager.malloc_vr_review_step = kinds.index("failed") + 1
    yield from album.take("63-review-replay", ["Step (of", "Measured"], whole=True)
    yield from album.take("64-review-steps", ["Step (of", "Measured"])
    manager.malloc_vr_review_ghosts = False


def review_deletes(album: Album) -> Steps:
    album.out_of_the_way()
    yield 0.3
    yield from album.take(
        "65-review-delete",
        ["becomes unreadable for ever", "To delete “Bob”, type the name:"],
        whole=True,
        opens=lambda: ask("learner_delete"),
    )
    album.escape()
    yield 0.5


def review_exports(album: Album) -> Steps:
    ask("report_export")
    yield 2.0
    areas = [area.type for each in bpy.context.window_manager.windows for area in each.screen.areas]
    assert "FILE_BROWSER" in areas, areas
    yield from album.take("66-review-export", whole=True)
    album.escape()
    yield 0.5


EVERYWHERE = (review_of_nobody, review_of_a_class, review_replay)
ONCE = (review_deletes, review_exports)
