"""Checking the lesson, and what the list of findings offers."""

import bpy

from .. import checked_lesson, runtime
from ..authoring import goal_selection, goals, lesson_fixes
from ..core.errors import MallocVrError
from ..core.scene_shapes import LessonFinding
from ..scene import framing, window_scene
from ..translation import shown, translated
from . import calling


class MALLOC_VR_OT_lesson_check(bpy.types.Operator):
    """Look for what would stop a learner: goals without object, units out of reach, missing hints"""

    bl_idname = "malloc_vr.lesson_check"
    bl_label = "Check Lesson"
    bl_options: set[str] = set()  # it looks; nothing in the file changes

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set(translated("This file holds no learning unit"))
            return False
        return not calling.is_at_work(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _check(self)


class MALLOC_VR_OT_finding_fix(bpy.types.Operator):
    """Mend this in a way that keeps what you meant"""

    bl_idname = "malloc_vr.finding_fix"
    bl_label = "Fix"
    bl_options = {"UNDO"}

    index: bpy.props.IntProperty(options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        """Say what this one would do; Blender adds the full stop."""
        finding = _finding(properties.index)
        return shown(finding.fix).removesuffix(".") if finding else translated(str(cls.__doc__))

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().checked is not None and not calling.is_at_work(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        finding = _finding(self.index)
        if finding is None:
            return _gone(self)
        try:
            lesson_fixes.fix(finding)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.mark_authored()
        return _check(self)


class MALLOC_VR_OT_finding_go_to(bpy.types.Operator):
    """Open the scene of this finding, and select the goal with its objects"""

    bl_idname = "malloc_vr.finding_go_to"
    bl_label = "Go To"
    bl_options = {"UNDO"}  # as any selecting

    index: bpy.props.IntProperty(options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().checked is not None and not calling.is_at_work(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        finding = _finding(self.index)
        scene = lesson_fixes.scene_of(finding) if finding else None
        if finding is None or scene is None:
            return _gone(self)
        window_scene.show(scene)
        framing.stand_at_camera(scene)
        goal_selection.select(scene, finding.object_name)
        goal = scene.objects.get(finding.object_name)
        if goal is not None and scene.is_editable:
            goals.select(scene, goal)  # its condition is what is to be mended
        return calling.finish()


def _finding(index: int) -> LessonFinding | None:
    checked = runtime.view().checked
    if checked is None or not 0 <= index < len(checked.findings):
        return None
    return checked.findings[index]


def _gone(operator: bpy.types.Operator) -> set[str]:
    operator.report({"WARNING"}, translated("The lesson has changed since: check it again"))
    return {"CANCELLED"}


def _check(operator: bpy.types.Operator) -> set[str]:
    try:
        checked_lesson.check()
    except MallocVrError as error:
        calling.reject(operator, error)
        return {"CANCELLED"}
    runtime.show_problem("")
    return calling.finish()


CLASSES = (MALLOC_VR_OT_lesson_check, MALLOC_VR_OT_finding_fix, MALLOC_VR_OT_finding_go_to)
