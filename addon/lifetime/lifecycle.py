"""Starting and stopping the add-on, in one order and its reverse."""

import atexit
import logging
from collections.abc import Callable
from typing import NamedTuple

from .. import translation
from . import native_module, preferences

_log = logging.getLogger(__name__)


class _Part(NamedTuple):
    start: Callable[[], None]
    stop: Callable[[], None]


_running: list[_Part] = []


def start() -> None:
    """Register everything; without the native module, the preferences that say so.

    No disk is touched and no thread started: that waits for the first need.
    """
    try:
        _start(_Part(translation.register, translation.unregister))
        _start(_Part(preferences.register, preferences.unregister))
    except Exception:
        stop()
        raise
    native_module.look_again()
    problem = native_module.problem()
    if problem:
        _log.error("Malloc VR Learning cannot start. %s", problem.replace("\n", " "))
        native_module.ask_to_unpack()
        return
    try:
        for part in _parts():
            _start(part)
    except Exception:
        stop()
        raise


def stop() -> None:
    """Stop everything that was started. One part's fault does not keep the others running."""
    while _running:
        part = _running.pop()
        try:
            part.stop()
        except Exception:
            _log.exception("A part of the add-on did not stop cleanly")


def _start(part: _Part) -> None:
    part.start()
    _running.append(part)


def _parts() -> list[_Part]:
    # Imported here: all of these need the native module.
    from .. import curriculum, lesson_library, modes, operators, panels, shortcuts
    from ..authoring import lesson_properties, registering, show_me
    from ..live import scene_updates
    from ..reviewing import selection
    from ..serving import cli, pump_timer
    from . import app_handlers

    return [
        _Part(modes.register, modes.unregister),
        _Part(registering.register, registering.unregister),
        _Part(show_me.register, show_me.unregister),
        _Part(lesson_properties.register, lesson_properties.unregister),
        _Part(lambda: None, lesson_library.forget),
        _Part(selection.register, selection.unregister),
        _Part(operators.register, operators.unregister),
        _Part(panels.register, panels.unregister),
        _Part(curriculum.register, curriculum.unregister),
        _Part(shortcuts.register, shortcuts.unregister),
        _Part(scene_updates.register, scene_updates.unregister),
        _Part(app_handlers.register, app_handlers.unregister),
        _Part(cli.register, cli.unregister),
        _Part(pump_timer.start, pump_timer.stop),
        # Last to start, first to stop: no request may find its command's classes gone.
        _Part(_open_session, _leave_and_close),
    ]


def _open_session() -> None:
    from .. import runtime
    from ..live import answering, looks
    from ..serving import server

    atexit.register(_close_session)
    looks.call_after_each(runtime.follow_work)
    looks.call_after_each(answering.follow)
    runtime.set_learner(preferences.settings().learner)
    server.wish_for_start()


def _leave_and_close() -> None:
    """Stop while Blender's data is still there; what a learner has just done is not lost."""
    from .. import runtime, trying
    from ..live import answering, looks

    trying.stop()
    runtime.leave_unit()
    looks.call_no_more(answering.follow)
    looks.call_no_more(runtime.follow_work)
    _close_session()


def _close_session() -> None:
    from .. import runtime
    from ..serving import server

    atexit.unregister(_close_session)
    server.stop()
    runtime.close()
