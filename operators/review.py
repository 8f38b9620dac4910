"""Review: choosing whom and what to look at."""

import bpy

from .. import runtime
from ..reviewing import reading, replaying
from ..translation import translated


class MALLOC_VR_OT_review_show(bpy.types.Operator):
    """Show this learner's steps in this unit"""

    bl_idname = "malloc_vr.review_show"
    bl_label = "Show Work"
    bl_options: set[str] = set()  # nothing in the file changes

    learner: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Learner", options={"SKIP_SAVE"}
    )
    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        if self.learner not in runtime.view().review.by_name:
            self.report({"WARNING"}, translated("The record does not know this learner"))
            return {"CANCELLED"}
        reading.choose(self.learner, self.unit_id)
        return {"FINISHED"}


class MALLOC_VR_OT_review_step(bpy.types.Operator):
    """Go to the step before or after"""

    bl_idname = "malloc_vr.review_step"
    bl_label = "Go to Step"
    bl_options: set[str] = set()

    by: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="By", default=1, options={"SKIP_SAVE"}
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(runtime.view().review.steps)

    def execute(self, context: bpy.types.Context) -> set[str]:
        reading.choose_step(runtime.view().review.step + self.by)
        return {"FINISHED"}


class MALLOC_VR_OT_review_play(bpy.types.Operator):
    """Show how view and objects moved, as fast as it was; press again to stop"""

    bl_idname = "malloc_vr.review_play"
    bl_label = "Play"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().review.replay is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        replaying.play(is_playing=not runtime.view().review.is_playing)
        return {"FINISHED"}


CLASSES = (MALLOC_VR_OT_review_show, MALLOC_VR_OT_review_step, MALLOC_VR_OT_review_play)
