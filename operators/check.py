"""Judging the learner's work in the scene, and helping on."""

import bpy

from .. import runtime, work_pictures
from ..core import report, standing
from ..core.arguments import EvaluateUnitArguments, ShowHintArguments
from ..core.due_hints import due_hints
from ..core.said import template
from ..live import checking
from ..translation import translated
from . import calling

_PAUSED = template("The unit is paused: continue first")


class MALLOC_VR_OT_step_check(bpy.types.Operator):
    """See how the work stands, which is free. Checked again it says how to mend it: that is help"""

    bl_idname = "malloc_vr.step_check"
    bl_label = "Check My Work"
    bl_options: set[str] = set()  # it looks and records; nothing in the file changes

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _can_be_judged(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _evaluate(self, submit=False)


class MALLOC_VR_OT_work_submit(bpy.types.Operator):
    """Hand in what you did in this unit: now it counts, also where something is missing"""

    bl_idname = "malloc_vr.work_submit"
    bl_label = "Done"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _can_be_judged(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _evaluate(self, submit=True)


class MALLOC_VR_OT_hint_show(bpy.types.Operator):
    """Show the next hint, in words and in the scene. The last one says how, which counts as help"""

    bl_idname = "malloc_vr.hint_show"
    bl_label = "Show Hint"
    bl_options: set[str] = set()  # hints are no part of the lesson: Undo leaves them alone

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        if running is None:
            cls.poll_message_set(translated("No unit runs: start one"))
            return False
        if running.is_paused:
            cls.poll_message_set(translated(_PAUSED))
            return False
        hints = due_hints(running)
        if not hints.are_left:
            none, no_more = template("There is no hint for this"), template("All hints are shown")
            cls.poll_message_set(translated(no_more if hints.texts else none))
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = runtime.view().session
        assert running is not None  # poll
        level = due_hints(running).next_level
        arguments = ShowHintArguments(session_id=running.session_id, level=level)
        if calling.call(self, arguments) is None:
            return {"CANCELLED"}
        return calling.finish()


def _can_be_judged(cls: type[bpy.types.Operator]) -> bool:
    running = runtime.view().session
    if running is None:
        cls.poll_message_set(translated("No unit runs: start one"))
        return False
    if running.is_paused:
        cls.poll_message_set(translated(_PAUSED))
        return False
    if not running.checkpoints:
        cls.poll_message_set(translated("This unit has no checkpoint to check"))
        return False
    return True


def _evaluate(operator: bpy.types.Operator, *, submit: bool) -> set[str]:
    """Have the whole unit judged in one call, and show what came of it."""
    running = runtime.view().session
    assert running is not None  # poll
    arguments = EvaluateUnitArguments(session_id=running.session_id, submit=submit)
    result = calling.call(operator, arguments)
    if result is None:
        return {"CANCELLED"}
    runtime.mark_progress_stale()
    judged = runtime.view().session
    assert judged is not None  # an evaluation does not end a session
    shown = report.after_evaluation(judged, result, submitted=submit)
    if not submit:
        shown = standing.after_look(shown, running, result.checkpoints)
        if checking.note_help_read(standing.says_how_to_mend(shown)):
            shown = standing.after_help(shown)
    runtime.show_session(shown)
    work_pictures.end()
    return calling.finish()


CLASSES = (MALLOC_VR_OT_step_check, MALLOC_VR_OT_work_submit, MALLOC_VR_OT_hint_show)
