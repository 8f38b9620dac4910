"""Writing a report of the class to a file: to read and print, for a table, for another program."""

from pathlib import Path
from typing import Any

import bpy

from .. import runtime
from ..core.arguments import ExportClassReportArguments, ExportLearnersReportArguments
from ..core.errors import MallocVrError
from ..core.said import say
from ..translation import translated
from . import calling

_FORMATS = (
    ("HTML", "Web Page", "To read and to print: one file that needs nothing beside it"),
    ("CSV", "Table (CSV)", "For a spreadsheet: one line for each learner and unit"),
    ("JSON", "Data (JSON)", "For other programs: everything, with what was measured"),
)
_CONTENTS = (
    ("LEARNERS", "Learners by Name", "Everybody's work, step by step, for their own instructor"),
    ("CLASS", "Class without Names", "Figures alone; those of fewer than 10 learners are hidden"),
)


class MALLOC_VR_OT_report_export(bpy.types.Operator):
    """Write a report about the learners of this lesson to a file"""

    bl_idname = "malloc_vr.report_export"
    bl_label = "Export Report"
    bl_options: set[str] = set()  # a file elsewhere is not Blender's to undo

    filepath: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="File", subtype="FILE_PATH", options={"SKIP_SAVE"}
    )
    check_existing: bpy.props.BoolProperty(  # type: ignore[valid-type]
        default=True, options={"HIDDEN", "SKIP_SAVE"}
    )
    file_format: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Format", items=_FORMATS, default="HTML"
    )
    contents: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Contents", items=_CONTENTS, default="LEARNERS"
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_opening(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the file by Blender's own dialog."""
        if not self.filepath:
            self.filepath = f"class-report{self._suffix()}"
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def check(self, context: bpy.types.Context) -> bool:
        """Keep the file's ending that of its format."""
        suffixes = {f".{name.lower()}" for name, _, _ in _FORMATS}
        path = Path(self.filepath)
        wanted = path.with_suffix(self._suffix()) if path.suffix in suffixes else path
        is_other = bool(path.name) and wanted != path
        if is_other:
            self.filepath = str(wanted)
        return is_other

    def _suffix(self) -> str:
        return f".{self.file_format.lower()}"

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self.filepath:
            self.report({"WARNING"}, translated("Choose the file that the report is written to"))
            return {"CANCELLED"}
        path = Path(self.filepath)
        path = path if path.suffix else path.with_suffix(self._suffix())
        try:
            path.write_text(self._text(), encoding="utf-8", newline="")
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        except OSError as error:
            self.report(
                {"WARNING"},
                translated(
                    "Nothing was written: {strerror}: {path}", strerror=error.strerror, path=path
                ),
            )
            runtime.show_problem(
                say("Nothing was written: {strerror}.", strerror=error.strerror),
                say("Choose another folder."),
            )
            return {"CANCELLED"}
        runtime.show_problem("")
        self.report({"INFO"}, translated("Report written to {path}", path=path))
        return calling.finish()

    def _text(self) -> str:
        wanted: Any = self.file_format.lower()
        if self.contents == "CLASS":
            return runtime.call(ExportClassReportArguments(format=wanted)).text
        return runtime.call(ExportLearnersReportArguments(format=wanted)).text


CLASSES = (MALLOC_VR_OT_report_export,)
