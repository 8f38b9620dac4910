"""Judging the learner's work in the scene, and helping on."""

from typing import Any

import bpy

from .. import session
from ..core import report
from ..core.view import CheckpointView, SessionView
from . import calling


class MALLOC_VR_OT_step_check(bpy.types.Operator):
    """Check the scene against every checkpoint of the running unit and decide how to go on"""

    bl_idname = "malloc_vr.step_check"
    bl_label = "Check My Work"
    bl_options: set[str] = set()  # it looks and records; nothing in the file changes

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = session.view().session
        if running is None:
            cls.poll_message_set("No unit runs: start one")
            return False
        if not running.checkpoints:
            cls.poll_message_set("This unit has no checkpoint to check")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = session.view().session
        assert running is not None  # poll
        for checkpoint in running.checkpoints:
            if calling.call(self, "evaluate_assessment", _evaluation(checkpoint, running)) is None:
                return {"CANCELLED"}
        if calling.call(self, "make_transition_decision", _decision(running)) is None:
            return {"CANCELLED"}
        session.mark_progress_stale()
        checked = session.view().session
        assert checked is not None  # an evaluation does not end a session
        passed = sum(1 for item in checked.checkpoints if item.passed)
        self.report({"INFO"}, f"{passed} of {len(checked.checkpoints)} checkpoints passed")
        return calling.finish()


class MALLOC_VR_OT_hint_show(bpy.types.Operator):
    """Show the next hint, in words and in the scene"""

    bl_idname = "malloc_vr.hint_show"
    bl_label = "Show Hint"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = session.view().session
        if running is None:
            cls.poll_message_set("No unit runs: start one")
            return False
        if running.hints_shown >= len(running.hints):
            cls.poll_message_set("All hints of this unit are shown")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = session.view().session
        assert running is not None  # poll
        hinted = report.with_next_hint(running)
        arguments = {
            "scene_id": running.unit_id,
            "learning_progress": {"hints_shown": hinted.hints_shown},
            "adaptation_data": {
                "show_hints": True,
                "hint_level": min(hinted.hints_shown, _HINT_LEVELS),
            },
        }
        if calling.call(self, "update_blender_scene_metadata", arguments) is None:
            return {"CANCELLED"}
        session.show_session(hinted)
        return calling.finish()


_HINT_LEVELS = 3  # of hint objects in a scene; hints in words may be more


def _evaluation(checkpoint: CheckpointView, running: SessionView) -> dict[str, Any]:
    return {
        "checkpoint_id": checkpoint.checkpoint_id,
        "assessment_type": checkpoint.assessment_type,
        "performance_data": {},  # nothing is reported: the scene is observed
        "session_id": running.session_id,
    }


def _decision(running: SessionView) -> dict[str, Any]:
    return {
        "learner_id": running.learner,
        "current_state": {"session_id": running.session_id, "unit_id": running.unit_id},
        "model_inputs": {},
    }


CLASSES = (MALLOC_VR_OT_step_check, MALLOC_VR_OT_hint_show)
