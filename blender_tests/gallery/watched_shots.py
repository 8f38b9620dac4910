"""Watching with permission: the question, the mark while movements are kept, their replay, attention."""

import bpy
from album import Album, Steps
from blender_tests_support import addon
from person import begin, context, run
from watched import turn_view, view
from work_shots import until


def watching_is_asked(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    addon("modes").choose(addon("modes").Mode.LEARN)
    run("learner_set", learner="ada")
    yield from until(lambda: view().consent.learner == "ada")
    yield from album.take(
        "90-watching-asked", ["May your movements be kept?", "Nothing is sent", "Yes, Keep Them"]
    )
    run("consent_give")
    yield from until(lambda: view().consent.given)
    yield from album.take("91-watching-agreed", ["What Is Kept"])


def watching_records(album: Album) -> Steps:
    for scene in bpy.data.scenes:
        if scene.get("learning_unit_id") == "remove_guard":
            scene["prerequisites"] = "[]"
    run("unit_start", unit_id="remove_guard", learner="ada")
    yield from until(lambda: view().recording.value == "on")
    yield from turn_view()
    yield from album.take("92-watching-records", over=["● Recording"], whole=True)
    run("recording_pause")
    yield from album.take("93-watching-paused", over=["Recording paused"], whole=True)
    run("recording_pause")
    with context():
        bpy.ops.malloc_vr.session_end()


def watching_is_replayed(album: Album) -> Steps:
    addon("modes").choose(addon("modes").Mode.REVIEW)
    yield from until(lambda: "ada" in view().review.by_name)
    run("review_show", learner="ada", unit_id="remove_guard")
    yield from until(lambda: view().review.replay is not None)
    run("unit_show", unit_id="remove_guard")
    manager = bpy.context.window_manager
    manager.malloc_vr_review_ghosts = True
    manager.malloc_vr_review_moment = view().review.replay.to_seconds
    yield from album.take("94-watching-replayed", ["Moment (s)", "Show in Viewport"], whole=True)
    manager.malloc_vr_review_ghosts = False
    manager.malloc_vr_review_attention = True
    yield from until(lambda: bool(view().review.attention))
    yield from album.take("95-watching-attention", ["Attention"], whole=True)
    manager.malloc_vr_review_attention = False


EVERYWHERE = (watching_is_asked, watching_records)
ONCE = (watching_is_replayed,)
