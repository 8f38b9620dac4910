"""What Blender tells us: files, undo, renders and its end.

Most handlers only take notes. Undo and redo have hints shown and hidden again; another file, and
Blender's end, leave the running unit in order; a loaded file gets readable names.
"""

from collections.abc import Callable
from typing import Any

import bpy
from bpy.app.handlers import persistent

from .. import lesson_library, modes, runtime
from ..authoring import trial, truth_due
from ..core.said import say
from ..curriculum import following
from ..live import unit_adaptation
from ..scene import lesson_files, undo_steps, unit_reading, unit_start, unreadable_names
from ..serving import client_strip, server, window_timer

_Handler = Callable[..., None]


@persistent
def _before_load(*_: Any) -> None:
    following.time_turns()
    window_timer.remove()  # its window may be gone afterwards
    _set_activity("loading a file")


@persistent
def _after_load(*_: Any) -> None:
    _set_activity("")
    following.time_turned()
    unreadable_names.replace_all()
    runtime.file_loaded()
    lesson_files.note_kept()  # what was left of the old file is over
    client_strip.clear()
    unit_start.forget()
    undo_steps.end_burst()
    if any(unit_reading.is_unit(scene) for scene in bpy.data.scenes):
        modes.choose(modes.Mode.LEARN)
    server.wish_for_start()


@persistent
def _after_failed_load(*_: Any) -> None:
    _set_activity("")
    following.time_turned()


@persistent
def _before_save(*_: Any) -> None:
    _set_activity("saving the file")


@persistent
def _time_turns(*_: Any) -> None:
    following.time_turns()


@persistent
def _time_turned(*_: Any) -> None:
    following.time_turned()
    _data_changed()
    undo_steps.end_burst()
    client_strip.stepped()
    unit_adaptation.put_back()


@persistent
def _after_save(saved_to: str = "", *_: Any) -> None:
    _data_changed()
    lesson_files.note_kept(saved_to)
    lesson_library.file_written()
    if trial.running() is not None:
        runtime.show_problem(
            say("The file was saved in the middle of a try, with what was done in it."),
            say("Stop trying, then save the file again."),
        )
    path = lesson_files.own_path()
    has_lesson = any(unit_reading.is_unit(scene) for scene in bpy.data.scenes)
    if path is not None and has_lesson and not lesson_files.is_well_kept(path):
        runtime.show_problem(
            say(
                "{name} lies among the add-on's own files, which removing the add-on may delete.",
                name=path.name,
            ),
            say("Save the lesson elsewhere (File > Save As)."),
        )


@persistent
def _before_render(*_: Any) -> None:
    _set_activity("rendering")


@persistent
def _after_work(*_: Any) -> None:
    _set_activity("")


@persistent
def _data_changed(*_: Any) -> None:
    _set_activity("")
    truth_due.mark()
    runtime.mark_stale()


@persistent
def _before_exit(*_: Any) -> None:
    runtime.leave_unit()
    server.stop()
    runtime.close()


@persistent
def _edited(*_: Any) -> None:
    runtime.mark_edited()
    truth_due.mark()
    client_strip.edited()


_HANDLERS: dict[str, _Handler] = {
    "depsgraph_update_post": _edited,
    "load_pre": _before_load,
    "load_post": _after_load,
    "load_post_fail": _after_failed_load,
    "save_pre": _before_save,
    "save_post": _after_save,
    "save_post_fail": _after_work,
    "undo_pre": _time_turns,
    "undo_post": _time_turned,
    "redo_pre": _time_turns,
    "redo_post": _time_turned,
    "render_init": _before_render,
    "render_complete": _after_work,
    "render_cancel": _after_work,
    "exit_pre": _before_exit,
}


def register() -> None:
    """Append the handlers that this Blender knows; some came after 4.2."""
    for name, handler in _HANDLERS.items():
        if hasattr(bpy.app.handlers, name):
            getattr(bpy.app.handlers, name).append(handler)


def unregister() -> None:
    """Take them out again."""
    for name, handler in _HANDLERS.items():
        waiting = getattr(bpy.app.handlers, name, [])
        if handler in waiting:
            waiting.remove(handler)
    unit_start.forget()


def _set_activity(what: str) -> None:
    engine = runtime.opened()
    if engine is not None:
        engine.set_activity(what)
