"""What goes wrong: a record that nobody can open, a port in use, an entry that is rejected."""

import socket
from pathlib import Path
from unittest import mock

import bpy
from album import Album, Steps
from blender_tests_support import addon, preferences
from person import begin, context, run, start_anew
from staging import author, unfolded
from work_shots import until


def error_record_in_use(album: Album) -> Steps:
    yield from start_anew(album)
    folder = Path(preferences().folder)
    other = addon("core.engine").Engine(folder, "0", addon("serving.commands").run)
    yield from until(lambda: other.status().record.is_settled)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run("server_start", port=taken.getsockname()[1])
        with context():
            bpy.ops.malloc_vr.unit_add(unit_id="x", prerequisites="nowhere")
        yield from until(lambda: bool(addon("runtime").view().record.problem))
        with unfolded("MALLOC_VR_PT_server"):
            problem = addon("runtime").view().record.problem
            yield from album.take("85-error-record-and-port", [problem[:30], "Then stop and start"])
    other.close()
    run("server_stop")
    yield 0.3


def error_record_opens(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    status = addon("core.status")
    opening = status.Status(record=status.RecordStatus(state="opening"))
    with mock.patch.object(addon("runtime").engine(), "status", lambda: opening):
        yield 1.0
        yield from album.take("86-record-opening", ["Opening the record…"])
    yield 0.6


def error_rejected_entry(album: Album) -> Steps:
    yield from begin(album)
    run("unit_add", source="SCENE", title="Serve the Tea")
    author()
    with context():
        bpy.ops.malloc_vr.unit_add(unit_id="x", prerequisites="nowhere")
    yield from until(lambda: bool(addon("runtime").view().problem))
    yield from album.take("87-error-rejected", [addon("runtime").view().problem[:30]])


def error_preferences(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    bpy.context.preferences.active_section = "ADDONS"
    bpy.context.window_manager.addon_search = "Malloc"
    with context():
        bpy.ops.screen.userpref_show()
    bpy.ops.preferences.addon_expand(module=preferences().bl_idname)
    yield 1.0
    album.move_window("Preferences")
    yield 1.0
    yield from album.take("88-preferences", whole=True)
    with bpy.context.temp_override(window=bpy.context.window_manager.windows[-1]):
        bpy.ops.wm.window_close()
    yield 0.5


EVERYWHERE = (error_record_in_use, error_rejected_entry)
ONCE = (error_record_opens, error_preferences)
