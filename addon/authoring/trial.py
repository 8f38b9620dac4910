"""A try: its author does a unit as a learner would. Nothing of it is recorded, and nothing of it stays.

What is in the file comes back by Blender's own undo, which keeps all of it; so what its author did
before can still be undone afterwards. Where so much was done that Undo does not reach back to the
beginning, the history holds nothing but the try, and the file is opened again. What windows
show is kept beside it. See docs/decisions/016-trying-a-unit.md.

Thread: main.
"""

import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

import bpy

from ..core import keys
from ..core.errors import MallocVrError, rejection
from ..core.said import say
from ..scene import (
    lesson_files,
    undo_reach,
    undo_steps,
    unit_reading,
    unit_start,
    window_state,
    work_settings,
)
from ..scene.undo_reach import UndoReach
from ..scene.window_state import WindowsShown
from ..scene.work_settings import WorkSettings

LABEL = "you"
"""Who works in it: it is said to nobody else, and no learner's name."""

_OPENED_COPY = say(
    "The file is as before, but so much was tried that it had to be opened from a copy."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trial:
    """A try that goes on.

    Attributes:
        session_id: Of its session, which no record knows.
        scene_session_uid: Blender's number of the unit's scene.
        shown: What windows showed before.
        settings: What was set for working.
        lent: What the unit's objects were at their learners' start.
        reach: How far Undo reached.
        own: The file on disk, where that is just what is open; else None.
        copy: The file as it was.
    """

    session_id: str
    unit_id: str
    scene_session_uid: int
    shown: WindowsShown
    settings: WorkSettings
    lent: unit_start.Lent
    reach: UndoReach
    own: Path | None
    copy: Path


_running: Trial | None = None


def running() -> Trial | None:
    """The try that goes on, if any."""
    return _running


def is_of(session_id: str) -> bool:
    """Whether a session is that of the try."""
    return _running is not None and _running.session_id == session_id


def begin(unit_id: str) -> Trial:
    """Keep everything as it is before a unit is tried.

    Raises:
        NotFound, Conflict: There is nothing to try, or it could not be brought back.
    """
    global _running
    scene = unit_reading.scene_of_unit(unit_id)
    _require_undo(scene)
    own = None if bpy.data.is_dirty else lesson_files.own_path()
    scene.pop(keys.RUN, None)  # by its absence the beginning is known again
    shown, settings = window_state.keep(), work_settings.keep()
    undo_steps.push("Before Trying a Unit")
    copy = _write_copy()
    _running = Trial(
        session_id=str(uuid.uuid4()),
        unit_id=unit_id,
        scene_session_uid=scene.session_uid,
        shown=shown,
        settings=settings,
        lent=unit_start.lend(unit_id),
        reach=undo_reach.extend(),
        own=own,
        copy=copy,
    )
    return _running


def forget() -> None:
    """The try is over; nothing is brought back."""
    global _running
    ended, _running = _running, None
    if ended is not None:
        _put_away(ended)


def bring_back() -> str:
    """End the try, and have everything as it was before.

    References to anything in the file are gone afterwards.

    Returns:
        What its author has to know of it, in a sentence; "" where all is as before.
    """
    global _running
    ended, _running = _running, None
    if ended is None:
        return ""
    _leave_edit_mode()
    undo_steps.push("Try")  # what was done since the last step is known to Undo by that
    said = ""
    if _undo_to_beginning(ended):
        undo_steps.push("Stop Trying")  # so Redo does not lead back into it
    else:
        said = _open_again(ended)
    _put_away(ended)
    work_settings.put_back(ended.settings)
    window_state.put_back(ended.shown)
    return said


def end_where_undo_led() -> None:
    """End a try that Undo itself left behind: the file is what its author made it by that."""
    ended = _running
    if ended is None:
        return
    forget()
    for scene in bpy.data.scenes:
        if scene.is_editable:
            scene.pop(keys.RUN, None)
    undo_steps.push("Stop Trying")
    work_settings.put_back(ended.settings)
    window_state.put_back(ended.shown)


def _require_undo(scene: bpy.types.Scene) -> None:
    if not bpy.context.preferences.edit.use_global_undo:
        raise rejection(
            "CONFLICT",
            "Undo is off, by which the scene is brought back after trying.",
            remedy="Switch on Preferences > System > Global Undo.",
        )
    if not scene.is_editable:
        raise rejection(
            "CONFLICT",
            say(
                "The scene {name} is linked from another file, and cannot be brought back.",
                name=scene.name,
            ),
            remedy="Open that file and try the unit there.",
        )


def _write_copy() -> Path:
    path = Path(bpy.app.tempdir) / f"malloc_vr_before_trying_{uuid.uuid4().hex}.blend"
    try:
        bpy.ops.wm.save_as_mainfile(
            filepath=str(path), copy=True, check_existing=False, relative_remap=False
        )
    except RuntimeError as error:
        raise rejection(
            "STORAGE_UNAVAILABLE",
            say("The file cannot be kept while a unit is tried: {error}", error=error),
            remedy="Look whether the disk is full.",
        ) from error
    return path


def _put_away(trial: Trial) -> None:
    undo_reach.put_back(trial.reach)
    unit_start.take_back(trial.unit_id, trial.lent)
    trial.copy.unlink(missing_ok=True)


def _undo_to_beginning(trial: Trial) -> bool:
    for _ in range(undo_reach.STEPS_MAX + 1):
        if not _undo():
            return False
        scene = unit_reading.find_scene(trial.unit_id, trial.scene_session_uid)
        if scene is not None and keys.RUN not in scene:
            return True
    return False


def _undo() -> bool:
    """One step back; False where there is none."""
    window = unit_reading.first_window()
    if window is None:
        return False
    try:
        with bpy.context.temp_override(window=window):
            return bool(bpy.ops.ed.undo.poll()) and bpy.ops.ed.undo() == {"FINISHED"}
    except RuntimeError as error:  # there is nothing to undo
        _log.info("Undo ends here: %s", error)
        return False


def _open_again(trial: Trial) -> str:
    """Open the file on disk, or where that is not what was open, the copy; says so of the latter."""
    _log.info("Undo does not reach back to the beginning of the try; the file is opened again")
    path = trial.own or trial.copy
    bpy.ops.wm.open_mainfile(filepath=str(path), load_ui=False, use_scripts=False)
    return "" if trial.own else _OPENED_COPY


def _leave_edit_mode() -> None:
    window = unit_reading.first_window()
    layer = window.view_layer if window is not None else bpy.context.view_layer
    active = layer.objects.active if layer is not None else None
    if window is None or active is None or active.mode == "OBJECT":
        return
    try:
        with bpy.context.temp_override(window=window, active_object=active, object=active):
            bpy.ops.object.mode_set(mode="OBJECT")
    except RuntimeError as error:  # Undo leads out of the mode as well
        _log.info("The mode cannot be left: %s", error)


def reject_others() -> MallocVrError:
    """Why a client may not interfere."""
    return rejection(
        "CONFLICT",
        "The author is trying a unit as a learner, and nothing of that is recorded.",
        remedy="Wait until the author stops trying.",
    )
