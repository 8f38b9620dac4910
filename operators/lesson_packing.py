"""Giving a lesson away as one file, and opening one."""

from pathlib import Path
from typing import Any

import bpy

from .. import checked_lesson, given_lessons, lesson_library, runtime
from ..authoring import lesson_head, lesson_properties, packing
from ..core.errors import MallocVrError
from ..core.names import lesson_file_name
from ..scene import unit_reading
from ..translation import shown, translated
from . import calling

_FILTER = "*.blend"


def _filter_property() -> Any:
    return bpy.props.StringProperty(default=_FILTER, options={"HIDDEN", "SKIP_SAVE"})


class MALLOC_VR_OT_lesson_pack(bpy.types.Operator):
    """Write a file with all that the lesson needs, to give away. This file stays as it is"""

    bl_idname = "malloc_vr.lesson_pack"
    bl_label = "Pack Lesson"
    bl_options: set[str] = set()  # nothing in this file changes

    filepath: bpy.props.StringProperty(  # type: ignore[valid-type]
        subtype="FILE_PATH", options={"SKIP_SAVE"}
    )
    check_existing: bpy.props.BoolProperty(  # type: ignore[valid-type]
        default=True, options={"HIDDEN", "SKIP_SAVE"}
    )
    filter_glob: _filter_property()  # type: ignore[valid-type]
    even_so: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Even With Obstacles",
        description="Pack also where Check Lesson found what stops a learner",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set(translated("This file holds no learning unit"))
            return False
        if context.mode != "OBJECT":
            cls.poll_message_set(translated("Return to Object Mode first"))
            return False
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask where to, by Blender's own file browser."""
        if not self.filepath:
            self.filepath = str(lesson_library.folder() / _proposed_name())
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            if not self.even_so:
                checked_lesson.require_no_obstacles()
            path = Path(bpy.path.abspath(self.filepath)).with_suffix(".blend")
            packing.pack(path)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.show_problem("")
        lesson_library.look()
        self.report({"INFO"}, translated("Packed {name}", name=path.name))
        return calling.finish()


class MALLOC_VR_OT_lesson_open(bpy.types.Operator):
    """Open a lesson; scripts in it are not run"""

    bl_idname = "malloc_vr.lesson_open"
    bl_label = "Open Lesson"
    bl_options: set[str] = set()  # another file is open then

    filepath: bpy.props.StringProperty(  # type: ignore[valid-type]
        subtype="FILE_PATH", options={"SKIP_SAVE"}
    )
    filter_glob: _filter_property()  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the file, unless it was chosen from the list."""
        if self.filepath:
            return self.execute(context)
        self.filepath = str(lesson_library.folder() / "")
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        path = Path(bpy.path.abspath(self.filepath))
        if path.suffix != ".blend" or not path.is_file():
            self.report({"WARNING"}, translated("Choose a lesson: a file that ends in .blend"))
            return {"CANCELLED"}
        if bpy.data.is_dirty and not bpy.app.background:  # Blender asks whether to save first
            options = given_lessons.opening_options(path)
            return bpy.ops.wm.open_mainfile("INVOKE_DEFAULT", **options)
        try:
            given_lessons.open_file(path)
        except MallocVrError as error:
            self.report({"WARNING"}, shown(error.message))
            runtime.show_problem(error.message, error.remedy)
            return {"CANCELLED"}
        return {"FINISHED"}


class MALLOC_VR_OT_lessons_look(bpy.types.Operator):
    """Show the lessons in your folder for lessons, which the preferences name"""

    bl_idname = "malloc_vr.lessons_look"
    bl_label = "Show My Lessons"
    bl_options: set[str] = set()

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            lesson_library.look()
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        return {"FINISHED"}


def _proposed_name() -> str:
    lesson = unit_reading.read_lesson()
    scene = lesson_head.scene_of(lesson)
    title = lesson_head.title_of(lesson, lesson_properties.read(scene).title if scene else "")
    try:
        return lesson_file_name(title)
    except MallocVrError:  # it holds what no file name can
        return lesson_file_name(translated("Lesson"))


CLASSES = (MALLOC_VR_OT_lesson_pack, MALLOC_VR_OT_lesson_open, MALLOC_VR_OT_lessons_look)
